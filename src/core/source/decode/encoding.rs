//! The encodings that are read, and their names.

use std::fmt::{self, Display, Formatter};

/// An encoding that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// The default of XML.
    Utf8,
    /// Low byte first, with a byte order mark.
    Utf16Le,
    /// High byte first, with a byte order mark.
    Utf16Be,
    /// Western Europe, without the Windows additions.
    Iso8859_1,
    /// Central Europe.
    Windows1250,
    /// Cyrillic.
    Windows1251,
    /// Western Europe.
    Windows1252,
    /// Greek.
    Windows1253,
    /// Turkish.
    Windows1254,
    /// Hebrew.
    Windows1255,
    /// Arabic.
    Windows1256,
    /// Baltic.
    Windows1257,
    /// Vietnamese.
    Windows1258,
}

impl Encoding {
    /// All that are read.
    pub const ALL: [Encoding; 13] = [
        Encoding::Utf8,
        Encoding::Utf16Le,
        Encoding::Utf16Be,
        Encoding::Iso8859_1,
        Encoding::Windows1250,
        Encoding::Windows1251,
        Encoding::Windows1252,
        Encoding::Windows1253,
        Encoding::Windows1254,
        Encoding::Windows1255,
        Encoding::Windows1256,
        Encoding::Windows1257,
        Encoding::Windows1258,
    ];

    /// The name as an XML declaration gives it.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16Le => "UTF-16LE",
            Encoding::Utf16Be => "UTF-16BE",
            Encoding::Iso8859_1 => "ISO-8859-1",
            Encoding::Windows1250 => "windows-1250",
            Encoding::Windows1251 => "windows-1251",
            Encoding::Windows1252 => "windows-1252",
            Encoding::Windows1253 => "windows-1253",
            Encoding::Windows1254 => "windows-1254",
            Encoding::Windows1255 => "windows-1255",
            Encoding::Windows1256 => "windows-1256",
            Encoding::Windows1257 => "windows-1257",
            Encoding::Windows1258 => "windows-1258",
        }
    }

    /// The encoding of a declaration that stands there in single bytes, in whatever letters and under its usual names.
    pub(super) fn declared(name: &str) -> Option<Encoding> {
        let name = name.to_ascii_lowercase();
        match name.as_str() {
            // The bytes of a declaration that could be read so far are not UTF-16, whatever it says.
            "utf-8" | "utf8" | "us-ascii" | "ascii" | "utf-16" | "utf-16le" | "utf-16be" => Some(Encoding::Utf8),
            "iso-8859-1" | "iso8859-1" | "iso_8859-1" | "latin1" | "latin-1" => Some(Encoding::Iso8859_1),
            _ => {
                let page = name.strip_prefix("windows-").or_else(|| name.strip_prefix("cp"))?;
                Encoding::ALL.into_iter().find(|encoding| encoding.name().strip_prefix("windows-") == Some(page))
            }
        }
    }

    /// Position of a Windows page, from 0 for 1250.
    pub(super) fn page(self) -> usize {
        (self as usize).saturating_sub(Encoding::Windows1250 as usize)
    }
}

impl Display for Encoding {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}
