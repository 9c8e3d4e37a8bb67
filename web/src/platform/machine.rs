//! What the browser says about the machine and its owner's wishes.

use leptos::prelude::window;

/// How many workers to keep for jobs: one core stays with the page.
pub fn hands_wanted() -> usize {
    hands_for(window().navigator().hardware_concurrency())
}

fn hands_for(cores: f64) -> usize {
    // `as` turns NaN into 0, so an odd browser gets one worker.
    (cores as usize).saturating_sub(1).clamp(1, 4)
}

/// Whether Japanese comes before English among the person's languages; Japanese if neither is there.
pub fn prefers_japanese() -> bool {
    let languages = window().navigator().languages();
    let known = languages.iter().filter_map(|l| l.as_string()).find(|l| l.starts_with("ja") || l.starts_with("en"));
    known.is_none_or(|l| l.starts_with("ja"))
}

/// Whether a test build was asked to make a worker panic.
pub fn provoke_wanted() -> bool {
    option_env!("SANPO_PROVOKE").is_some() && window().location().search().is_ok_and(|s| s.contains("provoke=panic"))
}

#[cfg(test)]
mod tests {
    use super::hands_for;

    #[test]
    fn one_to_four_workers_for_any_machine() {
        let hands: Vec<usize> = [f64::NAN, -1.0, 1.0, 2.0, 3.0, 8.0, 128.0].map(hands_for).to_vec();
        assert_eq!(hands, [1, 1, 1, 1, 2, 4, 4]);
    }
}
