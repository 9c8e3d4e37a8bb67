use crate::predict::{Evaluation, Target, evaluation};

fn close(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-9, "{a} {b}");
}

#[test]
fn class_figures_match_hand_counted_ones() {
    let target = Target::Class { codes: vec![1, 0, 1, 0, 0], classes: 2 };
    let p = vec![0.9, 0.6, 0.6, 0.2, 0.1];
    let scores = evaluation(&target, &[p.iter().map(|p| 1.0 - p).collect(), p]).class.unwrap();
    // Six pairs: five in the right order, one tie.
    close(scores.auc.unwrap(), 5.5 / 6.0);
    close(scores.accuracy, 0.8);
    close(scores.naive_accuracy, 0.6);
    assert_eq!(scores.confusion, vec![vec![2, 1], vec![0, 2]]);
    let expected = -(libm::log(0.9) + libm::log(0.4) + libm::log(0.6) + libm::log(0.8) + libm::log(0.9)) / 5.0;
    close(scores.log_loss, expected);
    close(scores.naive_log_loss, -(0.4 * libm::log(0.4) + 0.6 * libm::log(0.6)));
    assert_eq!(scores.lift_class, Some(1));
    close(scores.lift[1].lift, 2.5);
    // The second row is one of two equals, of which one is of the class.
    close(scores.lift[3].caught_frac, 0.75);
    close(scores.lift[9].lift, 1.0);
}

#[test]
fn number_figures_match_hand_counted_ones() {
    let target = Target::Number(vec![1.0, 2.0, 3.0, 6.0]);
    let scores = evaluation(&target, &[vec![1.0, 3.0, 3.0, 4.0]]).number.unwrap();
    close(scores.r2, 1.0 - 5.0 / 14.0);
    close(scores.mae, 0.75);
    close(scores.naive_mae, 1.5);
    close(scores.rmse, (5.0f64 / 4.0).sqrt());
    let small = Target::Number(vec![1e-9, 2e-9, 3e-9, 6e-9]);
    close(evaluation(&small, &[vec![1e-9, 3e-9, 3e-9, 4e-9]]).number.unwrap().r2, 1.0 - 5.0 / 14.0);
}

#[test]
fn predictions_of_another_shape_have_no_figures() {
    let target = Target::Class { codes: vec![0, 1], classes: 2 };
    assert_eq!(evaluation(&target, &[]), Evaluation::default());
    assert_eq!(evaluation(&target, &[vec![0.5], vec![0.5]]), Evaluation::default());
    assert_eq!(evaluation(&target, &[vec![f64::NAN, 0.5], vec![0.5, 0.5]]), Evaluation::default());
    let one_class = Target::Class { codes: vec![0, 0], classes: 2 };
    let scores = evaluation(&one_class, &[vec![0.5, 0.5], vec![0.5, 0.5]]).class.unwrap();
    assert!(scores.auc.is_none() && scores.lift.is_empty() && scores.log_loss.is_finite());
}
