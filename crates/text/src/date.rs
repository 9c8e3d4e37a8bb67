//! How dates are written.

use sanpo_api::{Civil, Grain, Lang, Moment};

use crate::label::{MONTHS_EN, WEEKDAYS};

/// A date in full at its grain: 2024年4月1日(月), 2024年4月, 2024年第2四半期; 1 Apr 2024 (Mon), Apr 2024, Q2 2024.
pub fn date(lang: Lang, moment: Moment, grain: Grain) -> String {
    let Civil { year, .. } = moment.civil();
    let short = date_short(lang, moment, grain);
    let weekday = WEEKDAYS[usize::from(moment.civil().weekday % 7)];
    match grain {
        Grain::Second | Grain::Minute | Grain::Hour => {
            let day = date_short(lang, moment, Grain::Day);
            let clock = clock(moment, grain);
            say!(lang, "{year}年{day} {clock}", "{day} {year}, {clock}")
        }
        Grain::Day => {
            let name = match lang {
                Lang::Ja => weekday.0,
                Lang::En => &weekday.1[..3],
            };
            say!(lang, "{year}年{short}({name})", "{short} {year} ({name})")
        }
        Grain::Week | Grain::Month | Grain::Quarter => say!(lang, "{year}年{short}", "{short} {year}"),
        Grain::Year | Grain::FiscalYear => short,
    }
}

/// A date as a paper for others has it, in Japanese with the year of the era: 2026年（令和8年）4月1日(水); 1 Apr 2026 (Wed).
pub fn date_formal(lang: Lang, moment: Moment, grain: Grain) -> String {
    let text = date(lang, moment, grain);
    let year = format!("{}年", moment.civil().year);
    match (lang, text.strip_prefix(&year), era(moment.civil())) {
        (Lang::Ja, Some(rest), Some(era)) => format!("{year}（{era}）{rest}"),
        _ => text,
    }
}

/// The year of the era since Meiji 6, when Japan took over the present calendar: 令和8年, 平成元年.
fn era(civil: Civil) -> Option<String> {
    const ERAS: [((i64, u8, u8), &str); 5] = [
        ((2019, 5, 1), "令和"),
        ((1989, 1, 8), "平成"),
        ((1926, 12, 25), "昭和"),
        ((1912, 7, 30), "大正"),
        ((1873, 1, 1), "明治"),
    ];
    let day = (civil.year, civil.month, civil.day);
    let ((first, ..), name) = ERAS.into_iter().find(|(begins, _)| day >= *begins)?;
    let before = if name == "明治" { 5 } else { 0 };
    Some(match civil.year - first + 1 + before {
        1 => format!("{name}元年"),
        n => format!("{name}{n}年"),
    })
}

/// A date without the parts that go without saying on a chart: 4月1日, 4月1日 9:30, 4月, 2024年; 1 Apr, 1 Apr 9:30, Apr, 2024.
pub fn date_short(lang: Lang, moment: Moment, grain: Grain) -> String {
    let civil = moment.civil();
    let Civil { year, month, day, .. } = civil;
    let name = MONTHS_EN.get(usize::from(month.max(1) - 1)).map_or("", |m| &m[..3]);
    match grain {
        Grain::Second | Grain::Minute | Grain::Hour => {
            let clock = clock(moment, grain);
            say!(lang, "{month}月{day}日 {clock}", "{day} {name}, {clock}")
        }
        Grain::Day => say!(lang, "{month}月{day}日", "{day} {name}"),
        Grain::Week => say!(lang, "{month}月{day}日の週", "week of {day} {name}"),
        Grain::Month => say!(lang, "{month}月", "{name}"),
        Grain::Quarter => {
            let quarter = civil.quarter();
            say!(lang, "第{quarter}四半期", "Q{quarter}")
        }
        Grain::Year => say!(lang, "{year}年", "{year}"),
        Grain::FiscalYear => say!(lang, "{year}年度", "FY{year}"),
    }
}

/// A date on an axis whose marks are one `unit` or more apart: 2024年, 4月, 4/1, 9:30; 2024, Apr, 1 Apr, 9:30.
pub fn date_axis(lang: Lang, moment: Moment, unit: Grain) -> String {
    match unit {
        Grain::Second | Grain::Minute | Grain::Hour => clock(moment, unit),
        Grain::Day | Grain::Week => {
            let Civil { month, day, .. } = moment.civil();
            match lang {
                Lang::Ja => format!("{month}/{day}"),
                Lang::En => date_short(lang, moment, Grain::Day),
            }
        }
        Grain::Month | Grain::Quarter => date_short(lang, moment, Grain::Month),
        Grain::Year | Grain::FiscalYear => date_short(lang, moment, unit),
    }
}

/// What a mark of an axis belongs to, written once for several marks: the year of days and months, the day of hours.
pub fn date_context(lang: Lang, moment: Moment, unit: Grain) -> Option<String> {
    match unit {
        Grain::Second | Grain::Minute | Grain::Hour => Some(date_short(lang, moment, Grain::Day)),
        Grain::Day | Grain::Week | Grain::Month | Grain::Quarter => Some(date_short(lang, moment, Grain::Year)),
        Grain::Year | Grain::FiscalYear => None,
    }
}

/// The time of day: 9:30, or 9:30:05 where seconds count.
fn clock(moment: Moment, grain: Grain) -> String {
    let Civil { hour, minute, second, .. } = moment.civil();
    match grain {
        Grain::Second => format!("{hour}:{minute:02}:{second:02}"),
        _ => {
            format!("{hour}:{minute:02}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_shows_what_its_grain_knows() {
        let at = Moment(1_711_963_805);
        for (grain, ja, en) in [
            (Grain::Second, "2024年4月1日 9:30:05", "1 Apr 2024, 9:30:05"),
            (Grain::Minute, "2024年4月1日 9:30", "1 Apr 2024, 9:30"),
            (Grain::Hour, "2024年4月1日 9:30", "1 Apr 2024, 9:30"),
            (Grain::Day, "2024年4月1日(月)", "1 Apr 2024 (Mon)"),
            (Grain::Week, "2024年4月1日の週", "week of 1 Apr 2024"),
            (Grain::Month, "2024年4月", "Apr 2024"),
            (Grain::Quarter, "2024年第2四半期", "Q2 2024"),
            (Grain::Year, "2024年", "2024"),
            (Grain::FiscalYear, "2024年度", "FY2024"),
        ] {
            assert_eq!(date(Lang::Ja, at, grain), ja);
            assert_eq!(date(Lang::En, at, grain), en);
        }
        assert_eq!(date_short(Lang::Ja, at, Grain::Minute), "4月1日 9:30");
        assert_eq!(date_short(Lang::En, at, Grain::Day), "1 Apr");
    }

    #[test]
    fn marks_of_an_axis() {
        let at = Moment(1_711_963_805);
        assert_eq!(date_axis(Lang::Ja, at, Grain::Day), "4/1");
        assert_eq!(date_axis(Lang::En, at, Grain::Month), "Apr");
        assert_eq!(date_axis(Lang::Ja, at, Grain::Hour), "9:30");
        assert_eq!(date_context(Lang::Ja, at, Grain::Month).as_deref(), Some("2024年"));
        assert_eq!(date_context(Lang::En, at, Grain::Hour).as_deref(), Some("1 Apr"));
        assert_eq!(date_context(Lang::En, at, Grain::Year), None);
    }

    #[test]
    fn a_formal_date_has_the_year_of_its_era() {
        for (secs, ja) in [
            (1_711_963_805, "2024年（令和6年）4月1日(月)"),
            (1_556_668_800, "2019年（令和元年）5月1日(水)"),
            (1_556_668_799, "2019年（平成31年）4月30日(火)"),
            (599_961_600, "1989年（昭和64年）1月5日(木)"),
            (-3_061_065_600, "1872年12月31日(火)"),
            (-3_060_979_200, "1873年（明治6年）1月1日(水)"),
        ] {
            assert_eq!(date_formal(Lang::Ja, Moment(secs), Grain::Day), ja);
        }
        assert_eq!(date_formal(Lang::En, Moment(1_711_963_805), Grain::Day), "1 Apr 2024 (Mon)");
        assert_eq!(date_formal(Lang::Ja, Moment(1_711_963_805), Grain::Month), "2024年（令和6年）4月");
    }

    #[test]
    fn any_moment_has_a_date() {
        for secs in [i64::MIN, -1, i64::MAX] {
            assert!(!date(Lang::En, Moment(secs), Grain::Day).is_empty());
        }
    }
}
