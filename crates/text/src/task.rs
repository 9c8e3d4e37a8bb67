//! Tasks and what they ask.

use sanpo_api::{FieldId, Handling, Lang, TaskId};

use crate::say::pick;

/// Name of a task.
pub fn task_name(lang: Lang, task: TaskId) -> &'static str {
    match task {
        TaskId::Forecast => pick(lang, "これからの数を予測する", "Forecast what comes"),
        TaskId::Anomaly => pick(lang, "いつもと違うところを探す", "Find what is unusual"),
        TaskId::Segment => pick(lang, "似たもの同士に分ける", "Sort into similar groups"),
        TaskId::Predict => pick(lang, "1行ごとに予測する", "Predict for each row"),
    }
}

/// The question that a task answers.
pub fn task_question(lang: Lang, task: TaskId) -> &'static str {
    match task {
        TaskId::Forecast => pick(lang, "この先、どれくらいになる？", "How much will it be from here on?"),
        TaskId::Anomaly => pick(lang, "どこが、いつもと違う？", "Where is something out of the ordinary?"),
        TaskId::Segment => pick(lang, "お客さまには、どんなグループがある？", "What kinds of customers are there?"),
        TaskId::Predict => pick(lang, "この行は、どうなりそう？", "What is likely for this row?"),
    }
}

/// One sentence: what a task answers, from what.
pub fn task_says(lang: Lang, task: TaskId) -> &'static str {
    match task {
        TaskId::Forecast => pick(
            lang,
            "日付のある売上や個数から、これからの数を出します。",
            "From sales or counts with dates, works out the figures to come.",
        ),
        TaskId::Anomaly => pick(
            lang,
            "ほかと違う日や行を、理由といっしょに見つけます。",
            "Finds days or rows unlike the others, with the reason.",
        ),
        TaskId::Segment => pick(
            lang,
            "会員や売上の記録から、似たお客さまをまとめます。",
            "Puts similar customers together, from a list or a sales log.",
        ),
        TaskId::Predict => pick(
            lang,
            "答えの分かる行から学び、分からない行の答えを出します。",
            "Learns from rows with a known answer and predicts the others.",
        ),
    }
}

/// Examples of a task.
pub fn task_example(lang: Lang, task: TaskId) -> &'static str {
    match task {
        TaskId::Forecast => pick(lang, "例：来月の売上、来週の来客数", "For example next month’s sales"),
        TaskId::Anomaly => {
            pick(lang, "例：設備の温度、入力まちがい", "For example a machine’s temperature, typing mistakes")
        }
        TaskId::Segment => pick(lang, "例：お得意さま、しばらく来ない人", "For example regulars, people who stay away"),
        TaskId::Predict => {
            pick(lang, "例：やめそうな会員、家の値段", "For example members about to leave, house prices")
        }
    }
}

/// The button that starts a task.
pub fn task_action(lang: Lang, task: TaskId) -> &'static str {
    match task {
        TaskId::Forecast => pick(lang, "予測する", "Forecast"),
        TaskId::Anomaly => pick(lang, "いつもと違うところを探す", "Find what is unusual"),
        TaskId::Segment => pick(lang, "グループに分ける", "Sort into groups"),
        TaskId::Predict => pick(lang, "予測する", "Predict"),
    }
}

/// Label of a field.
pub fn field_name(lang: Lang, task: TaskId, field: FieldId) -> &'static str {
    match (field, task) {
        (FieldId::Value, TaskId::Forecast) => pick(lang, "予測したい数", "Number to forecast"),
        (FieldId::Value, TaskId::Anomaly) => pick(lang, "調べる数", "Number to look at"),
        (FieldId::Value, TaskId::Segment) => pick(lang, "金額の項目", "Column with the amount"),
        (FieldId::Columns, TaskId::Anomaly) => pick(lang, "調べる項目", "Columns to look at"),
        (FieldId::Columns, TaskId::Segment) => pick(lang, "分けるときに使う項目", "Columns to group by"),
        (FieldId::Columns, TaskId::Predict) => pick(lang, "手がかりにする項目", "Columns to learn from"),
        (field, TaskId::Forecast | TaskId::Anomaly | TaskId::Segment | TaskId::Predict) => field_name_any(lang, field),
    }
}

/// Label of a field where the task is not known.
pub(crate) fn field_name_any(lang: Lang, field: FieldId) -> &'static str {
    match field {
        FieldId::Time => pick(lang, "日付の項目", "Column with the date"),
        FieldId::Value => pick(lang, "数の項目", "Column with the number"),
        FieldId::Series => pick(lang, "分ける項目（商品・店など）", "Tell apart by (product, shop)"),
        FieldId::Horizon => pick(lang, "どこまで予測するか", "How far ahead"),
        FieldId::Columns => pick(lang, "使う項目", "Columns to use"),
        FieldId::Sensitivity => pick(lang, "印のつけやすさ", "How readily to mark"),
        FieldId::Customer => pick(lang, "お客さまの項目", "Column with the customer"),
        FieldId::Groups => pick(lang, "グループの数", "Number of groups"),
        FieldId::Target => pick(lang, "予測したい項目", "Column to predict"),
        FieldId::Events => pick(lang, "特別な日", "Special days"),
        FieldId::Handling => pick(lang, "計算に入れること", "What is allowed for"),
        FieldId::Quantity => pick(lang, "数量の項目", "Column with the quantity"),
    }
}

/// Support text under a label.
pub fn field_says(lang: Lang, task: TaskId, field: FieldId) -> &'static str {
    match field {
        FieldId::Time => pick(lang, "年月日や時刻が入っている項目です。", "It holds dates or times."),
        FieldId::Value => match task {
            TaskId::Forecast => pick(lang, "これからの値を知りたい項目です。", "You want to know what it will be."),
            TaskId::Anomaly => pick(lang, "動きを調べる項目です。", "Its ups and downs are looked at."),
            TaskId::Segment => pick(lang, "1回ごとの買い物の金額です。", "The amount of each purchase."),
            TaskId::Predict => "",
        },
        FieldId::Series => {
            pick(lang, "商品や店ごとに、別々に計算します。", "Each product or shop is worked out on its own.")
        }
        FieldId::Horizon => pick(lang, "先になるほど、ずれは大きくなります。", "The further ahead, the less sure."),
        FieldId::Columns => match task {
            TaskId::Predict => pick(
                lang,
                "予測するときにも分かっている項目を選びます。",
                "Choose columns that are known when you predict.",
            ),
            TaskId::Forecast | TaskId::Anomaly | TaskId::Segment => {
                pick(lang, "関係のない項目は外せます。", "Leave out what does not matter.")
            }
        },
        FieldId::Sensitivity => pick(lang, "1は少なめ、5は多めに印をつけます。", "1 marks few, 5 marks many."),
        FieldId::Customer => match task {
            TaskId::Segment => pick(
                lang,
                "お客さまの番号や名前です。なければ1行を1人とします。",
                "Number or name of the customer. Without it, each row is one.",
            ),
            TaskId::Forecast | TaskId::Anomaly | TaskId::Predict => {
                pick(lang, "行の名前として結果に出します。", "Shown in the result to name the rows.")
            }
        },
        FieldId::Groups => pick(
            lang,
            "「ちょうどよい数」なら、分け直しても変わりにくい数を探します。",
            "“The right number” is the one that holds up best when repeated.",
        ),
        FieldId::Target => pick(
            lang,
            "答えを知りたい項目です。空らんの行を予測します。",
            "You want its answer. Rows where it is empty get a prediction.",
        ),
        FieldId::Events => pick(
            lang,
            "お祭りやセールなど、過去とこれからの日を選びます。点線の枠は、これからの日です。",
            "A festival, a sale: choose past days and those to come, which have a dotted border.",
        ),
        FieldId::Handling => pick(lang, "外したものは行いません。", "Untick what you do not want."),
        FieldId::Quantity => pick(
            lang,
            "金額の項目が単価のときに選びます。単価×数量を金額とします。",
            "Choose it where the amount is the price of one: price × quantity is what was spent.",
        ),
    }
}

/// The choice when a field has no answer.
pub fn field_none(lang: Lang, _task: TaskId, field: FieldId) -> &'static str {
    match field {
        FieldId::Series => pick(lang, "分けない", "Do not tell apart"),
        FieldId::Groups | FieldId::Horizon | FieldId::Sensitivity => pick(lang, "ちょうどよい数", "The right number"),
        FieldId::Time
        | FieldId::Value
        | FieldId::Columns
        | FieldId::Customer
        | FieldId::Target
        | FieldId::Events
        | FieldId::Handling
        | FieldId::Quantity => pick(lang, "使わない", "Use none"),
    }
}

/// What is done about one thing that a forecast allows for.
pub fn handling_says(lang: Lang, handling: Handling) -> &'static str {
    match handling {
        Handling::Calendar => pick(
            lang,
            "祝日、給料日、年末年始などに増減した分を、予測にも入れます。",
            "The forecast learns what holidays, paydays and the end of the year do to sales.",
        ),
        Handling::OwnColumns => pick(
            lang,
            "これからの値もファイルにある項目だけを使います。",
            "Only columns whose values to come are in the file.",
        ),
        Handling::ClosedDays => pick(
            lang,
            "休んだ日を0とは数えません。これからの休みも予測します。",
            "Closed days do not count as zero, and days that are usually closed are forecast as closed.",
        ),
        Handling::RunningPeriod => pick(
            lang,
            "途中までの今月や今日は外して、あらためて予測します。",
            "The present month or day, when only begun, is left out and forecast.",
        ),
        Handling::StrayValues => pick(
            lang,
            "一度だけの大きな値に、予測が引きずられないようにします。",
            "A single extreme value does not pull the forecast along.",
        ),
        Handling::SharedSeason => pick(
            lang,
            "始まったばかりの商品や店は、ほかの増減の形を使います。",
            "New products and shops go up and down like the others.",
        ),
        Handling::LevelShift => pick(
            lang,
            "途中で大きく増減したあとの水準で、予測します。",
            "After a lasting jump, the forecast goes on from the new level.",
        ),
    }
}

/// One thing that a forecast allows for.
pub fn handling_name(lang: Lang, handling: Handling) -> &'static str {
    match handling {
        Handling::Calendar => pick(lang, "祝日や給料日など、暦の影響", "Holidays, paydays and the like"),
        Handling::OwnColumns => pick(lang, "値段や販促など、ほかの項目", "Other columns such as prices and promotions"),
        Handling::ClosedDays => pick(lang, "休みの日は数えない", "Closed days do not count"),
        Handling::RunningPeriod => {
            pick(lang, "終わっていない期間は数えない", "A period that is not over does not count")
        }
        Handling::StrayValues => pick(lang, "飛びぬけた値は数えない", "Single values far off do not count"),
        Handling::SharedSeason => {
            pick(lang, "新しいものは、ほかの季節の形を借りる", "New ones borrow the season of the others")
        }
        Handling::LevelShift => pick(
            lang,
            "水準が変わる前の値は、今の水準に合わせる",
            "Values before a level change are brought to the present level",
        ),
    }
}
