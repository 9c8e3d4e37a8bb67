//! The names of Japanese public holidays, as codes: words are for the screen to choose.

use serde::{Deserialize, Serialize};

/// A public holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holiday {
    /// New Year's Day, 1 January.
    GanJitsu,
    /// Coming of Age Day, 15 January, from 2000 the second Monday of January.
    SeijinNoHi,
    /// National Foundation Day, 11 February from 1967.
    KenkokuKinenNoHi,
    /// The Emperor's Birthday: 29 April to 1988, 23 December 1989 to 2018, 23 February from 2020.
    TennoTanjobi,
    /// Vernal Equinox Day.
    ShunbunNoHi,
    /// Showa Day, 29 April from 2007.
    ShowaNoHi,
    /// Constitution Day, 3 May.
    KenpoKinenbi,
    /// Greenery Day, 29 April 1989 to 2006, 4 May from 2007.
    MidoriNoHi,
    /// Children's Day, 5 May.
    KodomoNoHi,
    /// Marine Day, 20 July from 1996, the third Monday of July from 2003.
    UmiNoHi,
    /// Mountain Day, 11 August from 2016.
    YamaNoHi,
    /// Respect for the Aged Day, 15 September from 1966, the third Monday of September from 2003.
    KeiroNoHi,
    /// Autumnal Equinox Day.
    ShubunNoHi,
    /// Health and Sports Day, 10 October from 1966, the second Monday of October 2000 to 2019.
    TaiikuNoHi,
    /// Sports Day, the name of the day before from 2020.
    SportsNoHi,
    /// Culture Day, 3 November.
    BunkaNoHi,
    /// Labour Thanksgiving Day, 23 November.
    KinroKanshaNoHi,
    /// Wedding of the Crown Prince, 1959-04-10 and 1993-06-09.
    KekkonNoGi,
    /// Funeral of the Showa Emperor, 1989-02-24.
    TaisoNoRei,
    /// The Emperor's accession, 2019-05-01.
    SokuiNoHi,
    /// Enthronement ceremony, 1990-11-12 and 2019-10-22.
    SokuireiSeidenNoGi,
    /// Day off in place of a holiday on a Sunday, from 1973.
    FurikaeKyujitsu,
    /// Day off between two holidays, from 1986.
    KokuminNoKyujitsu,
}

impl Holiday {
    /// All of them, in the order of their codes.
    pub const ALL: [Self; 23] = [
        Self::GanJitsu,
        Self::SeijinNoHi,
        Self::KenkokuKinenNoHi,
        Self::TennoTanjobi,
        Self::ShunbunNoHi,
        Self::ShowaNoHi,
        Self::KenpoKinenbi,
        Self::MidoriNoHi,
        Self::KodomoNoHi,
        Self::UmiNoHi,
        Self::YamaNoHi,
        Self::KeiroNoHi,
        Self::ShubunNoHi,
        Self::TaiikuNoHi,
        Self::SportsNoHi,
        Self::BunkaNoHi,
        Self::KinroKanshaNoHi,
        Self::KekkonNoGi,
        Self::TaisoNoRei,
        Self::SokuiNoHi,
        Self::SokuireiSeidenNoGi,
        Self::FurikaeKyujitsu,
        Self::KokuminNoKyujitsu,
    ];

    /// A name for files and messages between programs; it never changes. The same as in serialised form.
    pub fn code(self) -> &'static str {
        match self {
            Self::GanJitsu => "gan_jitsu",
            Self::SeijinNoHi => "seijin_no_hi",
            Self::KenkokuKinenNoHi => "kenkoku_kinen_no_hi",
            Self::TennoTanjobi => "tenno_tanjobi",
            Self::ShunbunNoHi => "shunbun_no_hi",
            Self::ShowaNoHi => "showa_no_hi",
            Self::KenpoKinenbi => "kenpo_kinenbi",
            Self::MidoriNoHi => "midori_no_hi",
            Self::KodomoNoHi => "kodomo_no_hi",
            Self::UmiNoHi => "umi_no_hi",
            Self::YamaNoHi => "yama_no_hi",
            Self::KeiroNoHi => "keiro_no_hi",
            Self::ShubunNoHi => "shubun_no_hi",
            Self::TaiikuNoHi => "taiiku_no_hi",
            Self::SportsNoHi => "sports_no_hi",
            Self::BunkaNoHi => "bunka_no_hi",
            Self::KinroKanshaNoHi => "kinro_kansha_no_hi",
            Self::KekkonNoGi => "kekkon_no_gi",
            Self::TaisoNoRei => "taiso_no_rei",
            Self::SokuiNoHi => "sokui_no_hi",
            Self::SokuireiSeidenNoGi => "sokuirei_seiden_no_gi",
            Self::FurikaeKyujitsu => "furikae_kyujitsu",
            Self::KokuminNoKyujitsu => "kokumin_no_kyujitsu",
        }
    }
}
