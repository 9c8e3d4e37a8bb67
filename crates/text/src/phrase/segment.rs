//! Groups of similar rows.

use sanpo_api::{Grain, Label, LabelCode, Lang, Moment, Phrase, RfmName, Words};

use crate::Text;
use crate::count::{count, counted, rows};
use crate::date::date;

use crate::label::{labels, rfm_name};
use crate::number::{amount, percent, share};
use crate::say::{pick, quoted};

pub(super) fn found(lang: Lang, groups: u32, n: usize, customers: bool) -> String {
    let who = match (lang, customers) {
        (Lang::Ja, true) => format!("お客さま{}人", count(lang, n)),
        (Lang::Ja, false) => format!("{}のデータ", rows(lang, n)),
        (Lang::En, true) => counted(n, "customer", "customers"),
        (Lang::En, false) => rows(lang, n),
    };
    match lang {
        Lang::Ja if groups < 10 => format!("{who}は、{groups}つのグループに分かれました。"),
        Lang::Ja => format!("{who}は、{groups}個のグループに分かれました。"),
        Lang::En => format!("{who} fall into {}.", counted(groups as usize, "group", "groups")),
    }
}

/// The same groups may well come out again, and yet have no gaps between them.
pub(super) fn vague(lang: Lang, frac: f64) -> String {
    let share = percent(lang, frac);
    say!(
        lang,
        "グループのあいだに、はっきりした切れ目はありません（分け直すと{share}が一致）。整理のめやすとして使ってください。",
        "There are no clear gaps between the groups ({share} the same when repeated). Use them as a help for sorting."
    )
}

pub(super) fn none(lang: Lang) -> String {
    pick(lang, "はっきりしたグループは、見つかりませんでした。", "No clear groups were found.").to_owned()
}

pub(super) fn stability(lang: Lang, frac: f64) -> String {
    let share = percent(lang, frac);
    say!(
        lang,
        "データの一部を使って分け直すと、{share}が同じ分け方になりました。",
        "Grouped again on parts of the data, {share} ended up together as before."
    )
}

pub(super) fn alike(lang: Lang, columns: &[Label]) -> String {
    let columns = labels(lang, columns, usize::MAX);
    say!(
        lang,
        "{columns}は、全員が同じなので比べていません。",
        "All customers are alike in {columns}; they were not compared by that."
    )
}

pub(super) fn largest(lang: Lang, group: u32, name: &Phrase, share_frac: f64) -> String {
    let (name, share) = (super::phrase(lang, name), share(lang, share_frac));
    say!(
        lang,
        "いちばん大きいのはグループ{group}「{name}」で、全体の{share}です。",
        "The largest is group {group}, “{name}”, with {share} of all."
    )
}

pub(super) fn group_name(lang: Lang, traits: &[Phrase]) -> String {
    if traits.is_empty() {
        return pick(lang, "平均に近いグループ", "Close to the average").to_owned();
    }
    let mut out = String::new();
    for (i, what) in traits.iter().take(2).enumerate() {
        if i > 0 {
            out.push_str(pick(lang, "・", ", "));
        }
        out.push_str(&in_short(lang, what));
    }
    out
}

/// One of several groups of a name, by a figure of its own.
pub(super) fn apart(lang: Lang, name: &Phrase, by: Option<&Phrase>, nth: u32) -> String {
    let named = super::phrase(lang, name);
    match by {
        Some(Phrase::TraitHigh { column, mean, unit, .. } | Phrase::TraitLow { column, mean, unit, .. }) => {
            let mean = amount(lang, *mean, unit.as_deref());
            if is_only_about(name, column) {
                return say!(lang, "{named}（平均{mean}）", "{named} ({mean} on average)");
            }
            let column = Text.label(lang, column);
            say!(lang, "{named}（{column}は平均{mean}）", "{named} ({column}: {mean} on average)")
        }
        Some(Phrase::TraitText { column, text, share_frac, .. }) => {
            let (column, share) = (Text.label(lang, column), percent(lang, *share_frac));
            say!(lang, "{named}（{column}は{share}が{text}）", "{named} ({column}: {share} {text})")
        }
        Some(_) | None => say!(lang, "{named}（その{nth}）", "{named} (no. {nth})"),
    }
}

/// Whether a name speaks of that column alone.
fn is_only_about(name: &Phrase, column: &Label) -> bool {
    let Phrase::GroupName { traits } = name else { return false };
    match traits.as_slice() {
        [Phrase::TraitHigh { column: own, .. } | Phrase::TraitLow { column: own, .. }] => own == column,
        _ => false,
    }
}

/// Rows that belong to no customer.
pub(super) fn nobody(lang: Lang, rows: usize, all: usize) -> String {
    let (rows, all) = (count(lang, rows), count(lang, all));
    say!(
        lang,
        "全部で{all}行のうち{rows}行は、お客さまか日付が空らんか、読めないため、入れていません。",
        "{rows} of {all} rows have no customer or no date that can be read, and are left out."
    )
}

pub(super) fn priced(lang: Lang, price: &str, quantity: &str) -> String {
    let (price, quantity) = (quoted(lang, price), quoted(lang, quantity));
    say!(lang, "金額は{price}×{quantity}です。", "The amount is {price} × {quantity}.")
}

/// A trait in two or three words; any other phrase in full.
fn in_short(lang: Lang, what: &Phrase) -> String {
    match what {
        Phrase::TraitHigh { column, .. } => high_or_low(lang, column, true),
        Phrase::TraitLow { column, .. } => high_or_low(lang, column, false),
        Phrase::TraitText { column, text, .. } => {
            let column = Text.label(lang, column);
            say!(lang, "{column}は{text}", "{column}: {text}")
        }
        Phrase::TraitAverage => pick(lang, "平均に近い", "close to the average").to_owned(),
        other => super::phrase(lang, other),
    }
}

/// High or low, in the words that suit the thing.
fn high_or_low(lang: Lang, column: &Label, high: bool) -> String {
    let words = match (column, high) {
        (Label::Code(LabelCode::Recency), true) => ("最近は来ていない", "not seen lately"),
        (Label::Code(LabelCode::Recency), false) => ("最近来た", "seen lately"),
        (Label::Code(LabelCode::Frequency), true) => ("よく買う", "buys often"),
        (Label::Code(LabelCode::Frequency), false) => ("買う回数が少ない", "buys seldom"),
        (Label::Code(LabelCode::Monetary), true) => ("金額が多い", "spends much"),
        (Label::Code(LabelCode::Monetary), false) => ("金額が少ない", "spends little"),
        (Label::Code(_) | Label::Text(_), true) => {
            let name = Text.label(lang, column);
            return say!(lang, "{name}が高め", "high {name}");
        }
        (Label::Code(_) | Label::Text(_), false) => {
            let name = Text.label(lang, column);
            return say!(lang, "{name}が低め", "low {name}");
        }
    };
    pick(lang, words.0, words.1).to_owned()
}

pub(super) fn more_or_less(
    lang: Lang,
    column: &Label,
    mean: f64,
    overall: f64,
    unit: Option<&str>,
    high: bool,
) -> String {
    let name = quoted(lang, &Text.label(lang, column));
    let more = more(lang, column, high);
    let (mean, overall) = (amount(lang, mean, unit), amount(lang, overall, unit));
    say!(
        lang,
        "{name}は平均{mean}で、全体の{overall}より{more}",
        "{name}: {mean} on average, {more} the {overall} of all"
    )
}

/// More or less, in the word that suits the thing: days are long, purchases many, all else is high.
fn more(lang: Lang, column: &Label, high: bool) -> &'static str {
    let ja = match (column, high) {
        (Label::Code(LabelCode::Recency), true) => "長め",
        (Label::Code(LabelCode::Recency), false) => "短め",
        (Label::Code(LabelCode::Frequency | LabelCode::Monetary), true) => "多め",
        (Label::Code(LabelCode::Frequency | LabelCode::Monetary), false) => "少なめ",
        (Label::Code(_) | Label::Text(_), true) => "高め",
        (Label::Code(_) | Label::Text(_), false) => "低め",
    };
    pick(lang, ja, if high { "above" } else { "below" })
}

pub(super) fn text(lang: Lang, column: &Label, text: &str, share_frac: f64, overall_frac: f64) -> String {
    let column = quoted(lang, &Text.label(lang, column));
    let text = quoted(lang, text);
    let (share, overall) = (percent(lang, share_frac), percent(lang, overall_frac));
    say!(
        lang,
        "{column}が{text}の割合は{share}で、全体の{overall}より多め",
        "{column} is {text} for {share}, against {overall} of all"
    )
}

pub(super) fn average(lang: Lang) -> String {
    pick(lang, "どの項目も、全体の平均に近い", "Close to the average in every column").to_owned()
}

pub(super) fn map(lang: Lang) -> String {
    pick(lang, "グループの地図（近い点ほど似ています）", "Map of the groups: near points are alike").to_owned()
}

pub(super) fn sizes(lang: Lang) -> String {
    pick(lang, "グループの大きさ", "Size of the groups").to_owned()
}

pub(super) fn table(lang: Lang) -> String {
    pick(lang, "グループごとの平均", "Averages of each group").to_owned()
}

pub(super) fn log(lang: Lang, customers: usize, n: usize, until: Moment) -> String {
    let (log, until) = (rows(lang, n), date(lang, until, Grain::Day));
    let who = match lang {
        Lang::Ja => count(lang, customers),
        Lang::En => counted(customers, "customer", "customers"),
    };
    say!(
        lang,
        "{log}の記録を、お客さま{who}人ごとにまとめました。日数は{until}から数えています。",
        "{log} were summed up for {who}. Days count back from {until}."
    )
}

pub(super) fn named_advice(lang: Lang, name: RfmName) -> String {
    let (group, advice) = (rfm_name(lang, name), advice(lang, name));
    say!(lang, "「{group}」：{advice}", "{group}: {advice}")
}

fn advice(lang: Lang, name: RfmName) -> &'static str {
    match name {
        RfmName::Champion => pick(
            lang,
            "お礼や先行案内を届けて、関係を大切にしましょう。",
            "Thank them and let them be the first to hear of what is new.",
        ),
        RfmName::Loyal => pick(
            lang,
            "ひとつ上の商品や、まとめ買いの案内が向いています。",
            "Offer them something better, or more at a time.",
        ),
        RfmName::New => {
            pick(lang, "2回目に来てもらえるよう、早めに案内しましょう。", "Invite them soon for a second purchase.")
        }
        RfmName::AtRisk => {
            pick(lang, "しばらくぶりの案内や特典で、声をかけましょう。", "Get back in touch, with a reason to return.")
        }
        RfmName::Lost => pick(
            lang,
            "費用をかけすぎず、ときどきの案内にとどめましょう。",
            "Write now and then, and do not spend much on it.",
        ),
        RfmName::Regular => pick(
            lang,
            "季節の案内など、来る回数が増えるきっかけを作りましょう。",
            "Give them a reason to come a little more often, such as a seasonal offer.",
        ),
    }
}
