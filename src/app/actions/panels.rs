//! The room of the panels, the presets of the rows, and the hints.

use super::{
    action::{Action, Group, Reach, What, in_editor},
    hands::Hands,
};
use presence_profile_core::editor::{preset::Preset, shares::Panel};

const fn action(
    group: Group,
    name: fn(Hands) -> String,
    why_not: fn(Hands) -> Option<String>,
    run: fn(Hands),
) -> Action {
    Action { group, name, keys: &[], reach: Reach::Page, why_not, what: What::Run(run) }
}

const fn preset(name: fn(Hands) -> String, run: fn(Hands)) -> Action {
    action(Group::States, name, no_preset, run)
}

/// All of them.
pub const ACTIONS: &[Action] = &[
    preset(|_| preset_name(Preset::OnePerRow), |hands| hands.presets.look_at(hands.session, Preset::OnePerRow)),
    preset(|_| preset_name(Preset::BusyAsOne), |hands| hands.presets.look_at(hands.session, Preset::BusyAsOne)),
    preset(
        |_| preset_name(Preset::OutOfServiceAsOne),
        |hands| hands.presets.look_at(hands.session, Preset::OutOfServiceAsOne),
    ),
    preset(|_| preset_name(Preset::Guide), |hands| hands.presets.look_at(hands.session, Preset::Guide)),
    action(
        Group::View,
        |hands| fold_name(hands, Panel::Preview, "the preview"),
        |hands| no_fold(hands, Panel::Preview),
        |hands| hands.room.turn(Panel::Preview),
    ),
    action(
        Group::View,
        |hands| fold_name(hands, Panel::Source, "the texts"),
        |hands| no_fold(hands, Panel::Source),
        |hands| hands.room.turn(Panel::Source),
    ),
    action(
        Group::View,
        |hands| fold_name(hands, Panel::Problems, "the problems"),
        |hands| no_fold(hands, Panel::Problems),
        |hands| hands.room.turn(Panel::Problems),
    ),
    action(
        Group::View,
        |_| "Reset the sizes of the panels".to_owned(),
        |hands| in_editor(hands).or_else(|| hands.room.cannot_reset_sizes().map(str::to_owned)),
        |hands| hands.room.reset_sizes(hands.session),
    ),
    action(
        Group::Help,
        |_| "Show the hints again".to_owned(),
        |hands| in_editor(hands).or_else(|| hands.hints.cannot_show_again(hands.session).map(str::to_owned)),
        |hands| hands.hints.show_again(),
    ),
];

fn preset_name(preset: Preset) -> String {
    format!("Preset: {}", preset.name())
}

fn no_preset(hands: Hands) -> Option<String> {
    in_editor(hands).or_else(|| hands.presets.cannot(hands.session).map(str::to_owned))
}

fn fold_name(hands: Hands, panel: Panel, name: &str) -> String {
    format!("{} {name}", if hands.room.is_folded(panel) { "Unfold" } else { "Fold" })
}

fn no_fold(hands: Hands, panel: Panel) -> Option<String> {
    in_editor(hands).or_else(|| hands.room.cannot_fold(hands.session, panel).map(str::to_owned))
}
