//! Text that was garbled before: UTF-8 bytes that another program took for Shift_JIS or Windows-1252 and saved as such.
//!
//! Turning the text back into those bytes gives UTF-8 again, which real text in the wrong encoding practically never does. Bytes
//! that had no character were lost as U+FFFD on the way; what stood there is guessed: the most usual character of office files
//! that begins with the bytes that are left.

use encoding_rs::{Encoding, SHIFT_JIS, WINDOWS_1252};

use super::legacy::JAPANESE;

/// Restored text.
pub struct Restored {
    /// The text.
    pub text: String,
    /// Characters that had to be guessed, or stay lost.
    pub guessed: usize,
}

/// Bytes of lines that are looked at before all of the text is.
const SAMPLE_BYTES: usize = 1 << 16;

/// The text before it was garbled; `None` if it was not.
pub fn restore(text: &str) -> Option<Restored> {
    let sample = sample(text);
    [SHIFT_JIS, WINDOWS_1252].into_iter().find_map(|taken_for| {
        let (good, all) = runs(&sample).fold((0, 0), |(good, all), run| {
            let found = run_before(run, taken_for).is_some_and(|r| {
                // Half-width kana turn into accented letters: those were never garbled Japanese.
                let wide = taken_for != SHIFT_JIS || r.text.chars().any(|c| c >= '\u{3000}');
                wide && r.guessed * 2 <= r.text.chars().count() + 1
            });
            (good + usize::from(found), all + 1)
        });
        (all >= 2 && good * 10 >= all * 9).then(|| whole(text, taken_for))
    })
}

/// The first lines that are not ASCII.
fn sample(text: &str) -> String {
    let mut sample = String::new();
    for line in text.split_inclusive('\n').filter(|line| !line.is_ascii()) {
        sample.push_str(line);
        if sample.len() > SAMPLE_BYTES {
            break;
        }
    }
    sample
}

/// Stretches without ASCII.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_ascii()).filter(|run| !run.is_empty())
}

fn whole(text: &str, taken_for: &'static Encoding) -> Restored {
    let mut restored = Restored { text: String::with_capacity(text.len()), guessed: 0 };
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| !c.is_ascii()) {
        restored.text.push_str(&rest[..start]);
        let end = rest[start..].find(|c: char| c.is_ascii()).map_or(rest.len(), |length| start + length);
        match run_before(&rest[start..end], taken_for) {
            Some(run) => {
                restored.text.push_str(&run.text);
                restored.guessed += run.guessed;
            }
            None => restored.text.push_str(&rest[start..end]),
        }
        rest = &rest[end..];
    }
    restored.text.push_str(rest);
    restored
}

/// One stretch before it was garbled.
fn run_before(run: &str, taken_for: &'static Encoding) -> Option<Restored> {
    let bytes = bytes_of(run, taken_for)?;
    let mut restored = Restored { text: String::new(), guessed: 0 };
    let mut at = 0;
    while at < bytes.len() {
        let (length, c) = character(&bytes[at..])?;
        match c {
            Read::Sure(c) => restored.text.push(c),
            Read::Guess(known) => {
                let c = usual(&known, restored.text.chars().last());
                restored.text.push(c);
                restored.guessed += 1;
            }
        }
        at += length;
    }
    Some(restored)
}

/// The bytes that the characters were made from; `None` for those that were lost.
fn bytes_of(run: &str, taken_for: &'static Encoding) -> Option<Vec<Option<u8>>> {
    let mut bytes = Vec::with_capacity(run.len());
    for c in run.chars() {
        if c == '\u{FFFD}' {
            bytes.push(None);
            continue;
        }
        let mut buffer = [0; 4];
        let (encoded, _, unmappable) = taken_for.encode(c.encode_utf8(&mut buffer));
        if unmappable {
            return None;
        }
        bytes.extend(encoded.iter().map(|b| Some(*b)));
    }
    Some(bytes)
}

enum Read {
    Sure(char),
    Guess(Vec<Option<u8>>),
}

/// The UTF-8 character at the start, and how many entries it takes.
fn character(bytes: &[Option<u8>]) -> Option<(usize, Read)> {
    let Some(lead) = bytes[0] else { return Some((1, Read::Guess(Vec::new()))) };
    let length = match lead {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let mut known = vec![Some(lead)];
    let mut taken = 1;
    while known.len() < length {
        match bytes.get(taken) {
            Some(Some(b @ 0x80..=0xBF)) => known.push(Some(*b)),
            Some(None) => known.push(None),
            // One mark may stand for two lost bytes.
            _ if known.last() == Some(&None) => {
                known.push(None);
                continue;
            }
            _ => return None,
        }
        taken += 1;
    }
    let sure: Option<Vec<u8>> = known.iter().copied().collect();
    match sure {
        Some(bytes) => std::str::from_utf8(&bytes).ok()?.chars().next().map(|c| (taken, Read::Sure(c))),
        None => Some((taken, Read::Guess(known))),
    }
}

/// The most usual character with these bytes, first of all one that makes a usual word with the character before. What gets lost
/// is the first byte of a Shift_JIS pair, 0x81 to 0x9F.
fn usual(known: &[Option<u8>], before: Option<char>) -> char {
    let fits = |c: &char| {
        let mut buffer = [0; 4];
        let bytes = c.encode_utf8(&mut buffer).as_bytes();
        bytes.len() == known.len()
            && bytes.iter().zip(known).all(|(b, k)| k.map_or((0x81..=0x9F).contains(b), |k| k == *b))
    };
    let words = before
        .into_iter()
        .flat_map(|b| WORDS.match_indices(b).filter_map(|(at, b)| WORDS[at + b.len()..].chars().next()));
    words.chain(JAPANESE.chars()).chain('ぁ'..='ヿ').find(fits).unwrap_or('\u{FFFD}')
}

/// Usual words of headers and cells, one behind the other.
const WORDS: &str = "日付 年月日 年月 曜日 天気 気温 店舗 店名 支店 部門 担当者 商品名 商品コード 品名 分類 区分 数量 売上 売上高 金額 単価 \
    合計 税込 税抜 客数 客単価 来客数 顧客 会員番号 氏名 性別 年齢 住所 電話番号 都道府県 地域 備考 在庫 入荷 出荷 受注 注文 予約 実績 \
    予算 前年 原価 利益 粗利 渋谷店 新宿店 横浜店 本店 駅前店 東京 大阪 京都 名古屋 福岡 札幌 仙台 千葉 神奈川 埼玉";

#[cfg(test)]
mod tests {
    use super::*;

    fn garble(text: &str, taken_for: &'static Encoding) -> String {
        taken_for.decode_without_bom_handling(text.as_bytes()).0.into_owned()
    }

    #[test]
    fn headers_come_back() {
        let text = "日付,店舗,売上\n2024/4/1,渋谷店,12400\n2024/4/2,横浜店,72300\n";
        let found = restore(&garble(text, SHIFT_JIS)).unwrap();
        assert_eq!(found.text, text);
        assert!(found.guessed >= 3);
    }

    #[test]
    fn accents_come_back() {
        let text = "café,größe\nnaïve,1\n";
        let found = restore(&garble(text, WINDOWS_1252)).unwrap();
        assert_eq!((found.text.as_str(), found.guessed), (text, 0));
    }

    #[test]
    fn sound_text_is_left_alone() {
        for text in
            ["日付,店舗\n2024/4/1,渋谷店\n", "ﾆﾁｼﾞ,ｷﾝｶﾞｸ\n", "café,größe\n", "縺あり,繧返し\n糸,1\n", "plain,text\n"]
        {
            assert!(restore(text).is_none(), "{text}");
        }
    }
}
