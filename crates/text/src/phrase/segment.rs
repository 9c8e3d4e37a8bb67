//! Groups of similar rows.

use sanpo_api::{Grain, Label, Lang, Moment, Phrase};

use crate::count::{count, counted, members, rows};
use crate::date::date;
use crate::label::labels;
use crate::number::{percent, share};
use crate::say::{pick, quoted};

pub(super) fn found(lang: Lang, groups: u32, n: usize, customers: bool) -> String {
    let (who, sorted) = (members(lang, n, customers), counted(groups as usize, "group", "groups"));
    say!(lang, "{who}を、{groups}個のグループに分けました。", "{who} were sorted into {sorted}.")
}

/// The same groups may well come out again, and yet have no gaps between them.
pub(super) fn vague(lang: Lang, frac: f64) -> String {
    let share = percent(lang, frac);
    say!(
        lang,
        "グループのあいだに、はっきりした切れ目はありません（分け直すと{share}が一致）。整理のめやすとして使ってください。",
        "There are no clear gaps between the groups ({share} came out the same when repeated). Use them as a rough guide."
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
        "When parts of the data were grouped again, {share} ended up together as before."
    )
}

pub(super) fn alike(lang: Lang, columns: &[Label]) -> String {
    let columns = labels(lang, columns, usize::MAX);
    say!(
        lang,
        "{columns}は、全員が同じなので比べていません。",
        "Not compared by {columns}: all customers are the same there."
    )
}

pub(super) fn largest(lang: Lang, group: u32, name: &Phrase, share_frac: f64) -> String {
    let (name, share) = (super::phrase(lang, name), share(lang, share_frac));
    say!(
        lang,
        "いちばん大きいのはグループ{group}「{name}」で、全体の{share}です。",
        "The largest is group {group}, “{name}”, with {share} of the total."
    )
}

pub(super) fn richest(lang: Lang, group: u32, name: &Phrase, shares: [f64; 2]) -> String {
    let (name, [people, money]) = (super::phrase(lang, name), shares.map(|frac| share(lang, frac)));
    say!(
        lang,
        "買った金額の{money}は、お客さまの{people}にあたるグループ{group}「{name}」によるものです。",
        "{money} of the amount was spent by group {group}, “{name}”, {people} of the customers."
    )
}

/// Rows that belong to no customer.
pub(super) fn nobody(lang: Lang, rows: usize, all: usize) -> String {
    let (rows, all) = (count(lang, rows), count(lang, all));
    say!(
        lang,
        "全部で{all}行のうち{rows}行は、お客さまか日付が空らんか、読めないため、入れていません。",
        "Left out, without a customer or a date that can be read: {rows} of {all} rows."
    )
}

pub(super) fn priced(lang: Lang, factors: [&str; 2], discount: Option<&str>, taken_off: bool) -> String {
    let [price, quantity] = factors.map(|name| quoted(lang, name));
    let less = discount.map_or(String::new(), |name| {
        let name = quoted(lang, name);
        match taken_off {
            true => say!(lang, "から{name}を引いた額", ", less {name}"),
            false => say!(lang, "（{name}は引いていません）", " ({name} is not taken off)"),
        }
    });
    say!(lang, "金額は{price}×{quantity}{less}です。", "The amount is {price} × {quantity}{less}.")
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
