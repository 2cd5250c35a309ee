//! The check sum (CRC-32) that zip archives and PNG pictures bear. Knows bytes alone.

/// What each half byte adds: sixteen entries, as the usual table of 256 would be 1 kB of the module for a few
/// milliseconds a paper.
const HALVES: [u32; 16] = {
    let mut table = [0; 16];
    let mut at = 0;
    while at < 16 {
        let mut sum = at as u32;
        let mut bit = 0;
        while bit < 4 {
            // The polynomial of ISO 3309, its bits from the lowest up.
            sum = if sum & 1 == 1 { 0xEDB8_8320 ^ (sum >> 1) } else { sum >> 1 };
            bit += 1;
        }
        table[at] = sum;
        at += 1;
    }
    table
};

/// The check sum of bytes.
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    let mut sum = !0;
    for byte in bytes {
        sum ^= u32::from(*byte);
        sum = HALVES[(sum & 15) as usize] ^ (sum >> 4);
        sum = HALVES[(sum & 15) as usize] ^ (sum >> 4);
    }
    !sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_sum_that_others_make() {
        // The check value that catalogues of such sums give.
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc32(b""), 0);
    }
}
