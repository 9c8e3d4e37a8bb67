//! Quantities that cannot be negative: no usual range of theirs may reach below nothing.
//!
//! A column whose values are all zero or more is taken for one, unless its name or unit is of something that crosses zero.

/// Parts of names of things that are negative at times, in small letters.
const CROSSING: [&str; 22] = [
    "気温",
    "水温",
    "温度",
    "差",
    "増減",
    "利益",
    "損益",
    "収支",
    "残高",
    "変化",
    "緯度",
    "経度",
    "temp",
    "diff",
    "change",
    "delta",
    "profit",
    "balance",
    "latitude",
    "longitude",
    "degc",
    "degf",
];
/// Units of such things.
const UNITS: [&str; 6] = ["℃", "°c", "℉", "°f", "度", "degc"];

/// Zero, if the column never lies below it for what it is; else no floor.
pub fn floor(name: &str, unit: Option<&str>, values: &[f64]) -> Option<f64> {
    let name = name.to_lowercase();
    let unit = unit.unwrap_or_default().trim().to_lowercase();
    let crosses = CROSSING.iter().any(|part| name.contains(part)) || UNITS.contains(&unit.as_str());
    let negative = values.iter().any(|v| *v < 0.0);
    (!crosses && !negative).then_some(0.0)
}

#[cfg(test)]
mod tests {
    use super::floor;

    #[test]
    fn counts_and_currents_have_a_floor_and_temperatures_have_none() {
        assert_eq!(floor("振動", Some("mm/s"), &[0.2, f64::NAN]), Some(0.0));
        assert_eq!(floor("value", None, &[0.0]), Some(0.0));
        for (name, unit, value) in
            [("表面温度", None, 20.0), ("t", Some("℃"), 20.0), ("収支", None, 1.0), ("x", None, -1.0)]
        {
            assert_eq!(floor(name, unit, &[value]), None, "{name}");
        }
    }
}
