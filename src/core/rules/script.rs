//! Scripts: which one a letter belongs to, and which one a language is written in.

/// A script that can be told from others by its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// As in French.
    Latin,
    /// As in Russian.
    Cyrillic,
    /// As in Greek.
    Greek,
    /// As in Hebrew.
    Hebrew,
    /// As in Arabic.
    Arabic,
    /// As in Thai.
    Thai,
    /// As in Hindi.
    Devanagari,
    /// As in Chinese, Japanese and Korean.
    EastAsian,
}

/// Languages that are written in one script, by their BCP 47 subtags. Of others a script in the tag must decide.
const LANGUAGES: [(Script, &str); 8] = [
    (
        Script::Latin,
        " en fr de es it pt nl sv da nb nn no fi is pl cs sk sl hr hu ro et lv lt tr sq mt eu ca gl ga cy id ms vi af sw \
         fo br co lb rm gd fy ",
    ),
    (Script::Cyrillic, " ru uk be bg mk kk ky tg tt ba sah "),
    (Script::Greek, " el "),
    (Script::Hebrew, " he yi "),
    (Script::Arabic, " ar fa ur ps prs ug "),
    (Script::Thai, " th "),
    (Script::Devanagari, " hi mr ne sa kok "),
    (Script::EastAsian, " zh ja ko "),
];

impl Script {
    /// The script of a letter; `None` for signs, and for letters of scripts that are not told apart here.
    pub fn of(letter: char) -> Option<Script> {
        Some(match letter {
            'A'..='Z'
            | 'a'..='z'
            | '\u{C0}'..='\u{D6}'
            | '\u{D8}'..='\u{F6}'
            | '\u{F8}'..='\u{24F}'
            | '\u{1E00}'..='\u{1EFF}' => Script::Latin,
            '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Script::Greek,
            '\u{400}'..='\u{52F}' => Script::Cyrillic,
            '\u{5D0}'..='\u{5EA}' => Script::Hebrew,
            '\u{620}'..='\u{64A}' | '\u{671}'..='\u{6D3}' | '\u{750}'..='\u{77F}' => Script::Arabic,
            '\u{904}'..='\u{939}' => Script::Devanagari,
            '\u{E01}'..='\u{E30}' => Script::Thai,
            '\u{1100}'..='\u{11FF}' | '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' => {
                Script::EastAsian
            }
            _ => return None,
        })
    }

    /// In the words of a sentence: "in … letters".
    pub fn name(self) -> &'static str {
        match self {
            Script::Latin => "Latin",
            Script::Cyrillic => "Cyrillic",
            Script::Greek => "Greek",
            Script::Hebrew => "Hebrew",
            Script::Arabic => "Arabic",
            Script::Thai => "Thai",
            Script::Devanagari => "Devanagari",
            Script::EastAsian => "East Asian",
        }
    }
}

/// Whether a letter is of a script that is written from right to left.
pub fn is_leftward(letter: char) -> bool {
    matches!(Script::of(letter), Some(Script::Hebrew | Script::Arabic))
}

/// Whether a letter is Mongolian, where what cannot be seen decides on the form of a vowel.
pub fn is_mongolian(letter: char) -> bool {
    ('\u{1820}'..='\u{18AA}').contains(&letter)
}

/// The script a language is written in, by its tag; `None` where it has several or one that is not told apart.
pub fn of_language(tag: &str) -> Option<Script> {
    let mut subtags = tag.split('-');
    let language = subtags.next().unwrap_or_default();
    match subtags.next().filter(|subtag| subtag.len() == 4) {
        Some("Latn") => Some(Script::Latin),
        Some("Cyrl") => Some(Script::Cyrillic),
        Some("Arab") => Some(Script::Arabic),
        Some("Deva") => Some(Script::Devanagari),
        Some("Hans" | "Hant") => Some(Script::EastAsian),
        Some(_) => None,
        None => {
            let wanted = format!(" {language} ");
            LANGUAGES.iter().find(|(_, languages)| languages.contains(&wanted)).map(|(script, _)| *script)
        }
    }
}
