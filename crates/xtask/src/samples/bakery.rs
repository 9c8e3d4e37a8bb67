//! Daily sales of a small bakery: ten products, two and a half years, closed on Wednesdays.

use sanpo_api::Lang;

use super::calendar::Day;
use super::draw::Draw;
use super::paper::{Paper, Word, say};

const WEDNESDAY: usize = 2;
/// Monday to Sunday; Wednesday is closed.
const WEEK: [f64; 7] = [0.92, 0.88, 0.0, 0.95, 1.04, 1.34, 1.28];
/// Days closed for no calendar reason: a typhoon, repairs, a family matter.
const CLOSED: [(i32, i32, i32); 6] =
    [(2024, 6, 17), (2024, 8, 30), (2025, 2, 18), (2025, 2, 20), (2025, 10, 27), (2026, 6, 9)];

struct Product {
    name: Word,
    /// Pieces on an average day at the start.
    base: f64,
    /// Growth a year.
    trend_frac: f64,
    /// How much more in the best season than on average.
    season_frac: f64,
    /// Where in the year that season lies, 0 to 1.
    best: f64,
    /// What rain leaves of the sales.
    rain: f64,
    /// First day, if it came later.
    from: Option<(i32, i32, i32)>,
    /// Last day, if it was given up.
    until: Option<(i32, i32, i32)>,
}

const fn product(name: Word, base: f64, trend_frac: f64, season_frac: f64, best: f64, rain: f64) -> Product {
    Product { name, base, trend_frac, season_frac, best, rain, from: None, until: None }
}

const PRODUCTS: [Product; 10] = [
    product(("食パン", "White loaf"), 58.0, 0.02, 0.05, 0.0, 0.95),
    product(("あんパン", "Red bean bun"), 36.0, 0.0, 0.10, 0.95, 0.88),
    product(("メロンパン", "Melon bun"), 41.0, 0.03, 0.06, 0.3, 0.85),
    product(("クロワッサン", "Croissant"), 34.0, 0.06, 0.12, 0.02, 0.86),
    product(("カレーパン", "Curry bun"), 33.0, 0.02, 0.16, 0.04, 0.90),
    product(("バゲット", "Baguette"), 19.0, -0.04, 0.14, 0.97, 0.92),
    product(("サンドイッチ", "Sandwich"), 39.0, 0.04, 0.18, 0.38, 0.72),
    product(("塩パン", "Salt roll"), 24.0, 0.30, 0.10, 0.58, 0.84),
    Product {
        until: Some((2025, 8, 31)),
        ..product(("シナモンロール", "Cinnamon roll"), 17.0, -0.22, 0.15, 0.0, 0.85)
    },
    Product { from: Some((2025, 10, 2)), ..product(("米粉パン", "Rice flour bread"), 21.0, 0.35, 0.0, 0.0, 0.90) },
];

#[derive(Clone, Copy, PartialEq)]
enum Weather {
    Fine,
    Cloudy,
    Rain,
    Snow,
}

/// The file of a seed.
pub fn file(seed: u64, lang: Lang) -> Vec<u8> {
    let mut draw = Draw::new(seed);
    let mut paper =
        Paper::new(lang, &[("日付", "Date"), ("商品", "Product"), ("天気", "Weather"), ("売上数(個)", "Units sold")]);
    let first = Day::of(2024, 4, 1);
    for day in first.to(Day::of(2026, 9, 30)) {
        let weather = weather(day, &mut draw);
        let mood = 1.0 + 0.05 * draw.normal();
        if is_closed(day) {
            continue;
        }
        for product in PRODUCTS.iter().filter(|product| product.is_sold(day)) {
            let sold = draw.count(mood * product.expected(first, day, weather));
            let [name, sky] = [product.name, weather.name()].map(|word| say(lang, word).to_owned());
            paper.row(&[day.text(lang), name, sky, sold.to_string()]);
        }
    }
    paper.utf8()
}

impl Product {
    fn is_sold(&self, day: Day) -> bool {
        let of = |(y, m, d): (i32, i32, i32)| Day::of(y, m, d);
        self.from.is_none_or(|from| day >= of(from)) && self.until.is_none_or(|until| day <= of(until))
    }

    fn expected(&self, first: Day, day: Day, weather: Weather) -> f64 {
        let start = self.from.map_or(first, |(y, m, d)| Day::of(y, m, d));
        let years = f64::from(day.0 - start.0) / 365.25;
        let season = 1.0 + self.season_frac * libm::cos(std::f64::consts::TAU * (day.season_frac() - self.best));
        let weather = match weather {
            Weather::Fine => 1.03,
            Weather::Cloudy => 1.0,
            Weather::Rain => self.rain,
            Weather::Snow => 0.7 * self.rain,
        };
        self.base * (1.0 + self.trend_frac * years).max(0.1) * season * weather * day_factor(day)
    }
}

fn day_factor(day: Day) -> f64 {
    let week = WEEK[day.weekday()];
    // A holiday on a working day brings the crowd of a Saturday.
    let base = if day.is_holiday() { week.max(1.26) } else { week };
    match day.month_day() {
        // Christmas, and the last days before the New Year holidays.
        1222..=1225 => base * 1.22,
        1228..=1230 => base * 1.15,
        // The town's festival is on the first Saturday of November.
        1101..=1107 if day.weekday() == 5 => base * 1.5,
        _ => base,
    }
}

fn is_closed(day: Day) -> bool {
    let (year, month, date) = day.date();
    let holidays = matches!(day.month_day(), 1231 | 101..=103 | 813..=815);
    day.weekday() == WEDNESDAY || holidays || CLOSED.contains(&(year, month, date))
}

fn weather(day: Day, draw: &mut Draw) -> Weather {
    let weights = match day.month_day() {
        607..=720 => [0.25, 0.30, 0.45, 0.0],
        1215..=1231 | 101..=228 => [0.56, 0.28, 0.10, 0.06],
        901..=1015 => [0.40, 0.30, 0.30, 0.0],
        _ => [0.50, 0.28, 0.22, 0.0],
    };
    [Weather::Fine, Weather::Cloudy, Weather::Rain, Weather::Snow][draw.weighted(&weights)]
}

impl Weather {
    fn name(self) -> Word {
        match self {
            Self::Fine => ("晴れ", "Sunny"),
            Self::Cloudy => ("くもり", "Cloudy"),
            Self::Rain => ("雨", "Rain"),
            Self::Snow => ("雪", "Snow"),
        }
    }
}
