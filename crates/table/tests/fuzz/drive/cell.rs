//! Single cells: words, numbers and dates in the dresses that offices give them.

use super::Draw;

/// Words of several tongues, marks, and what looks like them.
const WORDS: [&str; 40] = [
    "渋谷店",
    "横浜店",
    "カフェ",
    "ｶﾌｪ",
    "か\u{3099}",
    "茶",
    "水",
    "合計",
    "平均",
    "小計",
    "設計",
    "Total",
    "※注",
    "(注)",
    "【メモ】",
    "日付",
    "売上",
    "数量",
    "Köln",
    "서울점",
    "北京",
    "臺北",
    "①㈱",
    "髙島屋",
    "～",
    "定休日",
    "休",
    "なし",
    "-",
    "*",
    "x",
    "yes",
    "no",
    "N/A",
    "#DIV/0!",
    "#####",
    "縺ゅ＞",
    "a\"b",
    " 空 白 ",
    "\u{FEFF}印",
];

/// A cell of one kind.
pub fn cell(draw: &mut Draw, kind: usize) -> String {
    match kind {
        0 => number(draw),
        1 => date(draw),
        2 => draw.word(&WORDS).to_owned(),
        3 => format!("{:05}", draw.below(100_000)),
        4 => String::new(),
        _ => {
            let kind = draw.below(4);
            cell(draw, kind)
        }
    }
}

/// A number in some dress.
fn number(draw: &mut Draw) -> String {
    let n = draw.number();
    let small = draw.below(100);
    match draw.below(22) {
        0 => format!("△{}", n.unsigned_abs()),
        1 => format!("({n})"),
        2 => format!("¥{n}-"),
        3 => format!("{n}円"),
        4 => format!("{small},{:03}", draw.below(1_000)),
        5 => format!("{n}.{small}%"),
        6 => format!("{small}億{}万", draw.below(9_999)),
        7 => format!("{n}e{}", draw.below(400) as i64 - 200),
        8 => format!("{small}kg"),
        9 => format!("{small}g"),
        10 => format!("{small},{}", draw.below(100)),
        11 => format!("１{small}．５"),
        12 => format!("{small}.{:03},{}", draw.below(1_000), draw.below(100)),
        13 => "9".repeat(draw.below(80)),
        _ => n.to_string(),
    }
}

/// A date in some dress, now and then one that no calendar has.
fn date(draw: &mut Draw) -> String {
    let (y, m, d) = (1_985 + draw.below(60), draw.below(13) + usize::from(!draw.chance(20)), draw.below(31) + 1);
    let (hour, minute) = (draw.below(31), draw.below(61));
    match draw.below(24) {
        0 => format!("令和{}年{m}月{d}日", draw.below(40)),
        1 => format!("R{}.{m}.{d}", draw.below(20)),
        2 => format!("{y}年{m}月"),
        3 => format!("{y}{m:02}{d:02}"),
        4 => format!("{y}{m:02}"),
        5 => format!("{m}/{d}"),
        6 => format!("{m}月{d}日(月)"),
        7 => format!("{d}/{m}/{y}"),
        8 => format!("{}/{m}/{d}", y % 100),
        9 => format!("{y}-{m:02}-{d:02}T{hour:02}:{minute:02}:00Z"),
        10 => format!("{y}/{m}/{d} {hour}:{minute:02}"),
        11 => format!("{y}-W{:02}", draw.below(55)),
        12 => format!("FY{y} {}Q", draw.below(6)),
        13 => format!("{m}/{d}～{m}/{}", d + 6),
        14 => format!("{d} Apr {y}"),
        15 => (draw.below(90_000)).to_string(),
        16 => format!("第{}週", draw.below(60)),
        _ => format!("{y}/{m}/{d}"),
    }
}
