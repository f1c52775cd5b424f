//! The time of day, as the computer shows it.

use js_sys::Date;

/// Now, in milliseconds since 1970.
pub fn now() -> f64 {
    Date::now()
}

/// The time of day of a moment: `14:02`.
pub fn time_of_day(moment: f64) -> String {
    let date = Date::new(&moment.into());
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// The same to the second: `14:02:31`.
pub fn second_of_day(moment: f64) -> String {
    format!("{}:{:02}", time_of_day(moment), Date::new(&moment.into()).get_seconds())
}

/// A moment as people say it: `14:02` today, `24 Nov 14:02` before.
pub fn moment(moment: f64) -> String {
    match day(moment).as_str() {
        "today" => time_of_day(moment),
        day => format!("{day} {}", time_of_day(moment)),
    }
}

/// The same where there is little room: `14:02` today, `24 Nov` before.
pub fn moment_in_short(moment: f64) -> String {
    match day(moment).as_str() {
        "today" => time_of_day(moment),
        "yesterday" => {
            let date = Date::new(&moment.into());
            format!("{} {}", date.get_date(), month(&date))
        }
        day => day.to_owned(),
    }
}

/// A day as names of files have it: "2025-04-24".
pub fn day_in_digits(moment: f64) -> String {
    let date = Date::new(&moment.into());
    format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}

/// The day of a moment as people say it: `today`, `yesterday`, `24 Nov`, `24 Nov 2025`.
pub fn day(moment: f64) -> String {
    let (date, today) = (Date::new(&moment.into()), Date::new_0());
    let number = |date: &Date| (date.get_full_year(), date.get_month(), date.get_date());
    // By the calendar, since a day may have 23 hours.
    let yesterday =
        Date::new_with_year_month_day(today.get_full_year(), today.get_month() as i32, today.get_date() as i32 - 1);
    let month = month(&date);
    match number(&date) {
        own if own == number(&today) => "today".to_owned(),
        own if own == number(&yesterday) => "yesterday".to_owned(),
        (year, _, day) if year == today.get_full_year() => format!("{day} {month}"),
        (year, _, day) => format!("{day} {month} {year}"),
    }
}

fn month(date: &Date) -> &'static str {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    MONTHS.get(date.get_month() as usize).copied().unwrap_or_default()
}

/// A future that is ready after so many milliseconds.
pub async fn wait(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        // A function that is there is taken.
        let _ = super::page::window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}
