//! A guess among the encodings from before Unicode: decode with each, and see whose text looks like a language.
//!
//! The bytes of EUC-JP, EUC-KR and GBK overlap, so validity is not enough: what counts is how many characters are frequent ones.

use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GBK, SHIFT_JIS, WINDOWS_1252};

/// Bytes that are looked at: the lines with non-ASCII bytes, up to this many.
const SAMPLE_BYTES: usize = 1 << 18;

/// The likeliest encoding; Japanese wins a tie.
pub fn guess(bytes: &[u8]) -> &'static Encoding {
    let sample = non_ascii_lines(bytes);
    let candidates = [SHIFT_JIS, EUC_JP, EUC_KR, GBK, BIG5, WINDOWS_1252];
    let mut best = (f64::NEG_INFINITY, SHIFT_JIS);
    for encoding in candidates {
        let score = score(encoding, &sample);
        if score > best.0 + 1e-9 {
            best = (score, encoding);
        }
    }
    best.1
}

fn non_ascii_lines(bytes: &[u8]) -> Vec<u8> {
    let mut sample = Vec::new();
    for line in bytes.split_inclusive(|b| *b == b'\n' || *b == b'\r').filter(|line| !line.is_ascii()) {
        sample.extend_from_slice(&line[..line.len().min(SAMPLE_BYTES)]);
        if sample.len() >= SAMPLE_BYTES {
            break;
        }
    }
    sample
}

/// Mean score of the characters that are not ASCII; a character that cannot be decoded weighs heavily.
fn score(encoding: &'static Encoding, sample: &[u8]) -> f64 {
    let (text, _) = encoding.decode_without_bom_handling(sample);
    let mut sum = 0.0;
    let mut count = 0.0;
    let mut before = ' ';
    for c in text.chars() {
        if !c.is_ascii() {
            sum += character_score(encoding, before, c);
            count += 1.0;
        }
        before = c;
    }
    if count == 0.0 { 0.0 } else { sum / count }
}

fn character_score(encoding: &'static Encoding, before: char, c: char) -> f64 {
    let japanese = encoding == SHIFT_JIS || encoding == EUC_JP;
    match c {
        '\u{FFFD}' => -20.0,
        // Characters that a firm made for itself are common in Japanese names.
        '\u{E000}'..='\u{F8FF}' if encoding == SHIFT_JIS => -0.2,
        '\u{E000}'..='\u{F8FF}' => -2.0,
        '\u{80}'..='\u{9F}' => -3.0,
        'ぁ'..='ヿ' if japanese => 1.0,
        'ｦ'..='ﾟ' if japanese => {
            if matches!(before, 'ｦ'..='ﾟ') {
                0.6
            } else {
                0.3
            }
        }
        '！'..='～' | '　'..='〟' | '①'..='⑳' | '△' | '▲' | '○' | '◎' | '×' | '※' if encoding != WINDOWS_1252 => {
            0.4
        }
        '\u{4E00}'..='\u{9FFF}' if japanese => {
            if JAPANESE.contains(c) {
                1.0
            } else {
                0.2
            }
        }
        '\u{4E00}'..='\u{9FFF}' if encoding == GBK => {
            if SIMPLIFIED.contains(c) {
                1.0
            } else {
                0.1
            }
        }
        '\u{4E00}'..='\u{9FFF}' if encoding == BIG5 => {
            if TRADITIONAL.contains(c) {
                1.0
            } else {
                0.1
            }
        }
        '\u{4E00}'..='\u{9FFF}' => -0.5,
        '가'..='힣' if encoding == EUC_KR => {
            if KOREAN.contains(c) {
                1.0
            } else {
                0.3
            }
        }
        _ if encoding == WINDOWS_1252 => latin_score(before, c),
        _ => -0.2,
    }
}

/// Accented letters stand alone among plain ones; long runs of them are another encoding misread.
fn latin_score(before: char, c: char) -> f64 {
    match c {
        'À'..='ÿ' | 'Œ' | 'œ' | 'Š' | 'š' | 'Ž' | 'ž' if before.is_ascii() => 0.8,
        '€' | '£' | '°' | '–' | '—' | '‘' | '’' | '“' | '”' | '…' | '§' | '²' | '³' | 'µ' if before.is_ascii() => {
            0.6
        }
        _ => -0.6,
    }
}

/// Frequent kanji of office files, with those of place names.
pub const JAPANESE: &str = "日月年付時分秒曜火水木金土週期度半上下前後中間毎休祝営業店舗支本部課社会員客顧数量売買仕入在庫出荷受注発送納品商\
    名称番号種類区項目合計小総平均額単価税込抜費用利益原収支払請求残高予実績差率比達成目標件個枚台箱回人男女性別年齢\
    住所電話郵便都道府県市町村東京大阪北海青森岩手宮城秋田山形福島茨栃群馬埼千葉神奈川新潟富石井梨長野岐阜静岡愛知三重滋賀\
    兵庫和歌鳥取根広口徳香媛佐崎熊分鹿児沖縄横浜渋谷宿梅札幌博多仙台名古屋京都気温湿降雨晴曇雪風速天候最高低値正常異\
    無有済未新規登録更変更理由備考内外食事料理飲酒肉魚菜果物米麦茶弁当部品機械工場生産製造検査管理担者田中山本木林\
    藤鈴渡辺伊加吉高橋佐松井上清斎西東南北一二三四五六七八九十百千万億円全国地域線駅前通常特定第次再対応行列表能申処";

const KOREAN: &str = "날짜매장출액서울점부산대구인천광주전경기강원충남북제도시군명수량가격금합계상품고객번호주문일자월년이다는의에를을은\
    하지사한로어자리해과보아정라있들게나연회스용그동장선여성부조비제안트신거무원세오만보국공문관";

const SIMPLIFIED: &str = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里日期店铺\
    销售额数量单价金额客户名称编号北京上海广州深圳地区产品类别合计总";

const TRADITIONAL: &str = "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡日期店鋪\
    銷售額數量單價金額客戶名稱編號台北高雄地區產品類別合計總";
