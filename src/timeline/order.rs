//! Lists that are kept in order.

/// Puts something into a list behind all whose keys are not greater than its own.
///
/// Lists of days are short; every type that the standard library sorts is 4 kB of the module.
pub(super) fn insert<T, K: Ord>(list: &mut Vec<T>, item: T, key: impl Fn(&T) -> K) {
    let own = key(&item);
    let at = list.partition_point(|other| key(other) <= own);
    list.insert(at, item);
}
