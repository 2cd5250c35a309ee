//! Vietnamese of offices: dates, spans of time, counts, list letters, spelling, sorting.
//!
//! Knows no organ, no plan and no paper; takes values, returns words, and reads words back.
