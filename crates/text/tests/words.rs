//! Every code has words in both languages, without holes, jargon or numbers that are not numbers.

mod samples;

use sanpo_api::{
    AnomalyPhrase, Ask, AskOption, AskWhat, DataPhrase, ForecastPhrase, Grain, Lang, Phrase, PredictPhrase, Words,
};
use sanpo_text::{
    Piece, Text, ask, choice, decided, field_name, field_none, field_says, note, problem, question, sentence,
    slot_none, task_name, task_says, undo,
};

const LANGS: [Lang; 2] = [Lang::Ja, Lang::En];

/// Words that stay off the screen.
const JARGON_JA: [&str; 14] = [
    "信頼区間",
    "予測区間",
    "特徴量",
    "異常検知",
    "異常値",
    "外れ値",
    "欠損",
    "クラスタ",
    "エンコーディング",
    "アップロード",
    "推論",
    "重要度",
    "トレーニング",
    "エラー",
];
const JARGON_EN: [&str; 12] = [
    "epoch",
    "hyperparameter",
    "contamination",
    "fold",
    "folds",
    "horizon",
    "residual",
    "cluster",
    "outlier",
    "upload",
    "sorry",
    "invalid",
];

fn check(lang: Lang, text: &str) {
    assert!(!text.trim().is_empty(), "empty in {lang:?}");
    let lower = text.to_lowercase();
    for part in ["{", "}", "nan", "。。", "  ", "..", "None", "Some("] {
        let found = if part == "nan" {
            lower.split(|c: char| !c.is_alphabetic()).any(|w| w == part)
        } else {
            text.contains(part)
        };
        assert!(!found, "{part:?} in {text}");
    }
    let words: Vec<&str> = lower.split(|c: char| !c.is_ascii_alphabetic()).collect();
    assert!(!words.contains(&"inf"), "inf in {text}");
    assert!(!JARGON_EN.iter().any(|w| words.contains(w)), "jargon in {text}");
    assert!(!JARGON_JA.iter().any(|w| text.contains(w)), "jargon in {text}");
    let japanese = text.chars().any(|c| ('\u{3040}'..='\u{30ff}').contains(&c));
    assert!(lang == Lang::Ja || !japanese, "Japanese in English: {text}");
}

#[test]
fn every_phrase_speaks_both_languages() {
    for phrase in samples::phrases() {
        for lang in LANGS {
            let text = Text.phrase(lang, &phrase);
            check(lang, &text);
            println!("{text}");
        }
    }
}

#[test]
fn phrases_survive_numbers_that_are_none() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, -0.0, 5e-324] {
        for phrase in samples::phrases_with(value) {
            LANGS.iter().for_each(|lang| check(*lang, &Text.phrase(*lang, &phrase)));
        }
    }
}

#[test]
fn the_samples_hold_every_phrase() {
    let source = include_str!("../src/phrase/mod.rs");
    let arms = source.lines().filter(|line| line.starts_with("        P::")).count();
    // The topic and the name: `Forecast(Next { .. })`. Steps of how an answer came about are one arm.
    let kind = |phrase: &Phrase| match phrase {
        Phrase::How(_) => "How".to_owned(),
        other => format!("{other:?}").split(' ').next().unwrap_or_default().to_owned(),
    };
    let kinds: std::collections::BTreeSet<String> = samples::phrases().iter().map(kind).collect();
    assert_eq!(kinds.len(), arms);
}

#[test]
fn problems_say_what_happened_and_what_to_do() {
    for it in samples::problems() {
        for lang in LANGS {
            let text = problem(lang, &it);
            check(lang, &text.what);
            check(lang, &text.remedy);
            println!("{} {}", text.what, text.remedy);
        }
    }
}

#[test]
fn notes_and_labels_speak_both_languages() {
    for lang in LANGS {
        for it in samples::notes() {
            let text = note(lang, &it);
            check(lang, &text);
            println!("{text}");
        }
        samples::labels().iter().for_each(|code| check(lang, &Text.label_code(lang, code)));
    }
}

#[test]
fn questions_and_decisions_speak_both_languages() {
    for lang in LANGS {
        for what in samples::ASKS {
            check(lang, ask(lang, what));
        }
        for it in samples::choices() {
            check(lang, &choice(lang, &it));
            check(lang, &decided(lang, &it));
            check(lang, undo(lang, &it));
            let option = AskOption { choice: it, in_force: true, cells: Vec::new() };
            let asked = Ask { what: AskWhat::Spellings, options: vec![option] };
            check(lang, &question(lang, &asked));
        }
    }
}

#[test]
fn tasks_and_fields_have_names() {
    for lang in LANGS {
        for task in sanpo_api::TaskId::ALL {
            check(lang, task_name(lang, task));
            check(lang, task_says(lang, task));
            for field in samples::FIELDS {
                check(lang, field_name(lang, task, field));
                check(lang, field_none(lang, task, field));
                let says = field_says(lang, task, field);
                assert!(
                    says.is_empty() || {
                        check(lang, says);
                        true
                    }
                );
            }
        }
    }
}

#[test]
fn the_sentence_of_settings_has_a_place_for_each_answer() {
    use sanpo_api::{FieldId as F, TaskId as T};
    let shown: [(T, &[F]); 5] = [
        (T::Forecast, &[F::Time, F::Value, F::Series, F::Horizon]),
        (T::Anomaly, &[F::Time, F::Columns]),
        (T::Segment, &[F::Customer, F::Columns, F::Groups]),
        (T::Segment, &[F::Customer, F::Time, F::Value, F::Groups]),
        (T::Predict, &[F::Target, F::Columns]),
    ];
    for (task, fields) in shown {
        for (lang, answered) in [(Lang::Ja, true), (Lang::Ja, false), (Lang::En, true), (Lang::En, false)] {
            let answers: Vec<(F, bool)> = fields.iter().map(|f| (*f, answered)).collect();
            let pieces = sentence(lang, task, &answers);
            let mut slots: Vec<F> =
                pieces.iter().filter_map(|p| if let Piece::Slot(f) = p { Some(*f) } else { None }).collect();
            let mut fields = fields.to_vec();
            slots.sort_unstable();
            fields.sort_unstable();
            assert_eq!(slots, fields);
            for piece in pieces {
                // In English there is a space between words, and nothing else may be one.
                if let Piece::Words(words) | Piece::Name(words) = piece
                    && words != " "
                {
                    check(lang, words);
                }
            }
        }
    }
    samples::FIELDS.iter().for_each(|f| LANGS.iter().for_each(|lang| check(*lang, slot_none(*lang, *f))));
}

#[test]
fn counts_are_plural_where_they_should_be() {
    let say = |flagged| Text.phrase(Lang::En, &Phrase::Anomaly(AnomalyPhrase::Rows { flagged, rows: 20 }));
    assert_eq!(say(1), "1 of 20 rows is unlike the others.");
    assert_eq!(say(2), "2 of 20 rows are unlike the others.");
    let left = |count| Text.phrase(Lang::En, &Phrase::Data(DataPhrase::RowsLeftOut { count }));
    assert_eq!(left(1), "1 row without a date or a number left out.");
    assert_eq!(left(1_500), "1,500 rows without a date or a number left out.");
}

#[test]
fn the_main_sentences_read_as_they_should() {
    let next = &samples::phrases()[0];
    assert_eq!(
        Text.phrase(Lang::Ja, next),
        "2024年4月1日(月)の「売上」は、41.2万円くらいの見込みです。10回のうち8回は、37万円〜45.5万円の間に入る見込みです。"
    );
    assert_eq!(
        Text.phrase(Lang::En, next),
        "“売上”, 1 Apr 2024 (Mon): about 412,000 yen. 8 times out of 10 it should lie between 370,000 and 455,000 yen."
    );
}

#[test]
fn what_lies_between_percentages_is_points() {
    let unit = Some("%".to_owned());
    let phrase = Phrase::Forecast(ForecastPhrase::MeanChange {
        by: -5.48,
        unit,
        steps: 6,
        grain: Grain::Month,
        last_year: None,
    });
    assert_eq!(Text.phrase(Lang::Ja, &phrase), "直前の6か月より、5.48ポイント低い見込みです。");
    assert_eq!(Text.phrase(Lang::En, &phrase), "That is 5.48 points lower than the 6 months just before.");
}

#[test]
fn a_class_named_like_its_column_is_said_once() {
    let picked = |target: &str, class: &str| {
        Phrase::Predict(PredictPhrase::Picked {
            target: target.into(),
            class: class.into(),
            customers: true,
            rows: 1_500,
            picked: 222,
            right: 77,
            by_chance: 33,
        })
    };
    let ja = |target, class| Text.phrase(Lang::Ja, &picked(target, class));
    assert!(ja("退会", "退会").contains("、「退会」になりそうな上位222人のうち、77人が実際に「退会」でした"));
    assert!(ja("退会フラグ", "退会").contains("、「退会」になりそうな"));
    assert!(ja("継続", "はい").contains("「継続」が「はい」になりそうな"));
    assert!(Text.phrase(Lang::En, &picked("Churned", "Churned")).contains("most likely to be “Churned”"));
    assert!(Text.phrase(Lang::En, &picked("Renewed", "Yes")).contains("to have “Yes” in “Renewed”"));
}
