//! The arithmetic of a count: sums, shares, and numbers that cannot all be true.

use super::{Proceedings, VillageCount};
use crate::words;

/// Numbers of one count that cannot all be true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Contradiction {
    /// More forms came back than were handed out.
    MoreReturnedThanIssued,
    /// Valid and invalid forms are not what came back.
    ValidityIsNotWhatCameBack,
    /// The answers are not as many as the valid forms.
    AnswersAreNotTheValid,
    /// More households are for it than there are.
    MoreAgreeThanHouseholds,
}

impl VillageCount {
    /// Its numbers in the order of a tally: households, issued, returned, valid, invalid, agree, disagree, other.
    pub fn numbers(&self) -> [Option<u32>; 8] {
        [self.households, self.issued, self.returned, self.valid, self.invalid, self.agree, self.disagree, self.other]
    }

    /// The share of all households that are for it, in per cent: "98,6%". Those that gave no form back count among them.
    pub fn share(&self) -> Option<String> {
        words::percent(self.agree?, self.households?)
    }

    /// Whether more than half of all households are for it. None where that is not known, or where the numbers cannot all
    /// be true.
    pub fn is_carried(&self) -> Option<bool> {
        let (agree, households) = (u64::from(self.agree?), u64::from(self.households?));
        (households > 0 && self.contradictions().is_empty()).then_some(agree * 2 > households)
    }

    /// Which of its numbers cannot all be true; what is not known contradicts nothing.
    pub fn contradictions(&self) -> Vec<Contradiction> {
        let is_sum = |sum: Option<u32>, parts: &[Option<u32>]| {
            let parts: Option<u64> = parts.iter().map(|part| part.map(u64::from)).sum();
            sum.map(u64::from).zip(parts).is_none_or(|(sum, parts)| sum == parts)
        };
        let at_most = |less: Option<u32>, more: Option<u32>| less.zip(more).is_none_or(|(less, more)| less <= more);
        let checks = [
            (Contradiction::MoreReturnedThanIssued, at_most(self.returned, self.issued)),
            (Contradiction::ValidityIsNotWhatCameBack, is_sum(self.returned, &[self.valid, self.invalid])),
            (Contradiction::AnswersAreNotTheValid, is_sum(self.valid, &[self.agree, self.disagree, self.other])),
            (Contradiction::MoreAgreeThanHouseholds, at_most(self.agree, self.households)),
        ];
        checks.into_iter().filter(|(_, holds)| !holds).map(|(contradiction, _)| contradiction).collect()
    }
}

impl Proceedings {
    /// The sums over all villages; none where one of them is not known.
    pub fn counted(&self) -> VillageCount {
        let sum = |of: fn(&VillageCount) -> Option<u32>| {
            let mut numbers = self.counts.iter().map(of);
            let first = numbers.next()??;
            numbers.try_fold(first, |sum, number| sum.checked_add(number?))
        };
        VillageCount {
            households: sum(|count| count.households),
            issued: sum(|count| count.issued),
            returned: sum(|count| count.returned),
            valid: sum(|count| count.valid),
            invalid: sum(|count| count.invalid),
            agree: sum(|count| count.agree),
            disagree: sum(|count| count.disagree),
            other: sum(|count| count.other),
            ..VillageCount::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn village(numbers: [u32; 8]) -> VillageCount {
        let [households, issued, returned, valid, invalid, agree, disagree, other] = numbers.map(Some);
        VillageCount { households, issued, returned, valid, invalid, agree, disagree, other, ..VillageCount::default() }
    }

    #[test]
    fn sums_are_known_where_every_village_is() {
        let mut known = Proceedings {
            counts: vec![village([120, 120, 118, 116, 2, 110, 4, 2]), village([80, 80, 80, 80, 0, 79, 1, 0])],
            ..Proceedings::default()
        };
        assert_eq!(known.counted(), village([200, 200, 198, 196, 2, 189, 5, 2]));
        known.counts[1].valid = None;
        known.counts[1].other = Some(u32::MAX);
        assert_eq!(known.counted().valid, None);
        assert_eq!(known.counted().other, None, "no number is that large");
        assert_eq!(known.counted().agree, Some(189));
        assert_eq!(Proceedings::default().counted(), VillageCount::default());
    }

    #[test]
    fn the_share_is_of_all_households() {
        let count = village([1000, 1000, 990, 988, 2, 986, 1, 1]);
        assert_eq!(count.share().as_deref(), Some("98,6%"));
        assert_eq!(VillageCount { households: None, ..count.clone() }.share(), None);
        assert_eq!(VillageCount { households: Some(0), agree: Some(0), ..count }.share(), None);
    }

    #[test]
    fn more_than_half_is_strictly_more() {
        assert_eq!(village([100, 100, 100, 100, 0, 50, 50, 0]).is_carried(), Some(false));
        assert_eq!(village([100, 100, 100, 100, 0, 51, 49, 0]).is_carried(), Some(true));
        assert_eq!(village([101, 101, 51, 51, 0, 51, 0, 0]).is_carried(), Some(true));
        assert_eq!(VillageCount { agree: None, ..village([9, 9, 9, 9, 0, 9, 0, 0]) }.is_carried(), None);
        assert_eq!(village([0; 8]).is_carried(), None);
        assert_eq!(village([100, 100, 100, 100, 0, 99, 99, 0]).is_carried(), None, "the numbers contradict each other");
    }

    #[test]
    fn numbers_that_cannot_all_be_true_are_named() {
        use Contradiction::*;
        assert!(village([120, 120, 118, 116, 2, 110, 4, 2]).contradictions().is_empty());
        assert_eq!(village([120, 117, 118, 116, 2, 110, 4, 2]).contradictions(), [MoreReturnedThanIssued]);
        assert_eq!(village([120, 120, 118, 116, 1, 110, 4, 2]).contradictions(), [ValidityIsNotWhatCameBack]);
        assert_eq!(village([120, 120, 118, 116, 2, 111, 4, 2]).contradictions(), [AnswersAreNotTheValid]);
        assert_eq!(village([100, 120, 118, 116, 2, 110, 4, 2]).contradictions(), [MoreAgreeThanHouseholds]);
        assert!(VillageCount::default().contradictions().is_empty());
        let unknown = VillageCount { returned: None, valid: None, ..village([120, 1, 118, 116, 9, 110, 4, 2]) };
        assert!(unknown.contradictions().is_empty());
        let huge = village([u32::MAX, u32::MAX, u32::MAX, u32::MAX, u32::MAX, u32::MAX, u32::MAX, u32::MAX]);
        assert_eq!(huge.contradictions(), [ValidityIsNotWhatCameBack, AnswersAreNotTheValid]);
    }
}
