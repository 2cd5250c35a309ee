//! Which text of one list became which of another: the same ones first, then, between them, those that have most words in
//! common.

use super::align::kept;
use super::words::tokens;

/// How far a text is searched among those between the same neighbours, so that the cost stays that of the length.
const REACH: usize = 12;

/// Texts in pairs, in the order of both lists; one that has no other stands alone, of the earlier list first.
pub(super) fn pairs(before: &[&str], after: &[&str]) -> Vec<(Option<usize>, Option<usize>)> {
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
fn alike(before: &[&str], after: &[&str]) -> Vec<(usize, usize)> {
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

/// The words of a text in the order of their letters, each as often as it stands there.
struct Bag<'a>(Vec<&'a str>);

impl<'a> Bag<'a> {
    fn of(text: &'a str) -> Self {
        let mut words = tokens(text);
        words.retain(|token| !token.trim().is_empty());
        words.sort_unstable();
        Self(words)
    }

    /// Words in common, in thousandths of all.
    fn shared(&self, other: &Self) -> usize {
        let (mut at, mut at_other, mut both) = (0, 0, 0);
        while let (Some(word), Some(other)) = (self.0.get(at), other.0.get(at_other)) {
            at += usize::from(word <= other);
            at_other += usize::from(other <= word);
            both += usize::from(word == other);
        }
        (2000 * both).checked_div(self.0.len() + other.0.len()).unwrap_or(1000)
    }
}
