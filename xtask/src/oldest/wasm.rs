//! The module, held against the proposals that the oldest browsers know.

use wasmparser::{Validator, WasmFeatures};

/// Every proposal that both have, with its first Chrome and Firefox (MDN's browser-compat-data, `webassembly`). Not among
/// them, though compilers may write them one day: extended constant expressions (114, 112), tail calls (112, 121), garbage
/// collection and typed function references (119, 120), more than one memory (120, 125), exceptions with references
/// (137, 131), relaxed SIMD (114, 146), memories of 64 bits (133, 134). Threads (74, 79) are left out because a host page
/// must be isolated for them; exceptions of the first kind (95, 100) because that kind was given up.
const KNOWN: WasmFeatures = WasmFeatures::MUTABLE_GLOBAL // 74, 61
    .union(WasmFeatures::SATURATING_FLOAT_TO_INT) // 75, 64
    .union(WasmFeatures::SIGN_EXTENSION) // 69, 62
    .union(WasmFeatures::MULTI_VALUE) // 86, 78
    .union(WasmFeatures::BULK_MEMORY) // 75, 79
    .union(WasmFeatures::REFERENCE_TYPES) // 96, 79
    .union(WasmFeatures::SIMD) // 91, 89
    .union(WasmFeatures::FLOATS)
    // The type of references belongs to reference types; the validator keeps it apart.
    .union(WasmFeatures::GC_TYPES);

/// What the oldest browsers would refuse in a module.
pub fn unfit(module: &[u8]) -> Vec<String> {
    let validated = Validator::new_with_features(KNOWN).validate_all(module);
    validated.err().map(|fault| format!("the module: {fault}")).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one function of no parameters and no results, of this body.
    fn module(body: &[u8]) -> Vec<u8> {
        let mut bytes = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0".to_vec();
        let size = u8::try_from(body.len()).expect("a small body");
        bytes.extend([10, size + 4, 1, size + 2, 0]);
        bytes.extend(body);
        bytes.push(0x0b);
        bytes
    }

    /// A module of one section.
    fn section(number: u8, content: &[u8]) -> Vec<u8> {
        let mut bytes = b"\0asm\x01\0\0\0".to_vec();
        bytes.extend([number, u8::try_from(content.len()).expect("a small section")]);
        bytes.extend(content);
        bytes
    }

    #[test]
    fn what_the_oldest_browsers_know_is_let_through() {
        let known = [
            module(&[]),
            module(&[0x43, 0, 0, 0, 0, 0xfc, 0x00, 0xc0, 0x1a]), // truncated without a trap, sign extended
            module(&[0xd0, 0x70, 0x1a]),                         // a null reference
            module(&[0xfd, 0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x1a]), // a vector
        ];
        for module in known {
            assert_eq!(unfit(&module), Vec::<String>::new());
        }
    }

    #[test]
    fn what_came_later_is_refused() {
        let late = [
            ("a tail call", module(&[0x12, 0])),
            ("a reference of garbage collection", module(&[0xd0, 0x6e, 0x1a])),
            ("an exception with a reference", module(&[0x1f, 0x40, 0, 0x0b])),
            ("an exception of the first kind", module(&[0x06, 0x40, 0x0b])),
            ("a constant that is computed", section(6, &[1, 0x7f, 0, 0x41, 1, 0x41, 1, 0x6a, 0x0b])),
            ("two memories", section(5, &[2, 0, 1, 0, 1])),
            ("a memory of 64 bits", section(5, &[1, 4, 1])),
            ("a shared memory", section(5, &[1, 3, 1, 1])),
            ("a relaxed vector", {
                let zero = [&[0xfd, 0x0c][..], &[0; 16]].concat();
                module(&[&zero[..], &zero, &[0xfd, 0x80, 0x02, 0x1a]].concat())
            }),
        ];
        for (what, module) in late {
            assert_eq!(unfit(&module).len(), 1, "{what}");
            let all = Validator::new_with_features(WasmFeatures::all()).validate_all(&module).err();
            assert!(all.is_none(), "{what} is no module at all: {all:?}");
        }
    }
}
