// A made shop: items with their own size, a week, a year, holidays, closed Wednesdays and New Year; where asked for, prices and
// promotions that are known for the days to come, and festivals. The same arguments give the same bytes.
const DAY = 86_400_000;
const WEEK = [1.3, 0.9, 0.95, 0, 1, 1.15, 1.5];
// Month and day of holidays that fall on the same date each year.
const HOLIDAYS = new Set(["1-4", "2-11", "2-23", "4-29", "5-3", "5-4", "5-5", "8-11", "11-3", "11-23"]);
const EFFECT = { promotion: 1.5, holiday: 1.4, festival: 2.2, elasticity: -1.5 };

// `items` many, over days from `first` on, `days` long; `ahead` more days with empty sales and known prices and promotions.
// `festivals` are dates such as "2025-08-09".
export function shop({
  name = "店.csv",
  items = 5,
  first = Date.UTC(2023, 0, 5),
  days = 1096,
  ahead = 0,
  festivals = [],
  seed = 7,
} = {}) {
  let state = seed;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const own = ahead > 0;
  const lines = ["日付,部門,商品,販売数" + (own ? ",単価(円),販促" : "")];
  const kinds = Array.from({ length: items }, (_, i) => ({
    name: `商品${String(i + 1).padStart(3, "0")}`,
    department: `部門${"ABCDE"[i % 5]}`,
    size: 8 + 90 * random() ** 2,
    price: 100 + 10 * Math.round(20 * random()),
    swing: 0.3 * random(),
    cheap: 0,
  }));
  for (let day = 0; day < days + ahead; day++) {
    const date = new Date(first + day * DAY);
    if (closed(date)) continue;
    const text = date.toISOString().slice(0, 10);
    for (const kind of kinds) {
      const [price, promoted] = own ? offer(kind, random) : [kind.price, false];
      const festival = festivals.includes(text) ? EFFECT.festival : 1;
      const sold = day < days ? Math.round(festival * demand(kind, date, price, promoted, random)) : "";
      lines.push([text, kind.department, kind.name, sold, ...(own ? [price, promoted ? "あり" : "なし"] : [])].join(","));
    }
  }
  return { name, bytes: Buffer.from(lines.join("\n")) };
}

function closed(date) {
  const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()];
  return date.getUTCDay() === 3 || (month === 12 && day === 31) || (month === 1 && day < 4);
}

// The price, a sixth lower for a week now and then, and whether the item is promoted.
function offer(kind, random) {
  if (kind.cheap > 0) kind.cheap -= 1;
  else if (random() < 0.02) kind.cheap = 6;
  return [kind.cheap > 0 ? Math.round(kind.price * 0.85) : kind.price, random() < 0.08];
}

function demand(kind, date, price, promoted, random) {
  const holiday = HOLIDAYS.has(`${date.getUTCMonth() + 1}-${date.getUTCDate()}`);
  const year = 1 + kind.swing * Math.sin((2 * Math.PI * (date.getTime() / DAY)) / 365.25);
  const noise = 1 + 0.3 * (random() - 0.5);
  const offered = (promoted ? EFFECT.promotion : 1) * (price / kind.price) ** EFFECT.elasticity;
  return kind.size * WEEK[date.getUTCDay()] * year * (holiday ? EFFECT.holiday : 1) * offered * noise;
}
