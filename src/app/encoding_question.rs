//! A file that is not in the encoding it should be in, and how it reads in others: the user is asked which is right.

use presence_profile_core::{editor::place::ProfileId, source::decode::readings::Reading};

/// A file that cannot be read as what it says to be, and how it reads otherwise.
#[derive(Clone)]
pub struct EncodingQuestion {
    /// The profile it was opened in.
    pub profile: ProfileId,
    /// Its name.
    pub name: String,
    /// Why it is not read as it is.
    pub reason: String,
    /// How it could be read.
    pub readings: Vec<Reading>,
}
