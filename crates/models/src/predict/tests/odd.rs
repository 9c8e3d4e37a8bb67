use super::made::{numbers, three_classes, two_classes};
use crate::feature::{Feature, Features, MISSING};
use crate::predict::*;

fn one(column: Feature) -> Features {
    Features { columns: vec![column] }
}

fn halves(rows: usize) -> Target {
    Target::Class { codes: (0..rows).map(|r| (r % 2) as u32).collect(), classes: 2 }
}

/// Every member learns and predicts finite values that are probabilities where they should be.
fn all_members_cope(features: &Features, target: &Target) {
    for member in Member::for_target(target) {
        let fitted = fit(features, target, member, 1).unwrap();
        let predictions = fitted.predict(features);
        assert_eq!(predictions.len(), target.outputs());
        assert!(predictions.iter().all(|o| o.len() == features.rows()));
        assert!(predictions.iter().flatten().all(|v| v.is_finite()), "{member:?}");
        let folds = folds(target, 1);
        let result = evaluate(features, target, &folds, 0, member, 1).unwrap();
        assert!(result.predictions.iter().flatten().chain(&result.importance).all(|v| v.is_finite()), "{member:?}");
    }
}

#[test]
fn bad_tables_are_refused() {
    let numbers = || Feature::Number((0..30).map(f64::from).collect());
    let target = halves(30);
    assert_eq!(check(&Features::default(), &target), Err(PredictError::NoColumns));
    assert_eq!(check(&one(Feature::Number(vec![1.0; 29])), &target), Err(PredictError::Lengths));
    assert_eq!(check(&one(Feature::Number(vec![1.0; 10])), &halves(10)), Err(PredictError::TooFewRows { rows: 10 }));
    let constant = Target::Number(vec![3.0; 30]);
    assert_eq!(check(&one(numbers()), &constant), Err(PredictError::OneValue));
    let many = Target::Class { codes: (0..30).collect(), classes: 30 };
    assert_eq!(check(&one(numbers()), &many), Err(PredictError::TooManyClasses { classes: 30 }));
    let infinite = one(Feature::Number((0..30).map(|r| if r == 7 { f64::INFINITY } else { 1.0 }).collect()));
    assert_eq!(check(&infinite, &target), Err(PredictError::NotFinite));
    let gap = Target::Number((0..30).map(|r| if r == 7 { f64::NAN } else { f64::from(r) }).collect());
    assert_eq!(check(&one(numbers()), &gap), Err(PredictError::NotFinite));
    let code = one(Feature::Category { codes: vec![5; 30], levels: 5 });
    assert_eq!(check(&code, &target), Err(PredictError::BadCode));
    let wrong = Target::Class { codes: vec![2; 30], classes: 2 };
    assert_eq!(check(&one(numbers()), &wrong), Err(PredictError::BadCode));
    assert_eq!(fit(&one(numbers()), &target, Member::LogLinear, 1), Err(PredictError::WrongMember));
    let negative = Target::Number((0..30).map(|r| f64::from(r) - 15.0).collect());
    assert_eq!(fit(&one(numbers()), &negative, Member::LogBoosting, 1), Err(PredictError::WrongMember));
    let folds = folds(&target, 1);
    assert_eq!(evaluate(&one(numbers()), &target, &folds, 9, Member::Linear, 1), Err(PredictError::Lengths));
}

#[test]
fn columns_that_say_nothing_are_survived() {
    let target = halves(60);
    all_members_cope(&one(Feature::Number(vec![f64::NAN; 60])), &target);
    all_members_cope(&one(Feature::Number(vec![7.0; 60])), &target);
    all_members_cope(&one(Feature::Category { codes: vec![MISSING; 60], levels: 0 }), &target);
    all_members_cope(&one(Feature::Category { codes: (0..60).collect(), levels: 60 }), &target);
    let values = Target::Number((0..60).map(|r| f64::from(r * r)).collect());
    all_members_cope(&one(Feature::Number(vec![f64::NAN; 60])), &values);
}

#[test]
fn extreme_numbers_are_survived() {
    let huge = Feature::Number((0..60).map(|r| if r % 3 == 0 { 1e70 } else { -1e60 * f64::from(r) }).collect());
    let tiny = Feature::Number((0..60).map(|r| 1e-300 * f64::from(r)).collect());
    let zeros = Feature::Number((0..60).map(|r| if r % 2 == 0 { 0.0 } else { -0.0 }).collect());
    let features = Features { columns: vec![huge, tiny, zeros] };
    all_members_cope(&features, &halves(60));
    all_members_cope(&features, &Target::Number((0..60).map(|r| 1e70 * f64::from(r)).collect()));
    all_members_cope(&features, &Target::Number((0..60).map(|r| 1e-200 * f64::from(r)).collect()));
    let outlier = Target::Number((0..60).map(|r| if r == 5 { 1e9 } else { f64::from(r % 4) }).collect());
    all_members_cope(&features, &outlier);
}

#[test]
fn a_class_with_one_row_or_none_is_survived() {
    let (features, _) = two_classes(60);
    let lonely = Target::Class { codes: (0..60).map(|r| u32::from(r == 0)).collect(), classes: 2 };
    all_members_cope(&features, &lonely);
    let absent = Target::Class { codes: (0..60).map(|r| r % 2).collect(), classes: 5 };
    all_members_cope(&features, &absent);
}

#[test]
fn perfectly_separable_classes_are_survived() {
    let column = Feature::Number((0..80).map(f64::from).collect());
    let target = Target::Class { codes: (0..80).map(|r| u32::from(r >= 40)).collect(), classes: 2 };
    all_members_cope(&one(column), &target);
}

#[test]
fn more_columns_than_rows_are_survived() {
    let mut random = crate::random::Random::new(1);
    let columns = (0..80).map(|_| Feature::Number((0..30).map(|_| random.normal()).collect())).collect();
    all_members_cope(&Features { columns }, &halves(30));
}

#[test]
fn new_rows_may_lack_columns_and_know_other_levels() {
    for (features, target) in [two_classes(80), three_classes(80), numbers(80)] {
        for member in Member::ALL {
            let fitted = fit(&features, &target, member, 1).unwrap();
            let strange = Features {
                columns: vec![
                    Feature::Number(vec![f64::INFINITY, -1e300]),
                    Feature::Category { codes: vec![99, MISSING], levels: 120 },
                ],
            };
            let swapped = Features { columns: vec![strange.columns[1].clone(), strange.columns[0].clone()] };
            for rows in [strange, swapped, Features::default()] {
                let predictions = fitted.predict(&rows);
                assert!(predictions.iter().all(|o| o.len() == rows.rows() && o.iter().all(|v| v.is_finite())));
            }
        }
    }
}

#[test]
fn a_blend_needs_a_complete_member() {
    let (features, target) = two_classes(60);
    let folds = folds(&target, 1);
    let part = vec![evaluate(&features, &target, &folds, 0, Member::Linear, 1).unwrap()];
    assert_eq!(blend(&target, &[(Member::Linear, part)]), Err(PredictError::Incomplete));
    assert_eq!(blend(&target, &[]), Err(PredictError::Incomplete));
}
