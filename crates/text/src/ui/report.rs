//! Around the answer.

use sanpo_api::Lang;

use super::{whole, words};
use crate::count::{counted, members};
use crate::number::share;

words! {
    /// Around the answer.
    ReportWords
    texts {
        cautions_title: "使う前に知っておくこと", "Before you use this";
        grade_title: "結果の確かさ", "How reliable it is";
    }
    others {
        /// Something that a result was made without.
        without_handling: fn(&str) -> String,
            |name| format!("「{name}」を外して計算した結果です。"),
            |name| format!("Calculated without “{name}”.");
        /// Whose result it is.
        result_of: fn(&str) -> String, |file| format!("「{file}」の結果"), |file| format!("Result for “{file}”");
        /// Whose predictions are shown.
        applied_to: fn(&str) -> String,
            |file| format!("「{file}」の予測を表示しています。"),
            |file| format!("These are the predictions for “{file}”.");
        /// Show so many more rows.
        more_rows: fn(usize) -> String,
            |n| format!("あと{}行を見る", whole(n)),
            |n| format!("Show {} more", counted(n, "row", "rows"));
        /// So many rows are shown, of all.
        rows_shown: fn(usize, usize) -> String,
            |n, all| format!("全部で{}行のうち、{}行を出しています。保存する表には全部入ります。", whole(all), whole(n)),
            |n, all| format!("{} of {} rows are shown. The saved table has them all.", whole(n), whole(all));
        /// Size of a group in rows or customers, and its share.
        group_size: fn(usize, bool, f64) -> String,
            |n, customers, frac| format!("{}（{}）", members(Lang::Ja, n, customers), share(Lang::Ja, frac)),
            |n, customers, frac| format!("{} ({})", members(Lang::En, n, customers), share(Lang::En, frac));
        /// A group's share of all that was spent.
        group_money: fn(f64) -> String,
            |frac| format!("買った金額の{}", share(Lang::Ja, frac)),
            |frac| format!("{} of the amount spent", share(Lang::En, frac));
    }
}
