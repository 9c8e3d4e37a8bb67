//! Reading delimited text, seen from outside.

use sanpo_api::{
    AskWhat, Cell, Choices, ColumnProfile, ColumnType, Grain, NotDataWhy, Note, Outcome, Problem, Role, TaskId,
};
use sanpo_table::{Table, read};

fn table(text: &str) -> Table {
    read("test.csv", text.as_bytes(), &Choices::default(), &mut |_| ()).unwrap_or_else(|p| panic!("{p:?}: {text}"))
}

fn refused(text: &str) -> Problem {
    read("test.csv", text.as_bytes(), &Choices::default(), &mut |_| ()).err().unwrap_or_else(|| panic!("read: {text}"))
}

fn column(table: &Table, at: usize) -> &ColumnProfile {
    &table.profile().columns[at]
}

fn asked(table: &Table) -> Vec<AskWhat> {
    table.profile().asks.iter().map(|a| a.what).collect()
}

fn noted(table: &Table) -> Vec<Note> {
    table.profile().notes.iter().map(|line| line.note.clone()).collect()
}

fn days(n: usize) -> String {
    (1..=n).map(|d| format!("2024/4/{d},{}\n", d * 10)).collect()
}

#[test]
fn a_plain_file() {
    let t = table("日付,売上（千円）\n2024/4/1,\"1,200\"\n2024/4/2,△300\n2024/4/3,-\n");
    let p = t.profile();
    assert_eq!((p.file.header_row, p.file.header_rows, p.file.data_rows), (Some(0), 1, 3));
    assert_eq!((p.outcome, p.asks.len(), t.rows()), (Outcome::Ok, 0, 3));
    let sales = column(&t, 1);
    assert_eq!((sales.name.as_str(), sales.unit.as_deref(), sales.kind), ("売上", Some("千円"), ColumnType::Number));
    assert_eq!((sales.sum, sales.n_missing, sales.first.clone()), (Some(900.0), 1, Some(Cell::Number(1200.0))));
    let numbers = t.numbers("売上").unwrap();
    assert!(numbers[2].is_nan() && numbers[..2] == [1200.0, -300.0]);
    assert_eq!(t.original(1, 0), "1,200");
    assert_eq!(t.original_row(1), ["2024/4/2", "△300"]);
    assert_eq!(t.header(), ["日付", "売上（千円）"]);
    assert_eq!((t.original(9, 0), t.original(0, 99)), ("".into(), "".into()));
}

#[test]
fn titles_totals_and_notes_are_set_aside() {
    let text = format!("売上日報,\n\n日付,売上\n{}合計,550\n平均,55\n,\n※ 税抜,\n", days(10));
    let t = table(&text);
    let why: Vec<_> = t.profile().file.not_data.iter().map(|n| (n.record, n.why)).collect();
    use NotDataWhy::{Blank, Title, Total};
    assert_eq!(why, [(0, Title), (1, Blank), (13, Total), (14, Total), (15, Blank), (16, NotDataWhy::Note)]);
    assert_eq!(column(&t, 1).sum, Some(550.0));
    assert_eq!(t.profile().outcome, Outcome::Ok);
}

#[test]
fn what_stands_below_a_table_is_no_row_of_it() {
    let text = |below: &str| {
        let row = |n: usize| format!("Q{n:04},2025/1/{n},林,{}\n", 300 + n * 7);
        format!("見積No,見積日,担当者,金額\n{}{below}", (1..=20).map(row).collect::<String>())
    };
    let set_aside = |t: &Table| t.profile().file.not_data.iter().filter(|n| n.why == NotDataWhy::Note).count();
    for (below, rows, notes) in [
        // Below a blank row, whatever it says.
        (",,,\n以上,,,\n", 20, 1),
        ("\n以下余白\n", 20, 1),
        (",,,\n,,,次回更新は五月,\n,,,以上\n", 20, 2),
        ("\nTotal rows: 20\nEnd of report\n", 20, 2),
        // Right below the data only what says so.
        ("以上,,,\n", 20, 1),
        ("End of report,,,\n", 20, 1),
        ("Q0021,,,\n", 21, 0),
        (",,森,\n", 21, 0),
        // A row of several cells, and days to come, are data.
        (",,,\nQ0021,2025/1/21,,\n", 21, 0),
        (",,,\n,2025/1/21,,\n", 21, 0),
        ("\n追加分\nQ0021,2025/1/21,森,99\n", 22, 0),
    ] {
        let t = table(&text(below));
        assert_eq!((t.rows(), set_aside(&t)), (rows, notes), "{below}");
        assert_eq!(t.profile().outcome, if rows == 22 { Outcome::Warn } else { Outcome::Ok }, "{below}");
    }
    let kept: Choices = [sanpo_api::Choice::KeepRows(NotDataWhy::Note)].into_iter().collect();
    let t = read("test.csv", text(",,,\n以上,,,\n").as_bytes(), &kept, &mut |_| ()).unwrap();
    assert_eq!((t.rows(), t.original_row(20)[0].as_ref()), (21, "以上"));
}

#[test]
fn the_names_of_codes_tell_series_apart() {
    let of = |rows: &[(&str, &str)]| {
        let day = |d: usize| rows.iter().map(move |(code, name)| format!("2024/4/{d},{code},{name},{}\n", d * 3));
        let t = table(&format!("日付,店舗CD,店舗名,売上\n{}", (1..=20).flat_map(day).collect::<String>()));
        t.profile().columns.iter().find(|c| c.role == Some(Role::Series)).map(|c| c.name.clone())
    };
    assert_eq!(of(&[("001", "本店"), ("002", "駅前店"), ("003", "港店")]).as_deref(), Some("店舗名"));
    // Two shops of one name are two series.
    assert_eq!(of(&[("001", "本店"), ("002", "駅前店"), ("003", "駅前店")]).as_deref(), Some("店舗CD"));
}

#[test]
fn subtotals_need_arithmetic_where_the_word_could_be_data() {
    let t = table("部門,売上\n設計,10\n時計,20\n営業,30\n部門計,60\n設計,5\n");
    assert_eq!(t.profile().file.data_rows, 4);
    let t = table(
        "日付,商品,数\n2024/4/1,茶,10\n2024/4/1,水,20\n2024/4/1,合計,30\n2024/4/2,茶,1\n2024/4/2,水,2\n2024/4/2,合計,3\n",
    );
    assert_eq!((t.profile().file.data_rows, column(&t, 2).sum), (4, Some(33.0)));
}

#[test]
fn headers_in_two_rows_without_any_and_repeated() {
    let t = table("日付,売上,,客数,\n,店内,持帰,店内,持帰\n4月1日,1,2,3,4\n4月2日,5,6,7,8\n");
    let names: Vec<_> = t.profile().columns.iter().map(|c| c.name.as_str()).collect();
    assert_eq!(names, ["日付", "売上 / 店内", "売上 / 持帰", "客数 / 店内", "客数 / 持帰"]);
    assert_eq!((asked(&t), column(&t, 0).first.clone()), (vec![AskWhat::Year], Some(Cell::Text("--04-01".into()))));

    let t = table(&days(5));
    assert_eq!((t.profile().file.header_row, t.profile().file.data_rows), (None, 5));
    assert!(asked(&t) == [AskWhat::ColumnNames] && noted(&t).contains(&Note::NoHeader));
    assert_eq!(column(&t, 1).name, "列2");

    let t = table(&format!("日付,売上\n{}日付,売上\n2024/5/1,7\n", days(3)));
    assert_eq!(t.profile().file.not_data[0].why, NotDataWhy::RepeatedHeader);
    let t = table("金額,金額,\n1,2,x\n3,4,y\n");
    assert_eq!(t.profile().columns.iter().map(|c| c.name.as_str()).collect::<Vec<_>>(), ["金額", "金額 (2)", "列3"]);
}

#[test]
fn years_as_column_heads_are_no_data() {
    let t = table("商品,2021,2022,2023\n茶,10,20,30\n水,40,50,60\n");
    assert_eq!((t.profile().file.header_row, t.rows()), (Some(0), 6));
}

#[test]
fn codes_are_never_numbers() {
    let t = table(
        "会員番号,店,金額,JANコード\n007,001,10,4994744440704\n008,002,20,4942197131286\n009,001,30,4951418217719\n",
    );
    let kinds: Vec<_> = t.profile().columns.iter().map(|c| c.kind).collect();
    assert_eq!(kinds[0], ColumnType::Id);
    assert_eq!(kinds[2..], [ColumnType::Number, ColumnType::Id]);
    assert_ne!(kinds[1], ColumnType::Number);
    assert_eq!(t.categories("会員番号").unwrap().levels, ["007", "008", "009"]);
    assert_eq!(t.numbers("会員番号").unwrap(), [7.0, 8.0, 9.0]);
}

#[test]
fn bad_cells_are_listed_and_closed_days_are_not_bad() {
    let text = format!("日付,売上\n{}2024/4/21,未確定\n2024/4/22,定休日\n2024/2/30,5\n", days(20));
    let t = table(&text);
    let notes = noted(&t);
    assert!(notes.contains(&Note::BadCells {
        column: "売上".into(),
        count: 1,
        examples: vec![("22".into(), "未確定".into())]
    }));
    assert!(notes.contains(&Note::BadCells {
        column: "日付".into(),
        count: 1,
        examples: vec![("24".into(), "2024/2/30".into())]
    }));
    assert!(notes.contains(&Note::ClosedDays { column: "売上".into(), count: 1 }));
    assert_eq!(
        (column(&t, 0).kind, column(&t, 1).n_missing, t.profile().outcome),
        (ColumnType::Date, 2, Outcome::Warn)
    );
}

#[test]
fn dates_by_evidence_of_the_whole_column() {
    let grain = |text: &str| {
        let t = table(text);
        let c = column(&t, 0).clone();
        (c.grain, c.first, asked(&t))
    };
    let day = |iso: &str| Some(Cell::Text(iso.into()));
    assert_eq!(grain("Date,n\n08/04/24,1\n13/04/24,2\n14/04/24,3\n"), (Some(Grain::Day), day("2024-04-08"), vec![]));
    assert_eq!(grain("Date,n\n05/01/2024,1\n06/01/2024,2\n").2, [AskWhat::DayMonthOrder]);
    assert_eq!(grain("年,n\n2021,1\n2022,2\n2023,3\n"), (Some(Grain::Year), day("2021"), vec![]));
    assert_eq!(grain("計上月,n\n202312,1\n202401,2\n"), (Some(Grain::Month), day("2023-12"), vec![]));
    assert_eq!(grain("日付,n\n45379,43503\n45380,33637\n"), (Some(Grain::Day), day("2024-03-28"), vec![]));
    assert_eq!(column(&table("件数,n\n2021,1\n2022,2\n2023,3\n"), 0).kind, ColumnType::Number);
}

#[test]
fn mixed_units_are_not_added_up() {
    let t = table("日,重さ\n2024/4/1,5kg\n2024/4/2,500g\n2024/4/3,7kg\n");
    assert_eq!(
        (column(&t, 1).sum, column(&t, 1).unit.as_deref(), asked(&t)),
        (Some(12.5), Some("kg"), vec![AskWhat::MixedUnits])
    );
    let t = table("日,数\n2024/4/1,5箱\n2024/4/2,30個\n2024/4/3,7箱\n");
    assert_ne!(column(&t, 1).kind, ColumnType::Number);
    assert_eq!(asked(&t), [AskWhat::MixedUnits]);
}

#[test]
fn roles_and_tasks() {
    let role = |t: &Table| t.profile().columns.iter().map(|c| c.role).collect::<Vec<_>>();
    let t = table(&format!("日付,売上\n{}", days(30)));
    assert_eq!((role(&t), t.profile().tasks[0]), (vec![Some(Role::Time), Some(Role::Value)], TaskId::Forecast));

    let log: String = (0..60).map(|i| format!("C{:03},2024/4/{},{}\n", i * 7 % 13, i % 28 + 1, 100 + i)).collect();
    let t = table(&format!("顧客ID,購入日,金額\n{log}"));
    assert_eq!(
        (role(&t), t.profile().tasks[0]),
        (vec![Some(Role::Customer), Some(Role::Time), Some(Role::Amount)], TaskId::Segment)
    );

    let rows: String =
        (0..60).map(|i| format!("{},{},{}\n", i * 37 % 50, i % 7, if i % 3 == 0 { "yes" } else { "no" })).collect();
    let t = table(&format!("age,visits,churn\n{rows}"));
    assert_eq!((role(&t)[2], t.profile().tasks[0]), (Some(Role::Label), TaskId::Predict));

    let rows: String =
        (0..48).map(|i| format!("2024-10-05 {:02}:{:02},{}.5,{}\n", i / 6, i % 6 * 10, i % 9, i % 5)).collect();
    assert_eq!(table(&format!("Timestamp,Temp[degC],Hum[%]\n{rows}")).profile().tasks[0], TaskId::Anomaly);
}

#[test]
fn refusals_say_why() {
    assert_eq!(refused(""), Problem::EmptyFile);
    assert_eq!(refused(" \n\n"), Problem::EmptyFile);
    assert_eq!(refused("日付,売上\n"), Problem::NoDataRows);
    assert_eq!(refused("日付,売上\n2024/4/1,5\n"), Problem::TooFewRows { have: 1, need: 2 });
    assert_eq!(refused("お疲れさまです。\n添付の件、ご確認をお願いします。\n以上です。\n"), Problem::NotATable);
    let wide = format!("{}\n{}\n{}\n", "a,".repeat(3000), "1,".repeat(3000), "1,".repeat(3000));
    assert_eq!(refused(&wide), Problem::TooManyColumns { have: 3001, limit: 2000 });
    assert!(matches!(table("a,b\n1,2\n3,4\n").numbers("c"), Err(Problem::UnknownColumn { .. })));
    assert!(matches!(table("a,b\n1,x\n3,y\n").numbers("b"), Err(Problem::WrongColumnType { .. })));
    assert!(matches!(table("a,b\n1,x\n3,y\n").moments("a"), Err(Problem::WrongColumnType { .. })));
}

#[test]
fn odd_tables_are_still_tables() {
    let t = table(&format!("a,b\n{}", "5,5\n".repeat(1000)));
    assert_eq!((column(&t, 0).n_unique, column(&t, 0).histogram.clone()), (1, vec![1000]));
    let t = table("名前,色\n赤井,赤\n青木,青\n白石,白\n");
    assert!(t.profile().columns.iter().all(|c| c.kind == ColumnType::Category));
    let t = table("a,b\n-,-\n-,-\n-,x\n");
    assert_eq!(column(&t, 0).kind, ColumnType::Empty);
    let t = table(&format!("n,memo\n{}", "1,\n".repeat(3000) + "2,5.5\n"));
    assert_eq!(column(&t, 1).n_missing, 3000);
}

#[test]
fn the_preview_is_harmless() {
    let t = table("a,b\n\"x\ny\u{202E}z\",1\nq,2\n");
    assert_eq!(t.profile().preview[0], ["x yz", "1"]);
    assert_eq!(t.original(0, 0), "x\ny\u{202E}z");
}

#[test]
fn progress_rises_to_one() {
    let mut seen = Vec::new();
    read("t.csv", "a,b\n1,2\n3,4\n".as_bytes(), &Choices::default(), &mut |share| seen.push(share)).unwrap();
    assert!(seen.windows(2).all(|w| w[0] <= w[1]) && seen.last() == Some(&1.0));
}
