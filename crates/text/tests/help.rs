//! The help pages speak both languages, in the screens' own words.

use std::collections::BTreeSet;

use sanpo_api::Lang;
use sanpo_text::help::{Both, Entry, FRAME, PAGES, Part};

/// Words that the screens do not use; the glossary names them only as what others say.
const JARGON: [&str; 10] =
    ["信頼区間", "予測区間", "特徴量", "異常検知", "外れ値", "欠損", "クラスタ", "アップロード", "推論", "重要度"];

fn check(text: &Both) {
    for (lang, text) in [(Lang::Ja, text.ja), (Lang::En, text.en)] {
        assert!(!text.trim().is_empty() && !text.contains("  "), "{text}");
        assert!(!JARGON.iter().any(|word| text.contains(word)), "jargon in {text}");
        let kana = text.chars().any(|c| ('\u{3040}'..='\u{30ff}').contains(&c));
        assert!(lang == Lang::Ja || !kana, "Japanese in English: {text}");
        // The page takes these texts in as markup that may hold nothing that runs.
        assert!(!text.contains('<') && !text.contains("javascript:"), "{text}");
    }
}

fn entries() -> Vec<&'static Entry> {
    let lists = PAGES.iter().flat_map(|page| page.parts).filter_map(|part| match part {
        Part::Entries(list) => Some(*list),
        _ => None,
    });
    lists.flatten().copied().collect()
}

#[test]
fn every_page_speaks_both_languages() {
    FRAME.head.iter().chain([&FRAME.pages, &FRAME.back, &FRAME.also, &FRAME.example]).for_each(check);
    for page in PAGES {
        check(&page.title);
        check(&page.lead);
        for part in page.parts {
            match part {
                Part::Heading(text) | Part::Text(text) | Part::SeminarLink(text) => check(text),
                Part::List(texts) | Part::Steps(texts) | Part::Grades(texts) => texts.iter().for_each(check),
                Part::Facts(facts) => facts.iter().for_each(|f| [f.name, f.says].iter().for_each(check)),
                Part::Script(scenes) => scenes.iter().for_each(|s| [s.says, s.does, s.sees].iter().for_each(check)),
                Part::Tasks | Part::Entries(_) => {}
            }
        }
    }
}

#[test]
fn the_glossary_has_each_word_once() {
    let (mut anchors, mut names) = (BTreeSet::new(), BTreeSet::new());
    for entry in entries() {
        check(&entry.name);
        check(&entry.says);
        assert_eq!(entry.also.ja.is_empty(), entry.also.en.is_empty(), "{}", entry.anchor);
        assert!(anchors.insert(entry.anchor), "{} twice", entry.anchor);
        assert!(names.insert(entry.name.ja), "{} twice", entry.name.ja);
        assert!(entry.anchor.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", entry.anchor);
        let sentences = entry.says.ja.matches('。').count();
        assert!((1..=2).contains(&sentences), "{} sentences: {}", sentences, entry.says.ja);
    }
    assert!(anchors.len() > 40, "{} words", anchors.len());
}

#[test]
fn the_screens_links_lead_to_the_pages() {
    for lang in [Lang::Ja, Lang::En] {
        let words = sanpo_text::ui(lang);
        let pages: Vec<_> = PAGES.iter().map(|page| page.folder).collect();
        let linked: Vec<_> = words.help.help_pages.iter().map(|(folder, _)| *folder).collect();
        assert_eq!(pages, linked);
    }
}
