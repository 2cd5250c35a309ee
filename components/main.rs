//! The wasm's entry: it only links the library in. The loader calls the exported functions of `lib.rs`.

// The exported functions live in the library; naming it keeps them in the module.
use doi_thoai_components as _;

fn main() {}
