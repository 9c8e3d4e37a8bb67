//! The sample data that come with Sanpo, by the name of their folder.

use sanpo_api::Lang;

use crate::say::pick;

/// Title of a sample; empty for a name that is not one.
pub fn sample_title(lang: Lang, id: &str) -> &'static str {
    match id {
        "bakery" => pick(lang, "パン屋の売上", "Bakery sales"),
        "machine" => pick(lang, "設備の温度", "Machine temperature"),
        "shop_sales" => pick(lang, "お店の買い物の記録", "Shop purchases"),
        "customers" => pick(lang, "会員リスト", "Member list"),
        "tohoku" => pick(lang, "東北の情報サービス業の売上", "IT service sales in Tohoku"),
        _ => "",
    }
}

/// What a sample is and what it shows; empty for a name that is not one.
pub fn sample_says(lang: Lang, id: &str) -> &'static str {
    match id {
        "bakery" => {
            pick(lang, "毎日の売上から、これからの売上を予測します。", "Forecasts the days to come from daily sales.")
        }
        "machine" => {
            pick(lang, "温度の記録から、いつもと違うところを探します。", "Finds unusual moments in a temperature log.")
        }
        "shop_sales" => {
            pick(lang, "買い物の記録から、お客さまをグループに分けます。", "Groups customers by what they bought.")
        }
        "customers" => pick(lang, "会員の様子から、やめそうな人を予測します。", "Predicts which members may leave."),
        "tohoku" => pick(
            lang,
            "東北地方の年間の売上から、これからの売上を予測します。",
            "Forecasts the yearly sales of northern Japan.",
        ),
        _ => "",
    }
}
