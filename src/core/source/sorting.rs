//! Sorting by a few numbers or by a text.
//!
//! The standard library's sorts are written out anew for every type they sort, some four kilobytes each; here one
//! serves all numbers, and one all texts.

/// Sorts by a pair of numbers; what has equal pairs keeps its order.
pub fn by_numbers<T>(items: &mut [T], key: impl Fn(&T) -> (usize, usize)) {
    // Mostly the things read from a text are in its order already.
    if items.is_sorted_by_key(&key) {
        return;
    }
    let mut keys: Vec<_> = items.iter().map(key).enumerate().map(|(at, (one, two))| (one, two, at)).collect();
    keys.sort_unstable();
    arrange(items, keys.into_iter().map(|(_, _, at)| at).collect());
}

/// Sorts by a text; what has equal texts keeps its order.
pub fn by_text<'a, T>(items: &mut [T], key: impl Fn(&T) -> &'a str) {
    let mut keys: Vec<_> = items.iter().map(key).enumerate().map(|(at, text)| (text, at)).collect();
    keys.sort_unstable();
    arrange(items, keys.into_iter().map(|(_, at)| at).collect());
}

/// Puts at each position what stood at `from[position]`.
fn arrange<T>(items: &mut [T], mut from: Vec<usize>) {
    for start in 0..from.len() {
        let mut at = start;
        // A position that is done points to itself.
        while from[at] != start {
            let next = std::mem::replace(&mut from[at], at);
            items.swap(at, next);
            at = next;
        }
        from[at] = at;
    }
}
