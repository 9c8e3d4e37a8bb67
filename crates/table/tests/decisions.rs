//! What the person decides about the reading: every decision takes effect, and every repair can be undone.

use sanpo_api::{
    AskWhat, Cell, Choice, Choices, ColumnType, DateOrder, Grain, Layout, NotDataWhy, Note, Outcome, TablePart,
    WeekNumbering, Zone,
};
use sanpo_table::{Table, iso, read};

fn table(text: &str, choices: &[Choice]) -> Table {
    let choices: Choices = choices.iter().cloned().collect();
    read("test.csv", text.as_bytes(), &choices, &mut |_| ()).unwrap_or_else(|p| panic!("{p:?}: {text}"))
}

fn asked(table: &Table) -> Vec<AskWhat> {
    table.profile().asks.iter().map(|a| a.what).collect()
}

fn names(table: &Table) -> Vec<&str> {
    table.profile().columns.iter().map(|c| c.name.as_str()).collect()
}

fn days(table: &Table, column: &str) -> Vec<String> {
    table.moments(column).unwrap().into_iter().map(|m| m.map_or(String::new(), |m| iso(m, Grain::Day))).collect()
}

/// Each open question offers its answers; taking any of them settles it.
fn settles(text: &str, what: AskWhat) {
    let before = table(text, &[]);
    let ask = before.profile().asks.iter().find(|a| a.what == what).unwrap_or_else(|| panic!("{what:?}: {text}"));
    assert_eq!(ask.options.iter().filter(|o| o.in_force).count(), 1, "one guess: {ask:?}");
    for option in &ask.options {
        let after = table(text, std::slice::from_ref(&option.choice));
        assert!(!asked(&after).contains(&what), "{:?} leaves {what:?} open", option.choice);
        assert!(after.profile().choices.has(&option.choice));
        if option.in_force {
            let values =
                |t: &Table| t.profile().columns.iter().map(|c| (c.kind, c.min, c.max, c.sum)).collect::<Vec<_>>();
            assert_eq!(values(&after), values(&before), "the guess was in force: {what:?}");
        }
    }
}

#[test]
fn every_answer_settles_its_question() {
    settles("日付,数\n4月1日,1\n4月2日,2\n4月3日,3\n", AskWhat::Year);
    settles("Date,n\n05/01/2024,1\n06/01/2024,2\n07/01/2024,2\n", AskWhat::DayMonthOrder);
    settles("日付,数\n24/4/26,1\n24/4/27,2\n24/4/28,3\n", AskWhat::TwoDigitYearOrder);
    settles("2024/4/1,10\n2024/4/2,20\n2024/4/3,30\n", AskWhat::ColumnNames);
    settles("週,数\n2024年第10週,1\n2024年第11週,2\n2024年第12週,3\n", AskWhat::WeekNumbering);
    settles("at,n\n2024-03-31T22:00:00Z,1\n2024-03-31T23:00:00Z,2\n2024-04-01T01:00:00Z,3\n", AskWhat::TimeZone);
    settles("日付,重さ\n2024/4/1,5kg\n2024/4/2,500g\n2024/4/3,7kg\n", AskWhat::MixedUnits);
    settles("日付,店\n2024/4/1,㈱三歩\n2024/4/2,株式会社三歩\n2024/4/3,本店\n", AskWhat::Spellings);
    settles("日付,売上,,商品,数\n2024/4/1,1,,茶,3\n2024/4/2,2,,水,4\n", AskWhat::TwoTables);
    settles("日付,売上\n2024/4/1,1\n2024/4/2,2\n\n商品,数\n茶,3\n水,4\n", AskWhat::TwoTables);
    settles("商品,4月,5月,6月,7月\n茶,1,2,3,4\n水,5,6,7,8\n", AskWhat::Unpivot);
    settles("項目,2024/4/1,2024/4/2,2024/4/3,2024/4/4\n売上,1,2,3,4\n客数,5,6,7,8\n", AskWhat::Transpose);
}

#[test]
fn every_undo_takes_its_note_away() {
    let text = "店別売上\n\n店,日付,売上,率\n渋谷,R6.4.1,100円,-\n,R6.4.2,休業,-\n,R6.4.3,未確定,5%\n梅田,R6.4.1,200円,6%\n\
                ,R6.4.2,300円,7%\n,R6.4.3,400円,8%\n合計,,1000円,\n※税抜,,,\n";
    let before = table(text, &[]);
    let undoable: Vec<_> = before.profile().notes.iter().filter(|line| line.undo.is_some()).collect();
    assert!(undoable.len() >= 8, "{undoable:?}");
    for line in undoable {
        let after = table(text, &[line.undo.clone().unwrap()]);
        assert!(after.profile().notes.iter().all(|l| l.note != line.note), "{line:?} is still there");
    }
}

#[test]
fn rows_set_aside_come_back() {
    let text = "日付,売上\n2024/4/1,10\n2024/4/2,20\n合計,30\n";
    assert_eq!(table(text, &[]).rows(), 2);
    let kept = table(text, &[Choice::KeepRows(NotDataWhy::Total)]);
    assert_eq!((kept.rows(), kept.numbers("売上").unwrap()), (3, vec![10.0, 20.0, 30.0]));
}

#[test]
fn dates_follow_the_decisions() {
    let year = table("日付,数\n12月30日,1\n12月31日,2\n1月1日,3\n", &[Choice::Year(2019)]);
    assert_eq!(days(&year, "日付"), ["2019-12-30", "2019-12-31", "2020-01-01"]);
    let order = Choice::DateOrder { column: "Date".into(), order: DateOrder::Mdy };
    let american = table("Date,n\n05/01/2024,1\n06/01/2024,2\n", &[order]);
    assert_eq!(days(&american, "Date"), ["2024-05-01", "2024-06-01"]);
    let weeks = table("週,数\n2024年第1週,1\n2024年第2週,2\n", &[Choice::Weeks(WeekNumbering::FromNewYear)]);
    assert_eq!(days(&weeks, "週"), ["2023-12-31", "2024-01-07"]);
    let utc = "at,n\n2024-03-31T22:00:00Z,1\n2024-04-01T23:00:00Z,2\n";
    assert_eq!(days(&table(utc, &[]), "at"), ["2024-04-01", "2024-04-02"]);
    assert_eq!(days(&table(utc, &[Choice::Zone(Zone::Utc)]), "at"), ["2024-03-31", "2024-04-01"]);
}

#[test]
fn a_column_can_stay_text() {
    let t = table("日付,単価（円）\n2024/4/1,10円\n2024/4/2,20円\n", &[Choice::AsText { column: "単価".into() }]);
    let column = &t.profile().columns[1];
    assert_eq!((column.kind, column.first.clone()), (ColumnType::Category, Some(Cell::Text("10円".into()))));
}

#[test]
fn months_across_become_rows() {
    let text = "2023年度 販売数,,,,,\n商品,4月,5月,12月,1月,合計\n茶,1,2,3,4,10\n水,5,6,7,8,26\n合計,6,8,10,12,36\n";
    let t = table(text, &[Choice::Layout(Layout::Long)]);
    assert_eq!((names(&t), t.rows()), (vec!["商品", "年月", "販売数"], 8));
    assert_eq!(t.numbers("販売数").unwrap(), [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]);
    let months = t.moments("年月").unwrap();
    let months: Vec<_> = months.iter().take(5).map(|m| iso(m.unwrap(), Grain::Month)).collect();
    assert_eq!(months, ["2023-04", "2023-05", "2023-12", "2024-01", "2023-04"]);
    let left_out = |n: &Note| matches!(n, Note::SumsLeftOut { columns } if columns == &["合計"]);
    assert!(t.profile().notes.iter().any(|l| left_out(&l.note)));
    let later = table(text, &[Choice::Layout(Layout::Long), Choice::Year(2021)]);
    assert_eq!(iso(later.moments("年月").unwrap()[3].unwrap(), Grain::Month), "2022-01");
}

#[test]
fn an_unbroken_run_of_months_is_put_below_each_other_unless_the_person_says_no() {
    let text = "店別売上一覧表\n店舗,商品,2024年4月,2024年5月,2024年6月\n渋谷,茶,1,2,3\n梅田,水,4,5,6\n";
    let t = table(text, &[]);
    assert_eq!((names(&t), t.rows()), (vec!["店舗", "商品", "年月", "売上"], 6));
    assert_eq!(asked(&t), [AskWhat::Unpivot]);
    let in_force = t.profile().asks[0].options.iter().find(|o| o.in_force).map(|o| o.choice.clone());
    assert_eq!(in_force, Some(Choice::Layout(Layout::Long)));
    let kept = table(text, &[Choice::Layout(Layout::AsIs)]);
    assert_eq!((kept.rows(), kept.profile().columns.len(), asked(&kept).len()), (2, 5, 0));
    let english = table("Shop,2024-04,2024-05,2024-06\nA,1,2,3\nB,4,5,6\n", &[]);
    assert_eq!(names(&english), ["Shop", "Month", "Value"]);
}

#[test]
fn dates_before_a_shop_opens_and_after_it_closes_are_no_rows() {
    let text = "店舗,2024年4月,2024年5月,2024年6月,2024年7月\n本店,1,2,,4\n空港店,－,,5,6\n港店,7,休業,9,閉店\n新店,－,－,－,－\n";
    let t = table(text, &[]);
    let rows: Vec<_> = (0..t.rows()).map(|row| t.original_row(row).join(" ")).collect();
    let of = |shop: &str| rows.iter().filter(|r| r.starts_with(shop)).cloned().collect::<Vec<_>>();
    assert_eq!(of("本店"), ["本店 2024-04 1", "本店 2024-05 2", "本店 2024-06 ", "本店 2024-07 4"]);
    assert_eq!(of("空港店"), ["空港店 2024-06 5", "空港店 2024-07 6"]);
    assert_eq!(of("港店"), ["港店 2024-04 7", "港店 2024-05 休業", "港店 2024-06 9"]);
    // One without any number is still told of.
    assert_eq!(of("新店").len(), 4);
    let days = "店舗,2024/4/1,2024/4/2,2024/4/3,2024/4/4\n本店,休業,2,3,休業\n港店,-,5,6,7\n駅前店,1,2,3,4\n";
    let t = table(days, &[Choice::Layout(Layout::Long)]);
    assert_eq!(t.rows(), 11, "a closed day is part of the time of a shop");
}

#[test]
fn months_beside_what_describes_a_row_stay_where_they_are() {
    for text in [
        // Facts about members, a class to predict, a gap between the months.
        "会員番号,年齢,2024年4月,2024年5月,2024年6月,2024年7月\nK1,30,1,2,3,4\nK2,40,4,5,6,7\n",
        "会員番号,2024年4月,2024年5月,2024年6月,2024年7月,退会\nK1,1,2,3,4,退会\nK2,4,5,6,7,在籍\n",
        "顧客ID,プラン,2022年,2023年,2024年,更新\nK1,A,1,2,3,はい\nK2,B,4,5,6,いいえ\n",
        "店舗,2024年4月,2024年5月,2024年9月,2024年10月\n渋谷,1,2,3,4\n梅田,4,5,6,7\n",
    ] {
        let t = table(text, &[]);
        assert_eq!(t.rows(), 2, "{text}");
        assert_eq!(asked(&t), [AskWhat::Unpivot], "{text}");
    }
}

#[test]
fn series_across_become_rows_without_their_sum() {
    let text = "年度,東北,青森県,岩手県,宮城県\n平成20年,6,1,2,3\n平成21年,15,4,5,6\n平成22年,24,7,8,9\n";
    assert_eq!(asked(&table(text, &[])), [AskWhat::Unpivot]);
    let t = table(text, &[Choice::Layout(Layout::Long)]);
    assert_eq!((names(&t), t.rows()), (vec!["年度", "都道府県", "値"], 9));
    assert_eq!(t.original_row(1), ["平成20年", "岩手県", "2"]);
}

#[test]
fn rows_and_columns_change_places() {
    let text = "項目,2024/4/1,2024/4/2,2024/4/3,2024/4/4\n売上,100,200,300,400\n客数,5,6,7,8\n";
    let t = table(text, &[Choice::Layout(Layout::Transposed)]);
    assert_eq!((names(&t), days(&t, "日付")[0].as_str()), (vec!["日付", "売上", "客数"], "2024-04-01"));
    assert_eq!(t.numbers("客数").unwrap(), [5.0, 6.0, 7.0, 8.0]);
}

#[test]
fn one_of_several_tables() {
    let beside = "日付,売上,,商品,数\n2024/4/1,1,,茶,3\n2024/4/2,2,,水,4\n2024/4/3,3,,,\n";
    let t = table(beside, &[Choice::Table(TablePart::Beside(1))]);
    assert_eq!((names(&t), t.rows(), t.original_row(1)), (vec!["商品", "数"], 2, vec!["水".into(), "4".into()]));
    let stacked = "日付,売上\n2024/4/1,1\n2024/4/2,2\n\n商品,数\n茶,3\n水,4\n緑茶,5\n";
    let first = table(stacked, &[]);
    assert_eq!((names(&first), first.rows()), (vec!["日付", "売上"], 2));
    let second = table(stacked, &[Choice::Table(TablePart::Stacked(1))]);
    assert_eq!((names(&second), second.rows(), second.profile().file.header_row), (vec!["商品", "数"], 3, Some(4)));
}

#[test]
fn merged_cells_are_filled_and_can_stay_blank() {
    let text = "店舗,日付,数\n渋谷,2024/4/1,1\n,2024/4/2,2\n梅田,2024/4/1,3\n,2024/4/2,4\n";
    let t = table(text, &[]);
    assert_eq!((t.categories("店舗").unwrap().codes, t.profile().outcome), (vec![0, 0, 1, 1], Outcome::Warn));
    assert_eq!((t.original(0, 1), t.original_row(3)[0].clone()), ("渋谷".into(), "梅田".into()));
    let blank = table(text, &[Choice::FillDown { column: "店舗".into(), fill: false }]);
    assert_eq!((blank.profile().columns[0].n_missing, blank.original(0, 1)), (2, "".into()));
    let dates = table("日付,店,数\n2024/4/1,渋谷,1\n,梅田,2\n2024/4/2,渋谷,3\n,梅田,4\n", &[]);
    assert_eq!(days(&dates, "日付"), ["2024-04-01", "2024-04-01", "2024-04-02", "2024-04-02"]);
}

#[test]
fn dates_are_joined_from_their_parts() {
    let text = "年,月,日,売上\n2023,12,31,1\n2024,1,1,2\n2024,1,2,3\n";
    let t = table(text, &[]);
    assert_eq!(days(&t, "年月日"), ["2023-12-31", "2024-01-01", "2024-01-02"]);
    assert_eq!((t.original(4, 0), t.profile().columns[4].made), ("2023-12-31".into(), true));
    assert_eq!(names(&table(text, &[Choice::JoinDate(false)])).len(), 4);
    let fiscal = table("年度,月,売上\n2023,12,1\n2023,1,2\n2023,3,3\n", &[]);
    assert_eq!(days(&fiscal, "年月"), ["2023-12-01", "2024-01-01", "2024-03-01"]);
    let clock = table("日付,時刻,数\n2024/4/1,9:30,1\n2024/4/1,10:00,2\n2024/4/2,9:30,3\n", &[]);
    assert_eq!(clock.original(3, 1), "2024-04-01T10:00");
}

#[test]
fn closed_days_are_a_third_state() {
    let text = "日付,売上\n2024/4/1,10\n2024/4/2,休業\n2024/4/3,30\n2024/4/4,-\n";
    let t = table(text, &[]);
    let column = &t.profile().columns[1];
    assert_eq!((column.n_missing, column.n_closed, t.closed_rows("売上").unwrap()), (2, 1, &[1][..]));
    let zero = table(text, &[Choice::ClosedAsZero { column: "売上".into() }]);
    assert_eq!((zero.numbers("売上").unwrap()[1], zero.profile().columns[1].n_missing), (0.0, 1));
}

#[test]
fn spellings_become_one() {
    let text = "日付,店\n2024/4/1,㈱三歩\n2024/4/2,株式会社三歩\n2024/4/3,株式会社三歩\n2024/4/4,本店\n";
    let merged = table(text, &[Choice::MergeSpellings { column: "店".into(), merge: true }]);
    assert_eq!(merged.categories("店").unwrap().levels, ["株式会社三歩", "本店"]);
    assert_eq!(merged.original(1, 0), "㈱三歩");
}

#[test]
fn garbled_text_is_restored_or_left() {
    let text =
        "譌･莉\u{FFFD},蠎苓\u{FFFD}\u{FFFD},螢ｲ荳\u{FFFD}\n2024/4/1,貂玖ｰｷ蠎\u{FFFD},1\n2024/4/2,讓ｪ豬懷ｺ\u{FFFD},2\n";
    let t = table(text, &[]);
    assert_eq!((names(&t), t.profile().outcome), (vec!["日付", "店舗", "売上"], Outcome::Warn));
    assert_eq!(table(text, &[Choice::Restore(false)]).profile().columns[0].name.chars().next(), Some('譌'));
}

#[test]
fn the_person_names_the_header_and_the_encoding() {
    let text = "茶,店A\n水,店B\n茶,店C\n";
    let t = table(text, &[Choice::Header(true)]);
    assert_eq!((names(&t), t.rows()), (vec!["茶", "店A"], 2));
    let t = table("日付,売上\n2024/4/1,1\n2024/4/2,2\n", &[Choice::Header(false)]);
    assert_eq!((t.rows(), t.profile().file.header_row), (3, None));
    let bytes = encoding_rs::SHIFT_JIS.encode("日付,売上\n2024/4/1,1\n2024/4/2,2\n").0.into_owned();
    let wrong: Choices = [Choice::Encoding("EUC-JP".into())].into_iter().collect();
    let t = read("t.csv", &bytes, &wrong, &mut |_| ()).unwrap();
    assert_eq!(t.profile().file.encoding, "EUC-JP");
    let views = &t.profile().file.encodings;
    assert!(views.iter().any(|v| v.name == "Shift_JIS" && v.cells == ["日付", "売上"]), "{views:?}");
}
