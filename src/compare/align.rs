//! The longest rows of equal texts in two sequences, in bounded time: first texts that stand once on both sides
//! (patience), then, between those, an exact table where it is small.

use std::collections::HashMap;
use std::ops::Range;

/// The largest table of an exact alignment, in cells.
const CELLS: usize = 40_000;

/// How often what lies between texts that stand once is searched for such texts again.
const DEPTH: u32 = 16;

/// The places of equal texts: of the first sequence and of the second, both ascending.
pub(super) fn kept(before: &[&str], after: &[&str]) -> Vec<(usize, usize)> {
    let mut partner = vec![None; before.len()];
    let mut open = vec![(0..before.len(), 0..after.len(), DEPTH)];
    while let Some((mut old, mut new, depth)) = open.pop() {
        while !old.is_empty() && !new.is_empty() && before[old.start] == after[new.start] {
            partner[old.start] = Some(new.start);
            (old.start, new.start) = (old.start + 1, new.start + 1);
        }
        while !old.is_empty() && !new.is_empty() && before[old.end - 1] == after[new.end - 1] {
            partner[old.end - 1] = Some(new.end - 1);
            (old.end, new.end) = (old.end - 1, new.end - 1);
        }
        if old.is_empty() || new.is_empty() {
            continue;
        }
        if old.len().saturating_mul(new.len()) <= CELLS {
            exact(before, after, &old, &new, &mut partner);
            continue;
        }
        let anchors = if depth > 0 { ascending(single(before, after, &old, &new)) } else { Vec::new() };
        // Without any, what lies here is told as taken out and put in.
        if anchors.is_empty() {
            continue;
        }
        let (mut from_old, mut from_new) = (old.start, new.start);
        for (at_old, at_new) in anchors {
            open.push((from_old..at_old, from_new..at_new, depth - 1));
            partner[at_old] = Some(at_new);
            (from_old, from_new) = (at_old + 1, at_new + 1);
        }
        open.push((from_old..old.end, from_new..new.end, depth - 1));
    }
    partner.into_iter().enumerate().filter_map(|(old, new)| Some((old, new?))).collect()
}

/// The longest common row of two short stretches, by a table of lengths.
fn exact(before: &[&str], after: &[&str], old: &Range<usize>, new: &Range<usize>, partner: &mut [Option<usize>]) {
    let width = new.len() + 1;
    let mut lengths = vec![0_u32; (old.len() + 1) * width];
    for row in (0..old.len()).rev() {
        for column in (0..new.len()).rev() {
            let at = row * width + column;
            lengths[at] = if before[old.start + row] == after[new.start + column] {
                lengths[at + width + 1] + 1
            } else {
                lengths[at + width].max(lengths[at + 1])
            };
        }
    }
    let (mut row, mut column) = (0, 0);
    while row < old.len() && column < new.len() {
        let at = row * width + column;
        if before[old.start + row] == after[new.start + column] {
            partner[old.start + row] = Some(new.start + column);
            (row, column) = (row + 1, column + 1);
        } else if lengths[at + width] >= lengths[at + 1] {
            row += 1;
        } else {
            column += 1;
        }
    }
}

/// The texts that stand once in either stretch, in the order of the first.
fn single(before: &[&str], after: &[&str], old: &Range<usize>, new: &Range<usize>) -> Vec<(usize, usize)> {
    /// The place of each text; none of one that stands twice.
    fn places<'a>(row: &[&'a str], range: &Range<usize>) -> HashMap<&'a str, Option<usize>> {
        let mut places = HashMap::new();
        for at in range.clone() {
            places.entry(row[at]).and_modify(|place| *place = None).or_insert(Some(at));
        }
        places
    }
    let (olds, news) = (places(before, old), places(after, new));
    let once = |places: &HashMap<&str, Option<usize>>, at: usize| places.get(before[at]).copied().flatten();
    old.clone().filter_map(|at| once(&olds, at).and(Some((at, once(&news, at)?)))).collect()
}

/// The longest row of these, which ascend on the first side, that ascends on the second too.
fn ascending(all: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    // Of the rows of each length the one that ends lowest, and before each text the one that it follows.
    let mut ends: Vec<usize> = Vec::new();
    let mut follows: Vec<Option<usize>> = Vec::with_capacity(all.len());
    for (index, (_, place)) in all.iter().enumerate() {
        let length = ends.partition_point(|end| all[*end].1 < *place);
        follows.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(index);
        } else {
            ends[length] = index;
        }
    }
    let mut row = Vec::with_capacity(ends.len());
    let mut at = ends.last().copied();
    while let Some(index) = at {
        row.push(all[index]);
        at = follows[index];
    }
    row.reverse();
    row
}
