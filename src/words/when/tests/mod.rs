//! Times written, read, and there and back.

mod read;
mod refused;
mod roundtrip;
mod written;
