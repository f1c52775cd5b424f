//! The SHA-256 of bytes, as operators compare files by it.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// In hexadecimal digits, small ones.
pub fn sha256(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing to a string does not fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

/// What is pasted as one, in whatever letters and with blanks or hyphens in it; `None` where it is none.
pub fn read_sha256(text: &str) -> Option<String> {
    let is_between = |sign: char| sign.is_whitespace() || matches!(sign, '-' | ':');
    let digits: String = text.chars().filter(|sign| !is_between(*sign)).collect::<String>().to_ascii_lowercase();
    (digits.len() == 64 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(digits)
}
