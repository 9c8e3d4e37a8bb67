//! Ordinary files that look like something to repair, and are not.

use sanpo_api::{AskWhat, Choices, ColumnType, Grain, NotDataWhy, Outcome};
use sanpo_table::{Table, iso, read};

fn table(text: &str) -> Table {
    read("test.csv", text.as_bytes(), &Choices::default(), &mut |_| ()).unwrap_or_else(|p| panic!("{p:?}: {text}"))
}

fn kinds(table: &Table) -> Vec<ColumnType> {
    table.profile().columns.iter().map(|c| c.kind).collect()
}

fn header(table: &Table) -> Vec<&str> {
    table.profile().columns.iter().map(|c| c.name.as_str()).collect()
}

#[test]
fn goods_and_departments_that_end_like_totals_are_data() {
    let goods = "日付,商品,数量\n2024/4/1,腕時計,1\n2024/4/1,体重計,1\n2024/4/2,腕時計,2\n2024/4/2,体重計,1\n2024/4/3,腕時計,1\n";
    assert_eq!(table(goods).rows(), 5);
    assert_eq!(table("部門,人数\n営業,2\n総務,1\n会計,3\n製造,4\n設計,5\n").rows(), 5);
    let t = table("区分,売上\n渋谷店,10\n梅田店,20\n全店計,30\n渋谷店,1\n梅田店,2\n全店計,3\n総合計,33\n");
    assert_eq!((t.rows(), t.profile().outcome), (4, Outcome::Ok));
}

#[test]
fn a_total_that_does_not_add_up_is_set_aside_and_said() {
    let t = table("日付,売上\n2024/4/1,10\n2024/4/2,20\n合計,999\n");
    assert_eq!((t.rows(), t.profile().outcome), (2, Outcome::Warn));
    assert_eq!(t.profile().file.not_data[0].why, NotDataWhy::Total);
}

#[test]
fn words_among_the_data_do_not_become_the_header() {
    let t = table("商品,数量,備考\nりんご,10,\nみかん,20,\nぶどう,未入荷,来週\nもも,5,\nなし,6,\nかき,7,\n");
    assert_eq!((header(&t), t.rows()), (vec!["商品", "数量", "備考"], 6));
    let t = table("店舗,売上\n渋谷店,準備中\n新宿店,120\n梅田店,130\n難波店,140\n本店,150\n天神店,90\n");
    assert_eq!((header(&t), t.rows()), (vec!["店舗", "売上"], 6));
}

#[test]
fn the_title_tells_the_year_before_the_weekdays_do() {
    let t = table("2019年10月 日報,\n日付,売上\n10/1(火),1\n10/2(水),2\n10/3(木),3\n10/4(金),4\n");
    assert_eq!(iso(t.moments("日付").unwrap()[0].unwrap(), Grain::Day), "2019-10-01");
}

#[test]
fn each_shop_begins_in_the_same_year() {
    let months = |shop: &str| (1..=12).map(|m| format!("{shop},{m}月,{m}\n")).collect::<String>();
    let t = table(&format!("2023年 月別売上,,\n店舗,月,売上\n{}{}{}", months("渋谷"), months("梅田"), months("本店")));
    let last = t.moments("月").unwrap()[35].unwrap();
    assert_eq!(iso(last, Grain::Month), "2023-12");
}

#[test]
fn codes_and_names_are_no_dates() {
    for (name, cells) in [
        ("品番", ["2001-01", "2001-02", "2003-11"]),
        ("伝票番号", ["2024-4-1", "2024-4-2", "2024-5-1"]),
        ("電話番号", ["03-1-10", "03-1-11", "03-2-12"]),
        ("部品", ["M5-10", "M6-12", "M5-12"]),
        ("番地", ["1-2-3", "12-4-1", "3-1-9"]),
        ("版", ["1.2.3", "1.10.1", "2.1.4"]),
        ("座席", ["12A", "3A", "7A"]),
    ] {
        let rows: String = cells.iter().map(|c| format!("{c},1\n")).collect();
        let kind = kinds(&table(&format!("{name},数\n{rows}")))[0];
        assert!(!matches!(kind, ColumnType::Date | ColumnType::Number), "{name}: {kind:?}");
    }
}

#[test]
fn numbers_stay_numbers() {
    let t = table("Product,Jan,Feb\na,1,2\nb,3,4\nc,5,6\n");
    assert_eq!(kinds(&t)[1..], [ColumnType::Number; 2]);
    let t = table("日付,電話件数,売上（平日）\n2024/4/1,12,43500\n2024/4/2,15,31200\n2024/4/3,9,58700\n");
    assert_eq!(kinds(&t)[1..], [ColumnType::Number; 2]);
    let t = table("社名,売上高\n甲,1234567890\n乙,2345678901\n丙,3456789012\n丁,1456789013\n");
    assert_eq!(kinds(&t)[1], ColumnType::Number);
    let sales: String =
        (0..100).map(|i| if i % 12 == 5 { "x,集計中\n".to_owned() } else { format!("x,{i}\n") }).collect();
    assert_eq!(kinds(&table(&format!("店,売上\n{sales}")))[1], ColumnType::Number);
}

#[test]
fn percent_beside_bare_numbers_is_asked_about() {
    let t = table("日付,率\n2024/4/1,80\n2024/4/2,81%\n2024/4/3,82%\n");
    assert_eq!(t.profile().asks[0].what, AskWhat::MixedUnits);
}

#[test]
fn a_trailing_comma_is_no_split_number() {
    let rows: String = (1..=30).map(|d| format!("2024/4/{d},50,700,\n")).collect();
    let t = table(&format!("日付,客数,客単価\n{rows}"));
    assert_eq!(t.numbers("客単価").unwrap()[0], 700.0);
}

#[test]
fn an_unfilled_column_left_of_a_filled_one() {
    let text = "地域,店舗,日付,数\n東,渋谷,2024/4/1,1\n,,2024/4/2,2\n,新宿,2024/4/1,3\n,,2024/4/2,4\n西,梅田,2024/4/1,5\n,,2024/4/2,6\n";
    let choice = sanpo_api::Choice::FillDown { column: "地域".into(), fill: false };
    let t = read("t.csv", text.as_bytes(), &[choice].into_iter().collect(), &mut |_| ()).unwrap();
    assert_eq!((t.original(0, 1), t.original(1, 1)), ("".into(), "渋谷".into()));
}

#[test]
fn percentages_keep_their_digits() {
    let rows: String = (1..=30).map(|d| format!("2024/4/{d},{}%\n", 50 + d)).collect();
    let t = table(&format!("日付,達成率\n{rows}"));
    let wanted: Vec<f64> = (51..=80).map(f64::from).collect();
    assert_eq!(t.numbers("達成率").unwrap(), wanted, "57% is 57, with no noise of a product");
    assert_eq!((t.profile().columns[1].min, t.profile().columns[1].max), (Some(51.0), Some(80.0)));
}
