//! What the search came to, in words.

use std::collections::BTreeSet;

use super::{
    found::Found,
    hit::{Hit, Holder, Within},
    replacing::hits_of,
    scope::Scope,
};
use crate::{editor::analysis::Analysis, mapping::lcid::Lcid, source::phrase::counted};

impl Found {
    /// "4 hits in 4 entries, all English", or why there are none.
    pub fn summary(&self, analysis: &Analysis) -> String {
        if self.count() == 0 {
            return self.why_none().to_owned();
        }
        let hits = hits_of(self.count());
        match self.asked().scope {
            Scope::Texts => {
                let entries = self.blocks.iter().filter(|block| !block.is_empty()).count();
                format!("{hits} in {}, {}", counted(entries, "entry", "entries"), self.in_languages())
            }
            Scope::Ids => {
                let ids = self.holders().map(|holder| self.text(holder)).collect::<BTreeSet<_>>().len();
                format!("{hits} in {}", counted(ids, "ID", "IDs"))
            }
            Scope::Xml | Scope::Options => {
                let line = |hit: Hit| match hit.holder {
                    Holder::Stretch(part) => analysis.lines(part).line_of(hit.span.start),
                    _ => 0,
                };
                let lines = self.from(0).map(line).collect::<BTreeSet<_>>().len();
                format!("{hits} in {}", counted(lines, "line", "lines"))
            }
        }
    }

    fn why_none(&self) -> &'static str {
        let query = self.query();
        match self.asked().scope {
            _ if self.asked().written.trim().is_empty() && !query.has_phrase() => "",
            _ if !query.has_phrase() => "Nothing to find yet: this only says where, or what to leave out",
            Scope::Ids if query.has_language() => "No hits: an ID has no language",
            Scope::Options if query.has_language() => "No hits: options have no language",
            Scope::Texts
                if query.has_language() && !self.languages().iter().any(|own| query.admits_language(Some(*own))) =>
            {
                "No hits: the translations have no such language"
            }
            _ => "No hits",
        }
    }

    /// The languages that hits are in, each once, in the order of the columns.
    pub fn hit_languages(&self) -> Vec<Lcid> {
        let mut is_hit = vec![false; self.languages().len()];
        for block in &self.blocks {
            let mut column = 0;
            // In an entry hits are in the order of the columns.
            for own in block.iter() {
                let Within::Text(lcid) = own.at else { break };
                column += self.languages()[column..].iter().take_while(|other| **other != lcid).count();
                is_hit.get_mut(column).into_iter().for_each(|is_hit| *is_hit = true);
            }
        }
        self.languages().iter().zip(is_hit).filter(|(_, is_hit)| *is_hit).map(|(lcid, _)| *lcid).collect()
    }

    fn in_languages(&self) -> String {
        let languages = self.hit_languages();
        match languages.first().filter(|_| languages.len() == 1) {
            Some(only) if self.count() == 1 => self.short_name(*only),
            Some(only) => format!("all {}", self.short_name(*only)),
            None => counted(languages.len(), "language", "languages"),
        }
    }

    /// The name of a language without its country, where no other column has it too.
    fn short_name(&self, lcid: Lcid) -> String {
        let name = lcid.name();
        let short = |name: &str| name.split(" (").next().unwrap_or_default().to_owned();
        let own = short(&name);
        let is_alone = self.languages().iter().filter(|other| short(&other.name()) == own).count() == 1;
        if is_alone { own } else { name.into_owned() }
    }

    /// What holds hits, each as often as it holds one.
    fn holders(&self) -> impl Iterator<Item = Holder> + '_ {
        self.from(0).map(|hit| hit.holder)
    }
}
