//! The sample data that come with Sanpo, by the name of their folder.

use sanpo_api::Lang;

use crate::say::pick;

/// Title of a sample; empty for a name that is not one.
pub fn sample_title(lang: Lang, id: &str) -> &'static str {
    match id {
        "bakery" => pick(lang, "パン屋の売上", "Sales of a bakery"),
        "machine" => pick(lang, "設備の温度", "Temperature of a machine"),
        "shop_sales" => pick(lang, "お店の買い物の記録", "Purchases at a shop"),
        "customers" => pick(lang, "会員リスト", "List of members"),
        "tohoku" => pick(lang, "東北の情報サービス業の売上", "IT service sales in Tohoku"),
        _ => "",
    }
}

/// What a sample is and what it shows; empty for a name that is not one.
pub fn sample_says(lang: Lang, id: &str) -> &'static str {
    match id {
        "bakery" => pick(lang, "毎日の売上から、これからの売上を予測します。", "Daily sales; shows a forecast."),
        "machine" => pick(
            lang,
            "温度の記録から、いつもと違うところを探します。",
            "A log of temperatures; shows unusual moments.",
        ),
        "shop_sales" => {
            pick(lang, "買い物の記録から、お客さまをグループに分けます。", "A sales log; shows groups of customers.")
        }
        "customers" => pick(
            lang,
            "会員の様子から、やめそうな人を予測します。",
            "Members and how they are doing; predicts who may leave.",
        ),
        "tohoku" => pick(
            lang,
            "県ごとの年間の売上から、これからの売上を予測します。",
            "Yearly sales of six prefectures in northern Japan; shows a forecast.",
        ),
        _ => "",
    }
}
