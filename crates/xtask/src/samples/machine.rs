//! Four sensors of an air compressor, every ten minutes for sixty days, with faults of known times.

use sanpo_api::Lang;

use super::calendar::Day;
use super::draw::Draw;
use super::paper::{Paper, Word};

const STEPS_A_DAY: usize = 144;
const DAYS: usize = 60;

const COLUMNS: [Word; 5] = [
    ("日時", "Time"),
    ("温度(℃)", "Temperature (°C)"),
    ("圧力(MPa)", "Pressure (MPa)"),
    ("振動(mm/s)", "Vibration (mm/s)"),
    ("電流(A)", "Current (A)"),
];

/// One reading: temperature in °C, pressure in MPa, vibration in mm/s, current in A.
#[derive(Clone, Copy)]
struct Reading {
    temperature: f64,
    pressure: f64,
    vibration: f64,
    current: f64,
}

/// The file of a seed; the Japanese one in Shift_JIS like that of many loggers.
pub fn file(seed: u64, lang: Lang) -> Vec<u8> {
    let mut draw = Draw::new(seed);
    let mut paper = Paper::new(lang, &COLUMNS);
    let first = Day::of(2026, 7, 1);
    // Temperature follows the load slowly: a machine has mass.
    let mut warmth = 0.4;
    for step in 0..DAYS * STEPS_A_DAY {
        let day = Day(first.0 + (step / STEPS_A_DAY) as i32);
        let minutes = step % STEPS_A_DAY * 10;
        let load = load(day, minutes) + 0.03 * draw.normal();
        warmth += 0.25 * (load - warmth);
        let normal = healthy(step, load, warmth, &mut draw);
        let time = format!("{} {}:{:02}", day.text(lang), minutes / 60, minutes % 60);
        let cells = match faulty(step, normal) {
            Some(r) => [fixed(r.temperature, 1), fixed(r.pressure, 3), fixed(r.vibration, 2), fixed(r.current, 1)],
            None => Default::default(),
        };
        paper.row(&[[time].as_slice(), &cells].concat());
    }
    match lang {
        Lang::Ja => paper.shift_jis(),
        Lang::En => paper.utf8(),
    }
}

/// Share of full load: high by day with a dip at noon, low by night, half at the weekend.
fn load(day: Day, minutes: usize) -> f64 {
    let hour = minutes as f64 / 60.0;
    let shift = match hour {
        h if h < 6.0 => 0.30,
        h if h < 8.0 => 0.30 + 0.30 * (h - 6.0),
        h if (12.0..13.0).contains(&h) => 0.60,
        h if h < 18.0 => 0.90,
        h if h < 22.0 => 0.90 - 0.15 * (h - 18.0),
        _ => 0.30,
    };
    if day.weekday() >= 5 { 0.5 * shift + 0.1 } else { shift }
}

fn healthy(step: usize, load: f64, warmth: f64, draw: &mut Draw) -> Reading {
    let days = step as f64 / STEPS_A_DAY as f64;
    // The room is warmest at three in the afternoon, and a little warmer each week of the summer.
    let air = 3.0 * libm::cos(std::f64::consts::TAU * (days - 15.0 / 24.0)) + 0.03 * days;
    Reading {
        temperature: 58.0 + 14.0 * warmth + air + 0.4 * draw.normal(),
        pressure: 0.712 - 0.022 * load + 0.0035 * draw.normal(),
        vibration: 1.8 + 0.7 * load + 0.07 * draw.normal(),
        current: 21.0 + 17.0 * load + 0.5 * draw.normal(),
    }
}

/// Lays the faults over a healthy reading; `None` while the logger was off. The readme of the sample lists the same times.
fn faulty(step: usize, mut r: Reading) -> Option<Reading> {
    let day = step / STEPS_A_DAY + 1;
    let ten = step % STEPS_A_DAY;
    match (day, ten) {
        // 12 July, 13:30 to 16:00: an air leak; pressure falls, the motor works harder.
        (12, 81..=96) => {
            r.pressure -= 0.085;
            r.current += 7.5;
        }
        // 22 July, 9:00 to 18:00: the pressure sensor is stuck.
        (22, 54..=108) => r.pressure = 0.698,
        // 30 July, 2:10 to 3:00: the logger is off.
        (30, 13..=18) => return None,
        // 21 August, 11:00 to 15:00: the cooling fails.
        (52, 66..=90) => r.temperature += 22.0 * ((ten - 65) as f64 / 12.0).min(1.0),
        // 14 August, 8:00 to 11:00: stopped, the bearing is replaced.
        (45, 48..=66) => return Some(stopped(r)),
        // Three single spikes of the temperature sensor.
        (6, 20) | (35, 77) | (57, 131) => r.temperature += 31.0,
        // One blow.
        (18, 90) => r.vibration += 4.2,
        _ => {}
    }
    // 7 to 14 August: a bearing wears out, a little more each day.
    let wear_from = 37 * STEPS_A_DAY;
    let wear_until = 44 * STEPS_A_DAY + 48;
    if (wear_from..wear_until).contains(&step) {
        let share = (step - wear_from) as f64 / (wear_until - wear_from) as f64;
        r.vibration += 3.4 * share * share;
        r.temperature += 3.0 * share * share;
    }
    Some(r)
}

fn stopped(r: Reading) -> Reading {
    Reading { temperature: r.temperature - 24.0, pressure: 0.102, vibration: 0.04, current: 0.3 }
}

fn fixed(value: f64, digits: usize) -> String {
    format!("{value:.digits$}")
}
