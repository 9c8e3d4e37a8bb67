//! Groups on tables whose groups are known.

use super::*;
use crate::feature::{Feature, MISSING};

/// Three groups of 100, 60 and 40 rows in two numbers and a category, with a gap each.
fn three() -> Features {
    let mut random = Random::new(9);
    let of = |r: usize| {
        if r < 100 {
            0
        } else if r < 160 {
            1
        } else {
            2
        }
    };
    let mut x: Vec<f64> = (0..200).map(|r| [0.0, 10.0, 0.0][of(r)] + random.normal()).collect();
    let y = (0..200).map(|r| [0.0, 0.0, 10.0][of(r)] + random.normal()).collect();
    let mut codes: Vec<u32> =
        (0..200).map(|r| if random.unit() < 0.9 { of(r) as u32 } else { random.index(3) as u32 }).collect();
    x[5] = f64::NAN;
    codes[6] = MISSING;
    Features { columns: vec![Feature::Number(x), Feature::Number(y), Feature::Category { codes, levels: 3 }] }
}

#[test]
fn clear_groups_are_found_ordered_and_described() {
    let features = three();
    let found = fit(&features, None, 1).unwrap();
    assert_eq!((found.groups, found.clear), (3, Clarity::Clear));
    let sizes: Vec<usize> = (0..3).map(|g| found.group.iter().filter(|&&x| x == g).count()).collect();
    assert!(sizes[0] >= 98 && sizes[1].abs_diff(60) <= 2 && sizes[2].abs_diff(40) <= 2, "{sizes:?}");
    assert!(found.stability > 0.9 && found.by_k.iter().all(|t| t.1.is_finite() && t.2.is_finite()));
    let traits = describe(&features, &found.group, found.groups);
    assert!(traits[1].iter().any(|t| t.column == 0 && t.kind == TraitKind::High && (t.inside - 10.0).abs() < 1.0));
    assert!(traits[2].iter().any(|t| t.column == 2 && t.kind == TraitKind::More(2)));
    assert!(traits.iter().all(|ts| ts.windows(2).all(|w| w[0].effect >= w[1].effect)));
    assert_eq!(found.map.rows.len(), 200);
    assert!(found.map.x.iter().chain(&found.map.y).all(|v| v.is_finite()));
    assert_eq!(fit(&features, None, 1).unwrap(), found);
}

#[test]
fn a_cloud_is_not_called_clear() {
    let mut random = Random::new(2);
    let columns = (0..5).map(|_| Feature::Number((0..500).map(|_| random.normal()).collect())).collect();
    let found = fit(&Features { columns }, None, 1).unwrap();
    assert_ne!(found.clear, Clarity::Clear);
}

#[test]
fn the_number_of_groups_can_be_given() {
    let found = fit(&three(), Some(5), 1).unwrap();
    assert_eq!(found.groups, 5);
    assert!(found.group.iter().all(|&g| g < 5));
    assert_eq!(fit(&three(), Some(1), 1), Err(SegmentError::GroupCount { asked: 1, most: 50 }));
    assert_eq!(fit(&three(), Some(51), 1), Err(SegmentError::GroupCount { asked: 51, most: 50 }));
}

#[test]
fn thin_tables_do_no_harm() {
    let of = |values: Vec<f64>| Features { columns: vec![Feature::Number(values)] };
    assert_eq!(fit(&of(vec![1.0; 5]), None, 1), Err(SegmentError::TooShort { have: 5, need: MIN_ROWS }));
    assert_eq!(fit(&of(vec![1.0; 50]), None, 1), Err(SegmentError::NoColumn));
    assert_eq!(fit(&of(vec![f64::NAN; 50]), None, 1), Err(SegmentError::NoColumn));
    let two_values = fit(&of([0.0, 1.0].repeat(10)), Some(6), 1).unwrap();
    assert!(two_values.groups >= 2 && two_values.groups <= 6);
    let huge: Vec<f64> = (0..40).map(|i| if i == 0 { 1e300 } else { f64::from(i) }).collect();
    assert!(fit(&of(huge), None, 1).is_ok_and(|g| g.map.x.iter().all(|v| v.is_finite())));
    assert!(describe(&three(), &[7; 300], 2).iter().all(Vec::is_empty));
}
