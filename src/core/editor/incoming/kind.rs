//! What a piece of what came in is.

/// What a piece is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A whole agentStates file.
    AgentStates,
    /// Entries of one, without the outermost element.
    Fragments,
    /// The file of Lync's own presence states, which people confuse with ours.
    CustomStates,
    /// The value of `aggregated-states`, with or without its name, in one line or in several.
    Rows,
    /// Options, `name=value` in lines.
    Options,
    /// An export of a Configuration Server, or of a tool that reads one.
    Export,
    /// A table: rows of `aggregated-states`, texts by language, or both.
    Table,
    /// A file of a workspace of this editor.
    Workspace,
    /// Nothing that is read.
    LeftOut,
}

impl Kind {
    /// What a text may be read as by hand.
    pub const CHOICES: [Kind; 8] = [
        Kind::AgentStates,
        Kind::Fragments,
        Kind::CustomStates,
        Kind::Rows,
        Kind::Options,
        Kind::Export,
        Kind::Table,
        Kind::LeftOut,
    ];

    /// Its name in a list.
    pub fn name(self) -> &'static str {
        match self {
            Kind::AgentStates => "agentStates XML",
            Kind::Fragments => "XML fragments",
            Kind::CustomStates => "Lync customStates XML",
            Kind::Rows => "Option line, aggregated-states",
            Kind::Options => "Options",
            Kind::Export => "Configuration Server export",
            Kind::Table => "Table",
            Kind::Workspace => "Workspace of this editor",
            Kind::LeftOut => "Left out",
        }
    }

    /// Whether its text is XML of the file's own form once it is drafted.
    pub fn is_markup(self) -> bool {
        matches!(self, Kind::AgentStates | Kind::Fragments | Kind::CustomStates)
    }
}
