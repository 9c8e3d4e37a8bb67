//! Spellings of one thing: full and half width, capitals, blanks, hyphens, 株式会社 and ㈱.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use super::dictionary::{Dictionary, MISSING};

/// Columns with more different texts than this hold no categories that a person would tidy.
const MOST_LEVELS: usize = 2_000;

/// Texts that mean the same: for each level that is not the most frequent spelling, the level to use instead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spellings(Vec<(u32, u32)>);

impl Spellings {
    /// Looks for them among the levels.
    pub fn of(codes: &[u32], levels: &Dictionary) -> Self {
        if levels.len() > MOST_LEVELS {
            return Self::default();
        }
        let mut counts = vec![0usize; levels.len()];
        codes.iter().filter(|c| **c != MISSING).for_each(|c| counts[*c as usize] += 1);
        let mut groups: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (code, text) in levels.iter().enumerate() {
            groups.entry(plain(text)).or_default().push(code as u32);
        }
        let mut found = Vec::new();
        for group in groups.values().filter(|group| group.len() > 1) {
            let Some(usual) = group.iter().copied().max_by_key(|c| (counts[*c as usize], u32::MAX - c)) else {
                continue;
            };
            found.extend(group.iter().filter(|c| **c != usual).map(|c| (*c, usual)));
        }
        found.sort_unstable();
        Self(found)
    }

    /// How many spellings could vanish.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Spelling and what it becomes, at most `most`.
    pub fn examples(&self, levels: &Dictionary, most: usize) -> Vec<(String, String)> {
        self.0.iter().take(most).map(|(from, to)| (levels.get(*from).to_owned(), levels.get(*to).to_owned())).collect()
    }

    /// Makes them one.
    pub fn merge(&self, codes: &mut [u32], levels: &Dictionary) -> Dictionary {
        let mut merged = Dictionary::default();
        for code in codes.iter_mut().filter(|c| **c != MISSING) {
            let usual = self.0.binary_search_by_key(code, |(from, _)| *from).map_or(*code, |at| self.0[at].1);
            *code = merged.code(levels.get(usual));
        }
        merged
    }
}

/// What all spellings of a thing have in common.
fn plain(text: &str) -> String {
    let folded: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let folded = folded.replace("株式会社", "(株)").replace("有限会社", "(有)").replace("合同会社", "(同)");
    let same = |c: char| match c {
        'ヶ' | 'ｹ' => 'ケ',
        '‐' | '‑' | '–' | '—' | '―' | '−' | 'ｰ' => 'ー',
        '髙' => '高',
        '﨑' => '崎',
        '邊' | '邉' => '辺',
        c => c,
    };
    folded.chars().map(same).filter(|c| !c.is_whitespace() && *c != '・').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_thing() {
        for (a, b) in [
            ("㈱三歩", "株式会社三歩"),
            ("ｶﾚｰﾊﾟﾝ", "カレーパン"),
            ("ＡＢＣ商会", "abc 商会"),
            ("市ヶ谷店", "市ケ谷店"),
            ("渋谷　店", "渋谷店"),
        ] {
            assert_eq!(plain(a), plain(b));
        }
        assert_ne!(plain("渋谷店"), plain("渋谷南店"));
    }

    #[test]
    fn the_usual_spelling_stays() {
        let mut levels = Dictionary::default();
        let mut codes: Vec<u32> = ["㈱A", "株式会社A", "株式会社A", "B"].iter().map(|t| levels.code(t)).collect();
        let found = Spellings::of(&codes, &levels);
        assert_eq!((found.len(), found.examples(&levels, 3)), (1, vec![("㈱A".into(), "株式会社A".into())]));
        let merged = found.merge(&mut codes, &levels);
        assert_eq!((codes, merged.iter().collect::<Vec<_>>()), (vec![0, 0, 0, 1], vec!["株式会社A", "B"]));
    }
}
