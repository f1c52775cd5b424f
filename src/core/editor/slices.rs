//! A profile that is judged in slices of time, so that the page can do something else between two of them.

use super::{analysis::Judged, finding::Counts, reading::Reading, workspace::Profile};
use crate::rules::Judging;

/// A judgement on its way. It holds the texts it is of, and so stays true of them whatever happens to the profile.
#[derive(Debug)]
pub struct Slices {
    profile: Profile,
    told: Judged,
    state: State,
}

#[derive(Debug)]
enum State {
    Unread,
    Read(Box<Reading>, Judging),
    Judged(Counts),
}

impl Slices {
    /// Before the first slice.
    pub fn new(profile: &Profile, told: Judged) -> Slices {
        Slices { profile: profile.clone(), told, state: State::Unread }
    }

    /// Goes on by one slice: the profile is read, or held to one more law. At the end, how many problems are open.
    pub fn go_on(&mut self) -> Option<Counts> {
        match &mut self.state {
            State::Unread => {
                let reading = Reading::of(&self.profile, None);
                self.state = State::Read(reading.into(), Judging::new(self.told.most()));
                None
            }
            State::Read(reading, judging) => {
                if self.told.of_facts(&self.profile, reading, |facts| judging.step(facts)) {
                    return None;
                }
                let judging = std::mem::replace(judging, Judging::new(0));
                let (open, _) = self.told.divided(&self.profile, reading, judging.finish());
                let counts = Counts::of(&open);
                self.state = State::Judged(counts);
                Some(counts)
            }
            State::Judged(counts) => Some(*counts),
        }
    }

    /// Whether it is the judgement of these texts, told the same.
    pub fn is_of(&self, profile: &Profile, told: &Judged) -> bool {
        let own = &self.profile;
        own.options == profile.options && own.xml == profile.xml && self.told == *told
    }
}
