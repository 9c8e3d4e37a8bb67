//! Orders, what-if and trials.

use super::words;

words! {
    /// Orders, what-if and trials.
    PlanningWords
    texts {
        order_title: "どれだけ用意するか", "How much to have ready";
        order_lead: "足りないときと余ったときの損を比べて、ちょうどよい量を出します。損は1つあたりで、円でも比でもかまいません。", "Weigh running short against leftovers to find the right quantity. Costs are for one piece, in money or in proportion.";
        order_span: "いつまでの分", "For how long";
        order_short: "1つ足りないときの損", "Cost of being one short";
        order_left: "1つ余ったときの損", "Cost of one left over";
        order_stock: "今ある在庫", "Stock on hand";
        order_need: "注文する量", "Quantity to order";
        order_list: "注文リスト", "Order list";
        order_save: "注文リストを保存（CSV）", "Save the order list (CSV)";
        what_if_title: "条件を変えてみる", "What if";
        what_if_lead: "100%が今の予測です。0%では影響がなくなり、200%では2倍になります。", "100% is the forecast as it stands; 0% removes the effect, 200% doubles it.";
        trial_when: "いつの時点で予測するか", "When the forecast is made";
        trial_earlier: "前の回", "Earlier";
        trial_later: "次の回", "Later";
    }
    others {
        /// What an effect that can be turned is called.
        effect_of: fn(&str) -> String, |name| format!("{name}の影響"), |name| format!("Effect of {name}");
        /// The mean of a changed forecast, and how far it is from the forecast as it stands.
        what_if_mean: fn(&str, &str) -> String,
            |mean, by| format!("変えたときの予測は、平均で{mean}です。今の予測との差は、平均で{by}です。"),
            |mean, by| format!("With the change the forecast is {mean} on average. That differs from the forecast by {by}.");
        /// How likely it is that a quantity is enough.
        order_enough: fn(u8) -> String,
            |level| format!("100回のうち{level}回は、足りる見込みです。"),
            |level| format!("This is enough {level} times out of 100.");
        /// A trial by its number, of all.
        trial_place: fn(usize, usize) -> String,
            |n, all| format!("{all}回のうち{n}回目"),
            |n, all| format!("{n} of {all}");
    }
}
