//! What a profile is compared with: what T-Server has of it, another profile, or a file.

use std::sync::Arc;

use crate::{
    editor::{
        baseline::{Baseline, Live},
        workspace::Profile,
    },
    mapping::options::ProfileOptions,
    source::ini,
};

/// What a profile is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Then {
    /// Its two texts, under the identity of the profile. A text that is not known is that of the profile: nothing is told of it.
    pub profile: Profile,
    /// Whether its options are known.
    pub has_options: bool,
    /// Whether its XML is known.
    pub has_xml: bool,
    /// Whether it is nothing, and so all is new.
    pub is_nothing: bool,
}

impl Then {
    /// What T-Server has of a profile.
    pub fn live(baseline: &Baseline, now: &Profile) -> Then {
        let text = |live: &Live, own: &Arc<str>| match live {
            Live::Text(text) => text.clone(),
            Live::Unknown => own.clone(),
            Live::Nothing => Arc::default(),
        };
        let name = baseline.name.clone().unwrap_or_else(|| now.name.clone());
        Then {
            profile: Profile {
                name,
                options: text(&baseline.options, &now.options),
                xml: text(&baseline.xml, &now.xml),
                ..now.clone()
            },
            has_options: baseline.options != Live::Unknown,
            has_xml: baseline.xml != Live::Unknown,
            is_nothing: *baseline == Baseline::NEW,
        }
    }

    /// Another profile.
    pub fn other(other: &Profile, now: &Profile) -> Then {
        let profile = Profile { options: other.options.clone(), xml: other.xml.clone(), ..now.clone() };
        Then { profile, has_options: true, has_xml: true, is_nothing: false }
    }

    /// A file: options, where it has some, else XML.
    pub fn file(text: &str, now: &Profile) -> Then {
        let read = ProfileOptions::read(text);
        let is_options = !ini::trim(text, crate::source::text::Span::new(0, text.len())).text(text).starts_with('<')
            && read.options.iter().any(|option| option.known.is_some());
        let (options, xml) = if is_options { (Some(text), None) } else { (None, Some(text)) };
        let profile = Profile {
            options: options.map_or_else(|| now.options.clone(), Arc::from),
            xml: xml.map_or_else(|| now.xml.clone(), Arc::from),
            ..now.clone()
        };
        Then { profile, has_options: is_options, has_xml: !is_options, is_nothing: false }
    }

    /// Which of its texts are not known, in words: "the options".
    pub fn unknown(&self) -> Option<&'static str> {
        match (self.has_options, self.has_xml) {
            (false, false) => Some("options and file"),
            (false, true) => Some("the options"),
            (true, false) => Some("the file"),
            (true, true) => None,
        }
    }

    /// Whether the texts are the same to the byte.
    pub fn is_same(&self, now: &Profile) -> bool {
        self.profile.options == now.options && self.profile.xml == now.xml
    }
}
