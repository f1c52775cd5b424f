//! How the editor's room is shared: the sizes that were given to panels, and which of them are folded to their heads.

/// A panel of the editor, or panels that are looked at together where there is room for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// The fifteen rows.
    States,
    /// The entries by languages.
    Translations,
    /// What a colleague sees.
    Preview,
    /// The two texts.
    Source,
    /// What the laws say.
    Problems,
    /// The number line and the ranges of pull mode.
    Ranges,
    /// What each presence leads to in pull mode.
    Outcomes,
}

impl Panel {
    /// The panels of push mode, in their order.
    pub const OF_PUSH: [Panel; 5] =
        [Panel::States, Panel::Translations, Panel::Preview, Panel::Source, Panel::Problems];
    /// The panels of pull mode, in their order.
    pub const OF_PULL: [Panel; 4] = [Panel::Ranges, Panel::Outcomes, Panel::Source, Panel::Problems];
    /// Those that can be folded.
    pub const FOLDING: [Panel; 3] = [Panel::Preview, Panel::Source, Panel::Problems];

    /// The name it has where it is stored, and in the page's markup.
    pub fn key(self) -> &'static str {
        match self {
            Panel::States => "states",
            Panel::Translations => "translations",
            Panel::Preview => "preview",
            Panel::Source => "source",
            Panel::Problems => "problems",
            Panel::Ranges => "ranges",
            Panel::Outcomes => "outcomes",
        }
    }

    /// The panel of a key.
    pub fn of_key(key: &str) -> Option<Panel> {
        Panel::OF_PUSH.into_iter().chain(Panel::OF_PULL).find(|panel| panel.key() == key)
    }

    /// The panels of a mode.
    pub fn of_mode(is_pull: bool) -> &'static [Panel] {
        if is_pull { &Panel::OF_PULL } else { &Panel::OF_PUSH }
    }
}

/// Height of a row of the aggregated states, in CSS pixels; the sheet says the same.
const ROW: f64 = 24.0;

/// A border that can be moved; named after the panel whose size it sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Border {
    /// Between the tables and the texts: how wide the texts are.
    Source,
    /// Between the rows and the translations: how high the rows are.
    States,
    /// Between the texts and the problems: how high the problems are.
    Problems,
    /// In pull mode, between the ranges and what they lead to: how wide the ranges are.
    Ranges,
}

impl Border {
    /// All of them.
    pub const ALL: [Border; 4] = [Border::Source, Border::States, Border::Problems, Border::Ranges];

    /// The name its size has where it is stored, and in the page's styles.
    pub fn key(self) -> &'static str {
        match self {
            Border::Source => "source",
            Border::States => "states",
            Border::Problems => "problems",
            Border::Ranges => "ranges",
        }
    }

    /// What its value is.
    pub fn name(self) -> &'static str {
        match self {
            Border::Source => "Width of the XML source",
            Border::States => "Height of the aggregated states",
            Border::Problems => "Height of the problems",
            Border::Ranges => "Width of the ranges",
        }
    }

    /// Whether it is moved to the left and to the right, not up and down.
    pub fn is_across(self) -> bool {
        matches!(self, Border::Source | Border::Ranges)
    }

    /// Whether its panel grows as it is moved to the right or down; the others grow to the left and up.
    pub fn grows_forward(self) -> bool {
        matches!(self, Border::States | Border::Ranges)
    }

    /// The least its panel can have, in CSS pixels; the sheets say the same. Of the rows: both heads and four of them.
    pub fn least(self) -> f64 {
        match self {
            Border::Source => 340.0,
            Border::States => 158.0,
            Border::Problems => 104.0,
            Border::Ranges => 380.0,
        }
    }

    /// The least that its panel leaves to those beyond the border, in CSS pixels; the sheets say the same.
    pub fn left_over(self) -> f64 {
        match self {
            Border::Source => 680.0,
            Border::States => 134.0,
            Border::Problems => 160.0,
            Border::Ranges => 640.0,
        }
    }

    fn unit(self) -> f64 {
        if self == Border::States { ROW } else { 1.0 }
    }

    /// How far a key moves it, in CSS pixels: the rows by whole rows.
    fn step(self, is_large: bool) -> f64 {
        match (self, is_large) {
            (Border::States, false) => ROW,
            (Border::States, true) => 3.0 * ROW,
            (_, false) => 16.0,
            (_, true) => 64.0,
        }
    }

    /// The size behind a key at the border; `None` where the key means nothing there.
    pub fn after_key(self, key: &str, is_large: bool, now: f64, reach: Reach) -> Option<f64> {
        let forward = if self.grows_forward() { self.step(is_large) } else { -self.step(is_large) };
        let size = match (key, self.is_across()) {
            ("ArrowRight", true) | ("ArrowDown", false) => now + forward,
            ("ArrowLeft", true) | ("ArrowUp", false) => now - forward,
            ("Home", _) => reach.least,
            ("End", _) => reach.most,
            _ => return None,
        };
        Some(reach.hold(size))
    }

    /// The size behind a drag by so many CSS pixels to the right or down.
    pub fn after_drag(self, start: f64, moved: f64, reach: Reach) -> f64 {
        reach.hold(if self.grows_forward() { start + moved } else { start - moved })
    }
}

/// How small and how large a panel can be, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reach {
    /// The least.
    pub least: f64,
    /// The most; never less than the least.
    pub most: f64,
    /// All sizes are the least and so much more, any number of times: no row is cut in two.
    unit: f64,
}

impl Reach {
    /// From the least size at a border to the most there is room for, where that is more.
    pub fn new(border: Border, room: f64) -> Reach {
        let (least, unit) = (border.least(), border.unit());
        Reach { least, most: least + ((room - least) / unit).floor().max(0.0) * unit, unit }
    }

    /// The nearest size that is possible.
    pub fn hold(self, size: f64) -> f64 {
        let units = ((size.clamp(self.least, self.most) - self.least) / self.unit).round();
        self.least + units * self.unit
    }
}

/// Sizes that were given, and what is folded; where nothing was given, the page decides.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shares {
    sizes: [Option<u16>; Border::ALL.len()],
    folded: [bool; Panel::FOLDING.len()],
}

impl Shares {
    /// What was written; what is not understood is as if nothing was given.
    pub fn read(text: &str) -> Shares {
        let mut shares = Shares::default();
        for (key, value) in text.split_ascii_whitespace().filter_map(|word| word.split_once('=')) {
            if key == "folded" {
                value.split(',').filter_map(Panel::of_key).for_each(|panel| shares.fold(panel, true));
            } else if let Some(border) = Border::ALL.into_iter().find(|border| border.key() == key) {
                shares.give(border, value.parse().ok().filter(|size| *size != 0));
            }
        }
        shares
    }

    /// The same as a text.
    pub fn write(&self) -> String {
        let size = |border: Border| self.size(border).map(|size| format!("{}={size}", border.key()));
        let mut words: Vec<String> = Border::ALL.into_iter().filter_map(size).collect();
        let folded: Vec<&str> =
            Panel::FOLDING.into_iter().filter(|panel| self.is_folded(*panel)).map(Panel::key).collect();
        if !folded.is_empty() {
            words.push(format!("folded={}", folded.join(",")));
        }
        words.join(" ")
    }

    /// The size given at a border, in CSS pixels.
    pub fn size(&self, border: Border) -> Option<u16> {
        self.sizes[border as usize]
    }

    /// Gives a size at a border, or leaves it to the page again.
    pub fn give(&mut self, border: Border, size: Option<u16>) {
        self.sizes[border as usize] = size;
    }

    /// Leaves all sizes to the page again; what is folded stays so.
    pub fn forget_sizes(&mut self) {
        self.sizes = Default::default();
    }

    /// Whether a panel is folded.
    pub fn is_folded(&self, panel: Panel) -> bool {
        Panel::FOLDING.iter().position(|own| *own == panel).is_some_and(|at| self.folded[at])
    }

    /// Folds a panel, or unfolds it; one that cannot be folded stays as it is.
    pub fn fold(&mut self, panel: Panel, is_folded: bool) {
        if let Some(at) = Panel::FOLDING.iter().position(|own| *own == panel) {
            self.folded[at] = is_folded;
        }
    }
}
