//! Broken bytes: whatever comes in, reading ends with a table or a problem.

use sanpo_api::{Choices, Role};
use sanpo_table::{GridRequest, Merge, read};

/// A small generator of its own: the same draws on every machine.
struct Draw(u64);

impl Draw {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n.max(1) as u64) as usize
    }
}

const SEEDS: [&str; 6] = [
    "日付,店舗,売上\n2024/4/1,渋谷店,\"1,200\"\n2024/4/2,横浜店,△300\n2024/4/3,渋谷店,¥5-\n合計,,900\n※注\n",
    "顧客ID,日時,金額\n001,2024-04-01T09:30:00Z,12.5%\n002,R6.4.2 9:00,1億2万円\n",
    "sep=;\na;b\n1;\"x\n\"\"y\"\n2;z\n",
    "2024年度,\n月,4月\n4月,1\n12月,2\n1月,3\n",
    "期間|n\n4/1～4/7|1\n4/8～4/14|2\nFY2024 1Q|3\n",
    "年,月\n平成元年,1\n令和元年,2\n2024-W53,3\n45383,4\n",
];

const PIECES: [&[u8]; 24] = [
    b",",
    b"\"",
    b"\n",
    b"\r",
    b"\t",
    b";",
    b"\0",
    b"\x1A",
    b"\x1B$B",
    b"\xFF\xFE",
    b"\xEF\xBB\xBF",
    b"\x83\x5C",
    b"\xA4\xA2",
    b"99999999999999999999",
    b"-",
    b"()",
    b"1e308",
    b"\xE5\xB9\xB4",
    b"\xE6\x9C\x88",
    b"/",
    b":",
    b"0000-00-00",
    b"9999-12-31",
    b"\xE5\x85\x83",
];

fn mutate(draw: &mut Draw) -> Vec<u8> {
    let mut bytes = SEEDS[draw.below(SEEDS.len())].as_bytes().to_vec();
    for _ in 0..=draw.below(8) {
        let at = draw.below(bytes.len() + 1);
        match draw.below(5) {
            0 => bytes.truncate(at),
            1 if at < bytes.len() => bytes[at] = draw.below(256) as u8,
            2 => {
                let again = bytes[at.min(bytes.len())..].to_vec();
                bytes.extend(again);
            }
            3 if at < bytes.len() => drop(bytes.remove(at)),
            _ => {
                let piece = PIECES[draw.below(PIECES.len())];
                bytes.splice(at..at, piece.iter().copied());
            }
        }
    }
    bytes
}

#[test]
fn broken_bytes_never_break_the_reader() {
    let mut draw = Draw(0x5A17_0A11);
    for _ in 0..20_000 {
        let bytes = mutate(&mut draw);
        let Ok(table) = read("x.csv", &bytes, &Choices::default(), &mut |_| ()) else { continue };
        let profile = table.profile();
        let role = |role: Role| profile.columns.iter().find(|c| c.role == Some(role)).map(|c| c.name.as_str());
        for column in &profile.columns {
            assert_eq!(table.categories(&column.name).unwrap().codes.len(), table.rows());
            assert!(column.n_missing <= table.rows());
            assert!([column.sum, column.min, column.max].into_iter().flatten().all(f64::is_finite), "{column:?}");
            if let (Some(time), Ok(_)) = (role(Role::Time), table.numbers(&column.name)) {
                let grid = table.grid(&GridRequest {
                    time,
                    value: &column.name,
                    series: role(Role::Series),
                    merge: Merge::Sum,
                });
                assert!(grid.is_err() || grid.is_ok_and(|g| g.row_place.len() == table.rows()));
            }
        }
        assert_eq!(table.original_row(0).len(), profile.columns.len());
    }
}

#[test]
fn look_alikes_do_not_slow_the_reader() {
    let quotes = format!("a,b\n{}", "\"x,1\n".repeat(50_000));
    let totals = format!("a,b\n{}", "設計,1\n".repeat(100_000));
    let blanks = format!("a,b\n1,2\n{}3,4\n", "\n".repeat(200_000));
    let wide = format!("{}\n", "1,".repeat(1_500)).repeat(300);
    let long = format!("a,b\n1,{}\n2,x\n", "長".repeat(500_000));
    for text in [quotes, totals, blanks, wide, long] {
        let _ = read("x.csv", text.as_bytes(), &Choices::default(), &mut |_| ());
    }
}
