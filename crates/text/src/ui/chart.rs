//! Around charts.

use super::words;

words! {
    /// Around charts.
    ChartWords
    texts {
        as_table: "表で見る", "Show as a table";
        as_chart: "グラフで見る", "Show as a chart";
        whole_history: "すべての期間を見る", "Show the whole history";
        recent_history: "最近だけを見る", "Show the recent part";
        choose_panel: "見たいものを選ぶ", "Choose what to see";
        small_charts: "1つずつの動きと予測です。縦の目盛りは、それぞれ違います。選ぶと、大きなグラフで見られます。",
            "Past and forecast of each, on its own scale. Choose one to enlarge it.";
        small_more: "ほかのグラフも見る", "Show the other charts";
        chart_keys: "グラフを選ぶと、左右の矢印キーで値を読めます。＋と−のキーで拡大と縮小、0で全体に戻ります。",
            "Select the chart, then use the arrow keys to read values, + and - to zoom, and 0 to show all.";
        point_keys: "グラフを選ぶと、左右の矢印キーで値を読めます。", "Select the chart, then use the arrow keys to read values.";
        zoom_in: "拡大する（Ctrlキー＋ホイール、2本の指でもできます）", "Zoom in (also Ctrl and the wheel, or two fingers)";
        zoom_out: "縮小する", "Zoom out";
        chart_earlier: "前の期間へ動かす", "Move to earlier times";
        chart_later: "後の期間へ動かす", "Move to later times";
        chart_crowded: "拡大すると全部の点が見えます。", "Zoom in to see every point.";
        chart_png: "画像で保存（PNG）", "Save as a picture (PNG)";
        chart_svg: "SVGで保存", "Save as SVG";
        chart_copy: "画像をコピー", "Copy the picture";
        chart_saved: "保存しました。", "Saved.";
        chart_copied: "コピーしました。WordやPowerPointに貼り付けられます。", "Copied. Paste it into Word or PowerPoint.";
        chart_not_copied: "コピーできませんでした。「画像で保存」を使ってください。", "The browser does not allow copying. Save the picture instead.";
        chart_not_saved: "画像を作れませんでした。「SVGで保存」を試してください。", "The picture could not be made. Try saving as SVG.";
        bar_name: "名前", "Name";
        bar_value: "値", "Value";
    }
    others {
        /// What a band of so many percent means; of 0, what is usual.
        band: fn(u8) -> String,
            |level| if level == 0 { "ふだんの範囲".to_owned() } else { format!("この間に入る見込み（{level}%）") },
            |level| if level == 0 { "Usual range".to_owned() } else { format!("Expected range ({level}%)") };
        /// A range read out.
        between: fn(&str, &str) -> String,
            |low, high| format!("{low}〜{high}の間"),
            |low, high| format!("between {low} and {high}");
        /// A name and what it is: used where a value is read out.
        named: fn(&str, &str) -> String, |name, value| format!("{name}：{value}"), |name, value| format!("{name}: {value}");
    }
}
