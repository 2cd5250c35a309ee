//! Codes for readers (QR) as a picture (PNG), for files that take no drawing of ours, such as Word's.

use miniz_oxide::deflate::compress_to_vec_zlib;

use super::{crc::crc32, qr, zip};

/// The side of a square in px: the code of a copy gets some 300 px, as many as a printer of 300 to an inch sets on 25 mm.
/// One square of a row is then one byte of the picture.
pub const MODULE_PX: u32 = 8;

/// The blank squares around the code, by which readers find it (ISO/IEC 18004).
pub const QUIET: u32 = 4;

/// The code of a text as a picture of black and white, the quiet border with it; none where the text is too long for a
/// code, which no text of ours is. Its side is [`MODULE_PX`] times the code's squares and twice [`QUIET`].
pub fn code(text: &str) -> Option<Vec<u8>> {
    let drawn = qr::drawn(text)?;
    let quiet = QUIET as i32;
    let side = drawn.size() + 2 * quiet;
    let mut points = Vec::new();
    for y in -quiet..side - quiet {
        // The byte in front says that no row is told by the one above it.
        let mut row = vec![0];
        for x in -quiet..side - quiet {
            // A bit is a point, 1 is white. Outside the code nothing is dark.
            row.push(if drawn.get_module(x, y) { 0 } else { 0xFF });
        }
        for _ in 0..MODULE_PX {
            points.extend(&row);
        }
    }
    let side_px = side.unsigned_abs() * MODULE_PX;
    let mut about = Vec::new();
    about.extend(side_px.to_be_bytes());
    about.extend(side_px.to_be_bytes());
    // One bit a point, greys, and the one way there is to pack, to filter and not to interlace.
    about.extend([1, 0, 0, 0, 0]);
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    push_chunk(b"IHDR", &about, &mut out);
    push_chunk(b"IDAT", &compress_to_vec_zlib(&points, zip::LEVEL), &mut out);
    push_chunk(b"IEND", &[], &mut out);
    Some(out)
}

/// A piece of the file: its length, name and bytes, and the check sum of both.
fn push_chunk(name: &[u8; 4], bytes: &[u8], out: &mut Vec<u8>) {
    out.extend((bytes.len() as u32).to_be_bytes());
    let start = out.len();
    out.extend(name);
    out.extend(bytes);
    let sum = crc32(&out[start..]);
    out.extend(sum.to_be_bytes());
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    #[test]
    fn another_reader_finds_the_squares_of_the_code() {
        for text in ["DT1-0123abcd-12-10250", "Ủy ban nhân dân xã An Bình, phiếu số 12", ""] {
            let picture = code(text).expect("a code");
            let mut reader = png::Decoder::new(Cursor::new(picture)).read_info().expect("a picture");
            assert_eq!(reader.info().color_type, png::ColorType::Grayscale);
            assert_eq!(reader.info().bit_depth, png::BitDepth::One);
            let mut points = vec![0; reader.output_buffer_size().expect("a size")];
            let frame = reader.next_frame(&mut points).expect("its points");
            let drawn = qr::drawn(text).expect("a code");
            let side_px = (drawn.size() as u32 + 8) * 8;
            assert_eq!((frame.width, frame.height), (side_px, side_px));
            for y in 0..side_px {
                for x in 0..side_px {
                    let byte = points[y as usize * frame.line_size + x as usize / 8];
                    let white = byte >> (7 - x % 8) & 1 == 1;
                    let module = |px: u32| (px / 8) as i32 - 4;
                    assert_eq!(!white, drawn.get_module(module(x), module(y)), "{text}: {x} {y}");
                }
            }
        }
    }

    #[test]
    fn a_text_too_long_has_none() {
        assert_eq!(code(&"a".repeat(5000)), None);
    }
}
