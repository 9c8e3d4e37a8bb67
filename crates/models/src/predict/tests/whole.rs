use super::made::{amounts, codes, numbers, three_classes, two_classes};
use crate::feature::Features;
use crate::predict::*;

/// The whole course: folds, jobs, blend.
fn course(features: &Features, target: &Target) -> Blend {
    let folds = folds(target, 1);
    let results: Vec<(Member, Vec<FoldResult>)> = Member::for_target(target)
        .into_iter()
        .map(|m| (m, (0..folds.count).map(|k| evaluate(features, target, &folds, k, m, 9).unwrap()).collect()))
        .collect();
    blend(target, &results).unwrap()
}

fn ensemble(features: &Features, target: &Target, blend: &Blend) -> Ensemble {
    let parts = blend.weights.iter().map(|(m, w)| (*w, fit(features, target, *m, 9).unwrap()));
    Ensemble { parts: parts.collect() }
}

#[test]
fn two_classes_are_told_apart() {
    let (features, target) = two_classes(400);
    let blend = course(&features, &target);
    let scores = evaluation(&target, &blend.out_of_fold).class.unwrap();
    assert!(scores.auc.unwrap() > 0.9, "{scores:?}");
    assert!(scores.log_loss < 0.65 * scores.naive_log_loss && scores.accuracy > scores.naive_accuracy);
    assert!(scores.lift[0].lift > 1.5 && scores.lift[9].caught_frac > 0.999);
    assert!(blend.importance[0] > blend.importance[1] && blend.importance[1] > blend.importance[2]);
    assert!((blend.weights.iter().map(|w| w.1).sum::<f64>() - 1.0).abs() < 1e-12);
}

#[test]
fn several_classes_are_told_apart() {
    let (features, target) = three_classes(300);
    let blend = course(&features, &target);
    let scores = evaluation(&target, &blend.out_of_fold).class.unwrap();
    assert!(scores.accuracy > 0.85 && scores.log_loss < 0.5 * scores.naive_log_loss, "{scores:?}");
    assert_eq!(scores.auc, None);
    for r in 0..target.rows() {
        let sum: f64 = blend.out_of_fold.iter().map(|o| o[r]).sum();
        assert!((sum - 1.0).abs() < 1e-9 && blend.out_of_fold.iter().all(|o| o[r] >= 0.0));
    }
    let unseen = three_classes(300).0.take(&[0, 1, 2]);
    assert_eq!(ensemble(&features, &target, &blend).predict(&unseen).len(), 3);
}

#[test]
fn numbers_come_close() {
    let (features, target) = numbers(300);
    let scores = evaluation(&target, &course(&features, &target).out_of_fold).number.unwrap();
    assert!(scores.r2 > 0.97 && scores.mae < 20.0 && scores.naive_mae > 70.0, "{scores:?}");
}

#[test]
fn amounts_are_never_negative_and_the_log_scale_wins_where_it_is_right() {
    let (features, target) = amounts(500);
    assert_eq!(Member::for_target(&target).len(), 5);
    let blend = course(&features, &target);
    assert!(blend.out_of_fold[0].iter().all(|&v| v >= 0.0));
    let loss = |member| blend.losses.iter().find(|(m, _)| *m == member).unwrap().1;
    assert!(loss(Member::LogLinear) < 0.7 * loss(Member::Linear), "{:?}", blend.losses);
}

#[test]
fn the_blend_is_no_worse_than_its_best_member_by_much() {
    let (features, target) = two_classes(200);
    let blend = course(&features, &target);
    let best = blend.losses.iter().map(|l| l.1).fold(f64::INFINITY, f64::min);
    assert!(blend.loss < 1.02 * best, "{} {:?}", blend.loss, blend.losses);
}

#[test]
fn the_same_input_gives_the_same_bits_and_survives_storage() {
    let (features, target) = two_classes(120);
    for member in Member::ALL {
        let fitted = fit(&features, &target, member, 5).unwrap();
        assert_eq!(fitted, fit(&features, &target, member, 5).unwrap());
        let bytes = postcard::to_stdvec(&fitted).unwrap();
        let back: Fitted = postcard::from_bytes(&bytes).unwrap();
        assert_eq!(back.member(), member);
        assert_eq!(back.predict(&features), fitted.predict(&features));
    }
}

#[test]
fn held_out_rows_do_not_leak_into_their_own_prediction() {
    // With answers that nothing explains, held-out predictions must be no better than the naive ones, even though a category
    // with a level for every two rows could be learnt by heart.
    let mut random = crate::random::Random::new(8);
    let rows = 400;
    let codes: Vec<u32> = (0..rows).map(|_| random.index(2) as u32).collect();
    let many = (0..rows).map(|_| random.index(40) as u32).collect();
    let features = Features { columns: vec![crate::feature::Feature::Category { codes: many, levels: 40 }] };
    let target = Target::Class { codes, classes: 2 };
    let scores = evaluation(&target, &course(&features, &target).out_of_fold).class.unwrap();
    assert!(scores.log_loss > 0.97 * scores.naive_log_loss && scores.auc.unwrap() < 0.6, "{scores:?}");
}

#[test]
fn folds_have_the_same_mix_and_samples_too() {
    let (_, target) = two_classes(503);
    let folds = folds(&target, 3);
    let positives = |k: usize| {
        let (_, held) = folds.split(k);
        held.iter().filter(|&&r| codes(&target)[r] == 1).count()
    };
    let counts: Vec<usize> = (0..folds.count).map(positives).collect();
    assert!(counts.iter().max().unwrap() - counts.iter().min().unwrap() <= 2, "{counts:?}");
    assert_eq!(sample(&target, 1).len(), 503);
    let large = Target::Number((0..50_000).map(f64::from).collect());
    let rows = sample(&large, 1);
    assert_eq!(rows.len(), MAX_ROWS);
    assert!(rows.windows(2).all(|w| w[0] < w[1]) && rows[MAX_ROWS - 1] < 50_000);
}
