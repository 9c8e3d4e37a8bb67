//! What can be asked on the command line.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use sanpo_api::{Choice, Lang};

/// Forecasts, anomalies, segments and predictions from a spreadsheet.
#[derive(Parser)]
#[command(name = "sanpo", version)]
pub struct Args {
    /// Language of messages and reasons.
    #[arg(long, value_enum, default_value = "en", global = true)]
    pub lang: LangArg,
    /// A decision about the reading of the file, as `inspect --json` names it: `{"layout":"long"}`, `{"year":2024}`,
    /// `{"keep_rows":"total"}`. May be given several times.
    #[arg(long = "decide", global = true, value_name = "JSON", value_parser = decision)]
    pub decisions: Vec<Choice>,
    /// What to do.
    #[command(subcommand)]
    pub work: Work,
}

fn decision(text: &str) -> Result<Choice, String> {
    // A decision without a value may be given without quotation marks.
    serde_json::from_str(text).or_else(|e| serde_json::from_str(&format!("\"{text}\"")).map_err(|_| e.to_string()))
}

/// A language.
#[derive(Clone, Copy, ValueEnum)]
pub enum LangArg {
    /// Japanese.
    Ja,
    /// English.
    En,
}

impl From<LangArg> for Lang {
    fn from(arg: LangArg) -> Self {
        match arg {
            LangArg::Ja => Self::Ja,
            LangArg::En => Self::En,
        }
    }
}

/// The commands.
#[derive(Subcommand)]
pub enum Work {
    /// Says what was found in a file.
    Inspect(Inspect),
    /// Values of one or many series in the periods to come.
    Forecast(Forecast),
    /// Rows, or moments of a series, that are unlike the others.
    Anomaly(Anomaly),
    /// Groups of similar rows, or of the customers of a sales log.
    Segment(Segment),
    /// A class or a number for every row.
    Predict(Predict),
}

/// The file in, and where results go.
#[derive(ClapArgs)]
pub struct Files {
    /// The file to read.
    pub file: PathBuf,
    /// Where to write the results (CSV).
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Print the whole report as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `inspect`.
#[derive(ClapArgs)]
pub struct Inspect {
    /// The file to read.
    pub file: PathBuf,
    /// Print as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `forecast`.
#[derive(ClapArgs)]
pub struct Forecast {
    #[command(flatten)]
    pub files: Files,
    /// Column with the dates.
    #[arg(long)]
    pub time: Option<String>,
    /// Column with the values.
    #[arg(long)]
    pub value: Option<String>,
    /// Column that tells the series apart.
    #[arg(long)]
    pub series: Option<String>,
    /// How many periods ahead.
    #[arg(long)]
    pub horizon: Option<u32>,
    /// Levels of the ranges in percent.
    #[arg(long, value_delimiter = ',', default_value = "80,95", value_parser = crate::levels::ALL)]
    pub level: Vec<String>,
}

/// `anomaly`.
#[derive(ClapArgs)]
pub struct Anomaly {
    #[command(flatten)]
    pub files: Files,
    /// Column with the dates: the rows are one series.
    #[arg(long)]
    pub time: Option<String>,
    /// Columns to look at.
    #[arg(long, value_delimiter = ',')]
    pub columns: Vec<String>,
    /// How readily rows are marked, 1 (few) to 5 (many).
    #[arg(long)]
    pub sensitivity: Option<u32>,
}

/// `segment`.
#[derive(ClapArgs)]
pub struct Segment {
    #[command(flatten)]
    pub files: Files,
    /// Column that names the customer or the row.
    #[arg(long)]
    pub id: Option<String>,
    /// Date column of a sales log.
    #[arg(long)]
    pub time: Option<String>,
    /// Amount column of a sales log, or the price of one piece.
    #[arg(long)]
    pub value: Option<String>,
    /// Column with the number of pieces, where the amount is the price of one.
    #[arg(long)]
    pub quantity: Option<String>,
    /// Number of groups.
    #[arg(long)]
    pub groups: Option<u32>,
}

/// `predict`.
#[derive(ClapArgs)]
pub struct Predict {
    #[command(flatten)]
    pub files: Files,
    /// Column to predict.
    #[arg(long)]
    pub target: Option<String>,
    /// A second file whose rows get predictions.
    #[arg(long)]
    pub new: Option<PathBuf>,
}
