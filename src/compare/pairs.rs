//! Which text of one list became which of another: the same ones first, then, between them, those that have most words in
//! common.

use std::collections::HashMap;

use super::align::kept;
use super::words::tokens;

/// How far a text is searched among those between the same neighbours, so that the cost stays that of the length.
const REACH: usize = 12;

/// Texts in pairs, in the order of both lists; one that has no other stands alone, of the earlier list first.
pub(super) fn pairs(before: &[String], after: &[String]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut found = Vec::with_capacity(before.len().max(after.len()));
    let (mut from_old, mut from_new) = (0, 0);
    for (at_old, at_new) in kept(before, after).into_iter().chain([(before.len(), after.len())]) {
        let alike = alike(&before[from_old..at_old], &after[from_new..at_new]);
        let (base_old, base_new) = (from_old, from_new);
        let alike = alike.into_iter().map(|(old, new)| (base_old + old, base_new + new));
        for (old, new) in alike.chain([(at_old, at_new)]) {
            found.extend((from_old..old).map(|old| (Some(old), None)));
            found.extend((from_new..new).map(|new| (None, Some(new))));
            if old < before.len() && new < after.len() {
                found.push((Some(old), Some(new)));
            }
            (from_old, from_new) = (old + 1, new + 1);
        }
    }
    found
}

/// Pairs that have at least half of their words in common, ascending on both sides.
fn alike(before: &[String], after: &[String]) -> Vec<(usize, usize)> {
    if before.is_empty() || after.is_empty() {
        return Vec::new();
    }
    let bags: Vec<Bag<'_>> = after.iter().map(|text| Bag::of(text)).collect();
    let mut found = Vec::new();
    let mut from = 0;
    for (at, text) in before.iter().enumerate() {
        let bag = Bag::of(text);
        let near = bags.iter().enumerate().skip(from).take(REACH);
        let best = near.map(|(new, other)| (bag.shared(other), new)).filter(|(share, _)| *share >= 500);
        // Of equals the first.
        if let Some((_, new)) = best.max_by_key(|(share, new)| (*share, usize::MAX - new)) {
            found.push((at, new));
            from = new + 1;
        }
    }
    found
}

/// How often each word stands in a text.
struct Bag<'a> {
    counts: HashMap<&'a str, u32>,
    total: u32,
}

impl<'a> Bag<'a> {
    fn of(text: &'a str) -> Self {
        let mut counts = HashMap::new();
        let mut total = 0;
        for word in tokens(text).into_iter().filter(|token| !token.trim().is_empty()) {
            *counts.entry(word).or_insert(0) += 1;
            total += 1;
        }
        Self { counts, total }
    }

    /// Words in common, in thousandths of all.
    fn shared(&self, other: &Self) -> u32 {
        let both = self.counts.iter().map(|(word, count)| (*count).min(other.counts.get(word).copied().unwrap_or(0)));
        (2000 * both.sum::<u32>()).checked_div(self.total + other.total).unwrap_or(1000)
    }
}
