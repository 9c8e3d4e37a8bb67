//! How wide a text is, about: the page alone knows its fonts.

/// Width of a text in a sans serif font of that size: half to two thirds of the size a Latin letter, the full size a Japanese one.
pub fn text_width(text: &str, font_size: f64) -> f64 {
    text.chars().map(em).sum::<f64>() * font_size
}

fn em(c: char) -> f64 {
    match c {
        ',' | '.' | ' ' | ':' | '/' | '\'' | '|' | 'i' | 'l' | 'j' => 0.33,
        'm' | 'w' | 'M' | 'W' | '%' => 0.9,
        'A'..='Z' => 0.7,
        '\0'..='\u{24f}' => 0.58,
        _ => 1.0,
    }
}

/// The text, cut with an ellipsis where it would be wider than `room`.
pub fn clipped(text: &str, font_size: f64, room: f64) -> String {
    if text_width(text, font_size) <= room {
        return text.to_owned();
    }
    let mut left = room - font_size;
    let mut out = String::new();
    for c in text.chars() {
        left -= em(c) * font_size;
        if left < 0.0 {
            break;
        }
        out.push(c);
    }
    out.push('…');
    out
}

/// The text in lines no wider than `room`, broken between words where there are any and between characters otherwise.
pub fn wrapped(text: &str, font_size: f64, room: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut left = room;
    for word in text.split_inclusive(' ') {
        let wide = text_width(word.trim_end(), font_size);
        if wide > left && wide <= room && lines.last().is_some_and(|line| !line.is_empty()) {
            lines.push(String::new());
            left = room;
        }
        for c in word.chars() {
            let width = em(c) * font_size;
            // A full stop or a comma never begins a line.
            if width > left && c != ' ' && !"、。，．）」".contains(c) {
                lines.push(String::new());
                left = room;
            }
            left -= width;
            if let Some(line) = lines.last_mut() {
                line.push(c);
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_between_characters() {
        assert_eq!(clipped("売上", 10.0, 20.0), "売上");
        assert_eq!(clipped("売上金額", 10.0, 30.0), "売上…");
        assert_eq!(clipped("売上金額", 10.0, 0.0), "…");
    }

    #[test]
    fn long_texts_are_broken_between_words_or_characters() {
        assert_eq!(wrapped("売上の予測です。", 10.0, 30.0), ["売上の", "予測で", "す。"]);
        assert_eq!(wrapped("予測です。", 10.0, 40.0), ["予測です。"]);
        assert_eq!(wrapped("aa bb cc", 10.0, 35.0), ["aa bb ", "cc"]);
        assert_eq!(wrapped("", 10.0, 0.0), [""]);
        assert_eq!(wrapped("売上", 10.0, f64::NAN), ["売上"]);
    }
}
