//! A block of PowerShell, to be run by hand: a copy of the file in use, the new one in its place, and a look at what is there.

/// A file on its way to its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Copying<'a> {
    /// The name of the new file, where it was downloaded to.
    pub from: &'a str,
    /// The path of the file in use, as `agent-presence-map` has it.
    pub to: &'a str,
    /// What the copy of the file that lies there is called behind that path: "before-2025-04-24".
    pub kept: &'a str,
    /// Whether a file is known to lie there, which is then missed where none does.
    pub is_there: bool,
    /// The SHA-256 of the new file, in hexadecimal digits.
    pub sha256: &'a str,
}

/// The block. It stops at the first thing that goes wrong, and overwrites no copy of before.
pub fn block(copying: &Copying<'_>) -> String {
    let Copying { from, to, kept, is_there, sha256 } = copying;
    let mut lines = vec!["$ErrorActionPreference = 'Stop'".to_owned()];
    lines.push(format!("$new = {}", quoted(from)));
    lines.push(format!("$inUse = {}", quoted(to)));
    lines.push(format!("$hash = {}", quoted(sha256)));
    lines.push(
        "if ((Get-FileHash -LiteralPath $new -Algorithm SHA256).Hash -ne $hash) { throw 'The downloaded file is another one' }"
            .to_owned(),
    );
    lines.push(format!("$copy = $inUse + {}", quoted(&format!(".{kept}"))));
    let if_there = if *is_there { "" } else { "if (Test-Path -LiteralPath $inUse) { " };
    let end = if *is_there { "" } else { " }" };
    lines.push(format!("{if_there}[IO.File]::Copy($inUse, $copy, $false){end}"));
    // `-Destination` of Copy-Item may take brackets for a pattern (PowerShell issue 12168).
    lines.push("[IO.File]::Copy((Convert-Path -LiteralPath $new), $inUse, $true)".to_owned());
    lines.push(
        "if ((Get-FileHash -LiteralPath $inUse -Algorithm SHA256).Hash -eq $hash) { 'In place' } else { throw 'Not in place' }"
            .to_owned(),
    );
    lines.join("\n") + "\n"
}

/// A text in single quotes. PowerShell takes the typographic ones for single quotes too; twice, each stands for itself.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("'");
    for sign in text.chars() {
        quoted.push(sign);
        if matches!(sign, '\'' | '\u{2018}' | '\u{2019}' | '\u{201A}' | '\u{201B}') {
            quoted.push(sign);
        }
    }
    quoted.push('\'');
    quoted
}
