// The page of a result: what is needed is in reach, many items are shown small, and on paper it is what it is on the screen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "../stage/browser.mjs";
import { tabTo } from "../stage/keyboard.mjs";
import { answer, chooseColumn, fits, openFile, openSample, save, sheets, slot, start, tasks, toChoice } from "../stage/screen.mjs";
import { shop } from "../stage/shop.mjs";
import { suite } from "../stage/suite.mjs";

const { server, browser } = await suite();

const MANY = shop({ name: "多い.csv", items: 30, days: 420 });

// The forecast of many items, each on its own.
async function many(options) {
  const visitor = await visit(browser, server.url, options);
  await openFile(visitor.page, MANY);
  await toChoice(visitor.page, tasks.forecast);
  await chooseColumn(visitor.page, "分ける項目", "商品");
  await start(visitor.page);
  await answer(visitor.page);
  return visitor;
}

async function sample(title, task, options) {
  const visitor = await visit(browser, server.url, options);
  await openSample(visitor.page, title);
  await toChoice(visitor.page, task);
  await start(visitor.page);
  await answer(visitor.page);
  return visitor;
}

const pagesOf = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;

test("saving and every section are in reach of a long result", async () => {
  const { page, context, calm } = await many();
  const primary = page.locator(".downloads .button-primary");
  const inSight = async () => {
    const box = await primary.boundingBox();
    return box.y >= 0 && box.y + box.height <= 800;
  };
  assert.ok(await inSight(), "at the top");
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight * 0.7));
  assert.ok(await inSight(), "while reading");
  const links = page.locator(".report-contents button");
  const names = await links.allInnerTexts();
  assert.ok(names.length >= 4, names.join());
  for (const [i, name] of names.entries()) {
    await links.nth(i).click();
    const [focused, top, bar] = await page.evaluate(() => [
      document.activeElement.textContent,
      document.activeElement.getBoundingClientRect().top,
      document.querySelector(".report-bar").getBoundingClientRect().bottom,
    ]);
    assert.equal(focused, name);
    assert.ok(top >= bar - 1 && top < 800, `${name} is at ${top}, below ${bar}`);
  }
  for (const table of await page.locator(".report table").all()) {
    assert.ok((await table.locator("tbody tr").count()) <= 12, "long tables begin with their first rows");
  }
  calm();
  await context.close();
});

test("the keyboard reaches saving before the charts", async () => {
  const { page, context, calm } = await sample("パン屋の売上", tasks.forecast);
  await tabTo(page, page.locator(".report-contents button").first());
  for (let presses = 0; presses < 8; presses++) {
    if (await page.evaluate(() => document.activeElement.matches(".downloads .button-primary"))) break;
    await page.keyboard.press("Tab");
  }
  assert.ok(await page.evaluate(() => document.activeElement.matches(".downloads .button-primary")));
  calm();
  await context.close();
});

// Small charts of the first items: named, readable without seeing them, and each leads to its large chart.
test("many items are small charts that lead to their large one", async () => {
  const { page, context, calm } = await many({ width: 390 });
  const charts = page.locator(".small-chart");
  assert.equal(await charts.count(), 8);
  for (const chart of await charts.all()) {
    assert.match(await chart.innerText(), /^商品\d+\s+予測の平均：[\d,.]+/);
    assert.ok((await chart.locator(".chart-forecast .chart-stroke").getAttribute("d")).length > 20);
    assert.ok((await chart.locator(".chart-actual .chart-stroke").getAttribute("d")).length > 20);
  }
  await page.getByRole("button", { name: "ほかのグラフも見る" }).click();
  assert.equal(await charts.count(), 30);
  const name = (await charts.nth(20).innerText()).split("\n")[0];
  await charts.nth(20).focus();
  await page.keyboard.press("Enter");
  const chooser = page.locator(".panel-chooser select").first();
  assert.equal(await chooser.evaluate((menu) => menu.selectedOptions[0].textContent), name);
  assert.ok(await chooser.evaluate((menu) => menu === document.activeElement));
  await fits(page);
  calm();
  await context.close();
});

const sheet = [
  ["パン屋の売上", tasks.forecast],
  ["東北の情報サービス業の売上", tasks.forecast],
  ["設備の温度", tasks.anomaly],
  ["お店の買い物の記録", tasks.segment],
  ["会員リスト", tasks.predict],
  [null, tasks.forecast],
];

for (const [title, task] of sheet) {
  test(`the report of ${title ?? "many items"} is one sheet with its chart, shown as tables or not`, async () => {
    const { page, context, calm } = await (title ? sample(title, task) : many());
    await page.locator("figure button.chart-turn").evaluateAll((turns) => turns.forEach((turn) => turn.click()));
    await page.locator("figure table").first().waitFor();
    const { name, bytes } = await save(page, sheets.paper);
    await page.locator(".downloads [role=status]", { hasText: name }).waitFor();
    const fresh = await browser.newContext({ javaScriptEnabled: false });
    const paper = await fresh.newPage();
    await paper.setContent(bytes.toString());
    const drawing = paper.locator("svg.chart-picture").first();
    assert.ok(await drawing.isVisible(), "a chart");
    assert.ok((await drawing.boundingBox()).height > 100);
    assert.equal(pagesOf(await paper.pdf({ format: "A4", preferCSSPageSize: true })), 1);
    const chooser = page.locator(".panel-chooser select").first();
    if (await chooser.count()) {
      const item = await chooser.evaluate((select) => select.selectedOptions[0].textContent);
      assert.ok((await paper.locator("h3", { hasText: item }).count()) > 0, `what is said of ${item} stands under its name`);
    }
    assert.equal(await paper.locator("h3:last-child, h3:has(+ h3)").count(), 0, "no name has nothing below it");
    await fresh.close();
    calm();
    await context.close();
  });
}

test("printed, the result is light, whole and without buttons", async () => {
  const { page, context, calm } = await sample("パン屋の売上", tasks.forecast, { colorScheme: "dark" });
  const turn = page.locator("button.chart-turn", { hasText: "表で見る" }).first();
  await turn.click();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const found = await page.evaluate(() => ({
    paper: getComputedStyle(document.body).backgroundColor,
    ink: getComputedStyle(document.body).color,
    buttons: [...document.querySelectorAll("main button:not(.grid-link, .small-chart), main select")].filter((e) => e.checkVisibility()).map((e) => e.textContent),
    charts: [...document.querySelectorAll("figure")].filter((f) => !f.closest("details")).map((f) => f.querySelector(".chart-drawn").checkVisibility()),
  }));
  assert.deepEqual([found.paper, found.ink, found.buttons], ["rgb(255, 255, 255)", "rgb(0, 0, 0)", []]);
  assert.ok(found.charts.length > 3 && found.charts.every(Boolean), "every chart");
  assert.ok(pagesOf(await page.pdf({ preferCSSPageSize: true })) <= 7);
  calm();
  await context.close();
});

test("the ranges of a chart are told apart by more than their tint, in every look", async () => {
  const { page, context, calm } = await sample("パン屋の売上", tasks.forecast);
  for (const look of [{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }]) {
    await page.emulateMedia(look);
    const looks = await page.evaluate(() => ["wide", "narrow"].map((kind) => {
      const { strokeDasharray, stroke, fillOpacity } = getComputedStyle(document.querySelector(`.chart-area .chart-band-${kind}`));
      return { strokeDasharray, stroke, fillOpacity: Number(fillOpacity) };
    }));
    assert.notEqual(looks[0].strokeDasharray, looks[1].strokeDasharray);
    assert.ok(looks.every(({ stroke }) => stroke !== "none"));
    assert.ok(looks[1].fillOpacity > 2 * looks[0].fillOpacity, JSON.stringify(looks));
  }
  calm();
  await context.close();
});

// Rows on every day but those of a summer holiday, for two shops that add up.
function closure() {
  const lines = ["日付,店舗,売上"];
  for (let day = 0; day < 200; day++) {
    if (day >= 150 && day < 162) continue;
    const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
    for (const [shop, level] of [["本店", 300], ["駅前店", 200]]) {
      lines.push(`${date},${shop},${level + [0, 5, 10, 20, 60, 120, 80][day % 7] + ((day * 7) % 11)}`);
    }
  }
  return { name: "休業.csv", bytes: Buffer.from(lines.join("\n")) };
}

test("the line of a total stays open where everything was closed", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await openFile(page, closure());
  await toChoice(page, tasks.forecast);
  await chooseColumn(page, "分ける項目", "店舗");
  await start(page);
  await answer(page);
  const total = page.locator("figure.chart", { has: page.locator("figcaption", { hasText: "すべてを足した" }) });
  const pieces = (await total.locator(".chart-drawn .chart-actual .chart-stroke").last().getAttribute("d")).match(/M/g);
  assert.equal(pieces.length, 2);
  calm();
  await context.close();
});

test("a number that is typed keeps its unit", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await openSample(page, "パン屋の売上");
  await toChoice(page, tasks.forecast);
  await slot(page, "どこまで").selectOption({ label: "数を決める" });
  const typed = page.locator(".sentence .slot", { has: page.locator("input") });
  await typed.locator("input").waitFor();
  assert.match(await typed.locator("input + span").innerText(), /^日$/);
  calm();
  await context.close();
});

test("what was done on one's behalf is undone in one place", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await openFile(page, shop({ items: 3, days: 1096 }));
  await toChoice(page, tasks.forecast);
  await start(page);
  await answer(page);
  const undo = page.locator(".cautions li", { hasText: "休み" }).getByRole("button");
  assert.equal(await undo.count(), 1);
  calm();
  await context.close();
});

test("at 320 and 640 pixels, which is 400 and 200 percent of 1280, nothing is cut", async () => {
  const { page, context, calm } = await many({ width: 320, height: 256 });
  await fits(page);
  await page.setViewportSize({ width: 640, height: 400 });
  await fits(page);
  calm();
  await context.close();
});

test("with less motion wanted nothing moves, otherwise something does", async () => {
  const moved = {};
  for (const reducedMotion of ["reduce", "no-preference"]) {
    const { page, context, calm } = await visit(browser, null, { reducedMotion });
    await page.addInitScript(() => {
      window.moved = [];
      for (const kind of ["animationstart", "transitionrun"]) {
        addEventListener(kind, (event) => window.moved.push(event.animationName ?? event.propertyName), { capture: true });
      }
    });
    await page.goto(server.url);
    await openSample(page, "パン屋の売上");
    await toChoice(page, tasks.forecast);
    await start(page);
    await answer(page);
    moved[reducedMotion] = await page.evaluate(() => window.moved);
    calm();
    await context.close();
  }
  assert.deepEqual(moved.reduce, []);
  assert.ok(moved["no-preference"].length > 0, "movement is seen where it is wanted");
});
