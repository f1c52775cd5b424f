//! The number line: where numbers are on it, and which number is where. 18000, a class of its own, has a place behind it.

use presence_profile_core::mapping::availability::{Availability, Class};

/// Where the place of 18000 begins and ends behind the line, in CSS pixels; the sheet says the same.
const OFFLINE_START: u16 = 4;
const OFFLINE_END: u16 = 92;
/// How near to a border of a class an end goes there by itself, in CSS pixels.
const NEAR: f64 = 5.0;
/// A pixel is a dozen numbers: ends that are dragged stand on tens.
const COARSE: u16 = 10;

const HIGHEST: u16 = Availability::HIGHEST;

/// Where a range begins, from the left.
pub(super) fn left(lowest: u16) -> String {
    match lowest {
        HIGHEST => format!("calc(100% + {OFFLINE_START}px)"),
        lowest => percent(lowest),
    }
}

/// Where a range ends, from the right.
pub(super) fn right(highest: u16) -> String {
    match highest {
        HIGHEST => format!("-{OFFLINE_END}px"),
        highest => percent(HIGHEST - highest - 1),
    }
}

/// Where the middle of a number is, from the left.
pub(super) fn middle(number: u16) -> String {
    match number {
        HIGHEST => format!("calc(100% + {}px)", (OFFLINE_START + OFFLINE_END) / 2),
        number => percent(number),
    }
}

fn percent(number: u16) -> String {
    // Printing fractions would take the program ten kilobytes.
    let thousandths = u32::from(number) * 100_000 / u32::from(HIGHEST);
    format!("{}.{:03}%", thousandths / 1000, thousandths % 1000)
}

/// How far from the left a number begins, on a line so wide, in CSS pixels; of 18001 where the last one ends.
pub(super) fn pixels(edge: u16, width: f64) -> f64 {
    match edge {
        0..HIGHEST => f64::from(edge) * width / f64::from(HIGHEST),
        HIGHEST => width,
        _ => width + f64::from(OFFLINE_END),
    }
}

/// The number that begins about where the pointer is, 18001 behind the last one.
pub(super) fn edge(pixels: f64, width: f64) -> u16 {
    if width + f64::from(OFFLINE_START) < pixels {
        return HIGHEST + 1;
    }
    near_border(pixels, width).unwrap_or_else(|| {
        let number = (pixels / width * f64::from(HIGHEST)).clamp(0.0, f64::from(HIGHEST)) as u16;
        (number + COARSE / 2) / COARSE * COARSE
    })
}

/// The border of a class that the pointer is near to.
pub(super) fn near_border(pixels: f64, width: f64) -> Option<u16> {
    let borders = Class::ALL.into_iter().map(Class::lowest);
    borders.min_by_key(|border| distance(*border, pixels, width)).filter(|border| {
        let away = self::pixels(*border, width) - pixels;
        (-NEAR..=NEAR).contains(&away)
    })
}

fn distance(border: u16, pixels: f64, width: f64) -> u32 {
    (self::pixels(border, width) - pixels).abs() as u32
}

/// The number at a place of the line.
pub(super) fn number(pixels: f64, width: f64) -> u16 {
    if width + f64::from(OFFLINE_START) < pixels {
        return HIGHEST;
    }
    (pixels / width * f64::from(HIGHEST)).clamp(0.0, f64::from(HIGHEST - 1)) as u16
}

/// How many numbers lie on so many pixels, in tens.
pub(super) fn shift(pixels: f64, width: f64) -> i32 {
    let tens = pixels / width * f64::from(HIGHEST) / f64::from(COARSE);
    tens.round() as i32 * i32::from(COARSE)
}
