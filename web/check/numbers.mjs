// Reads the pages of numbers of a running server with the demo province: the boards
// of plans, an indicator with its charts and its map, comparison, reports, published
// results and open data; as an officer and as the public, at a desk, on a phone and
// on paper; charts and maps are held against pixels and pages against axe.
//
//   node web/check/numbers.mjs URL DIRECTORY LOGIN PASSWORD
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { check, desktop, finish, launch, phone, Watched } from './browser.mjs';
import { colours, count, decode } from './png.mjs';
import { replaced } from './xlsx.mjs';

const [, , base, directory, login, password] = process.argv;
const browser = await launch();
const get = async (path) => (await fetch(`${base}/api/v1/${path}`)).json();

/** The colours of charts by day; src/dashboard/styles/colours.css and figure/looks.ts have them. */
const bar = 0x0b62b0;
const deepest = 0x0b4f6c;
const mark = 0xc2255c;

const comma = (n) => n.toLocaleString('vi-VN', { maximumFractionDigits: 2 });

/** Signs in once, for all that is looked at as the officer. */
async function signIn() {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${base}/sign-in`);
  await page.locator('#login').fill(login);
  await page.locator('#password').fill(password);
  await page.locator('#password').press('Enter');
  await page.waitForURL((url) => url.pathname === '/');
  const state = await context.storageState();
  await context.close();
  return state;
}
const storageState = await signIn();

/** Opens a page of numbers as the officer. */
async function open(path, { size = desktop, ...more } = {}) {
  const watched = await Watched.open(browser, base, directory, { size, hash: path.slice(1), locale: 'vi-VN', idle: false, reducedMotion: 'reduce', storageState, ...more });
  await watched.page.locator('h1').waitFor();
  return watched;
}

/** Opens a page as the public: who comes through a proxy, for reading is open at the machine itself. */
async function publicly(path, size = desktop) {
  const watched = await Watched.open(browser, base, directory, { size, hash: path.slice(1), locale: 'vi-VN', idle: false, extraHTTPHeaders: { 'X-Forwarded-For': '203.0.113.7' } });
  await watched.page.locator('h1').waitFor();
  return watched;
}

/** Nothing is cut off, nothing is out of anybody's reach, and it is kept to be looked at. */
async function look({ page, ...watched }, name) {
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} scrolls sideways`);
  await Watched.prototype.accessible.call({ page, ...watched });
  await page.screenshot({ path: `${directory}/numbers-${name}.png`, fullPage: true });
}

const picture = async (locator) => decode(await locator.screenshot());
const drawn = (page, n) => page.waitForFunction((n) => document.querySelectorAll('.chart[data-drawn]').length >= n, n);
const settled = (page) => page.locator('.unit-map[data-idle]').waitFor();

await check('a board says how every target of the demo’s plan stands', async () => {
  const { items } = await get('plans');
  const plan = items.find((p) => p.unit === '99');
  const board = await get(`plans/${plan.code}/board`);
  assert.ok(['met', 'on_track', 'behind', 'no_data', 'not_comparable'].every((s) => board.counts[s] > 0), `the demo has ${JSON.stringify(board.counts)}`);
  const watched = await open('/numbers');
  const { page } = watched;
  await page.locator('.strip').nth(items.length - 1).waitFor();
  assert.equal(await page.locator('.plan-card').count(), items.length);
  await look(watched, 'home');
  await page.locator(`[data-plan="${plan.code}"] h2 a`).click();
  await page.locator('[data-board]').waitFor();
  assert.equal(await page.locator('[data-target]').count(), board.items.length);
  for (const [standing, n] of Object.entries(board.counts)) assert.equal(await page.locator(`[data-standing="${standing}"]`).count(), n, standing);
  const row = board.items.find((r) => r.standing === 'behind' && r.gap.vi && r.unit === 'percent');
  const shown = page.locator(`[data-target="${row.target.indicator}"]`).filter({ hasText: row.gap.vi }).first();
  assert.ok((await shown.innerText()).includes(`${comma(row.value)}%`));
  assert.ok(count(await picture(shown.locator('.bullet')), 0xb03a0c) > 20, 'the bar is not drawn');
  await look(watched, 'board');
  // by keyboard: only those that are behind
  await page.locator('.count-of.behind').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction((n) => document.querySelectorAll('[data-target]').length === n, board.counts.behind);
  await watched.close();
});

await check('a board of a real plan has what it prints and why that is in doubt, and what it gives whom to do', async () => {
  const watched = await open('/numbers/plans/qng-2022');
  const { page } = watched;
  const { targets, tasks } = await get('plans/qng-2022');
  await page.locator('[data-board="qng-2022"]').waitFor();
  const doubtful = targets.find((t) => t.doubt);
  const row = page.locator(`[data-target="${doubtful.indicator}"]`).filter({ has: page.locator('.chip.warn') }).first();
  await row.locator('summary').click();
  assert.ok((await row.innerText()).includes(doubtful.printed), 'what is printed is not shown');
  assert.ok((await row.innerText()).includes(doubtful.doubt.vi));
  assert.equal(await page.locator('.tasks tbody tr').count(), tasks.length);
  // paper has the board, and nothing that only a screen can do
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.top').isVisible(), false);
  assert.ok(await page.locator('[data-target]').first().isVisible());
  const paper = await page.pdf({ format: 'A4', landscape: true, printBackground: true });
  assert.ok((paper.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length >= 2, 'it is not printed whole');
  await watched.close();
});

await check('a number comes with its working: charts, a map beside them, and the records behind', async () => {
  const result = await get('indicators/R_BTS_STOCK');
  const split = await get('indicators/R_BTS_STOCK/by?by=commune');
  const watched = await open('/numbers/indicators/R_BTS_STOCK');
  const { page } = watched;
  await page.locator('[data-indicator]').waitFor();
  assert.equal(await watched.text('.big-value'), `${comma(result.value)}%`);
  await drawn(page, 3);
  await settled(page);
  for (const [i, least] of [200, 5000, 200].entries()) assert.ok(count(await picture(page.locator('.chart').nth(i)), bar) > least, `chart ${i} is blank`);
  const map = await picture(page.locator('.unit-map canvas'));
  assert.ok(count(map, deepest) > 30 && colours(map) > 100, 'the map is not coloured');
  await look(watched, 'indicator');

  // the table behind the chart has every commune
  const figure = page.locator('.beside .figure');
  await figure.getByRole('button', { name: 'Xem bảng' }).click();
  assert.equal(await figure.locator('tbody tr').count(), split.items.length);
  await figure.locator('tbody a').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => new URLSearchParams(location.search).has('unit'));
  await page.goBack();
  await page.waitForFunction(() => !new URLSearchParams(location.search).has('unit'));

  // down to a record, its card on the map, and back
  await page.getByRole('button', { name: 'Tử số', exact: true }).click();
  const record = page.locator('.records tbody a').first();
  await record.waitFor();
  assert.ok((await page.locator('.records tbody tr').count()) > 10);
  const code = await record.innerText();
  await record.click();
  await page.locator('.side dd', { hasText: code }).first().waitFor();
  await page.goBack();
  await page.locator('.records').waitFor();
  await watched.close();
});

await check('any day on the units of then, and who is with whom', async () => {
  const watched = await open('/numbers/indicators/R_BTS_STOCK?as_of=2023-06-30&by=district');
  const { page } = watched;
  const then = await get('indicators/R_BTS_STOCK?as_of=2023-06-30');
  await page.locator('[data-indicator]').waitFor();
  assert.equal(await watched.text('.big-value'), `${comma(then.value)}%`);
  await page.locator('.chart [data-key="990"]').waitFor();
  assert.equal(await page.locator('.beside .chart [data-key]').count(), 10);
  await settled(page);

  // what is pointed at in the chart is marked on the map, and the other way round
  const map = page.locator('.unit-map canvas');
  assert.equal(count(await picture(map), mark), 0);
  await page.locator('.chart [data-key="990"]').hover();
  await page.locator('.chart [data-key="990"].focus').waitFor();
  await settled(page);
  assert.ok(count(await picture(map), mark) > 50, 'the map does not mark what is pointed at');
  const { x, y, width, height } = await map.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.waitForFunction(() => document.querySelector('.chart .focus:not([data-key="990"])'));

  await page.getByLabel('Chia theo').selectOption('tenant');
  await page.locator('.matrix').waitFor();
  assert.ok((await page.locator('.matrix td.has').count()) > 10);
  assert.equal(new URL(page.url()).searchParams.get('as_of'), '2023-06-30', 'the link lost its day');
  await watched.close();
});

await check('operators are compared, told apart without colour too', async () => {
  const watched = await open('/numbers/compare?indicator=R_BTS_STOCK');
  const { page } = watched;
  await page.locator('.compared .chart[data-drawn]').waitFor();
  const dashes = () => page.evaluate(() => new Set([...document.querySelectorAll('.compared .chart :is(g, path)[stroke-dasharray]')].map((e) => e.getAttribute('stroke-dasharray'))).size);
  assert.ok((await dashes()) >= 3, 'the lines are alike');
  await page.locator('.among input:not(:checked)').first().check();
  await page.waitForFunction(() => new URLSearchParams(location.search).get('keys')?.split(',').length === 5);
  await page.locator('.compared .chart[data-drawn]').waitFor();
  await page.locator('[data-multiple] .chart[data-drawn]').nth(4).waitFor(); // and each alone
  await look(watched, 'compare');

  // places one by one, beside the map that marks the one pointed at
  await page.getByLabel('Chia theo').selectOption('commune');
  await page.locator('[data-multiple] .chart[data-drawn]').nth(11).waitFor();
  await page.locator('[data-compared="commune"] .chart[data-drawn]').waitFor(); // nothing moves any more
  await settled(page);
  const map = page.locator('.unit-map canvas');
  assert.equal(count(await picture(map), mark), 0);
  await page.locator('[data-multiple]').first().hover();
  await page.locator('[data-multiple].focus').waitFor();
  await settled(page);
  assert.ok(count(await picture(map), mark) > 20, 'the map does not mark the place of a small chart');
  await watched.close();
});

await check('a number is published, and its page says whether it still holds', async () => {
  const watched = await open('/numbers/indicators/MASTS');
  const { page } = watched;
  await page.getByRole('button', { name: 'Công bố con số này' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.locator('textarea').fill('Kiểm tra trang số liệu');
  await dialog.getByRole('button', { name: 'Công bố con số này' }).click();
  const line = page.locator('.publish tr', { hasText: 'Kiểm tra trang số liệu' }).first();
  await line.locator('a').click();
  await page.locator('[data-same="true"]').waitFor();
  await page.getByText('Còn nguyên như khi công bố').waitFor();
  await look(watched, 'publication');
  await watched.close();
});

await check('a report is downloaded; one that fails says why', async () => {
  const watched = await open('/numbers/reports');
  const { page } = watched;
  const operator = page.locator('[data-report="operator"]');
  // the first who asks waits for every number: a minute and more, where the processors are somebody else's for most of the time
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 240_000 }), operator.getByRole('button', { name: /DOCX/ }).click()]);
  assert.equal(readFileSync(await download.path()).toString('latin1', 0, 2), 'PK');
  assert.match(download.suggestedFilename().normalize(), /^Báo cáo của \w+ ngày \d{4}-\d\d-\d\d\.docx$/);
  await operator.locator('.done', { hasText: download.suggestedFilename() }).waitFor();
  await look(watched, 'reports');
  const refusal = { type: '/problems/unavailable', title: 'x', status: 503, detail: 'Máy chủ đang bận.' };
  await page.route('**/api/v1/reports/completeness.pdf*', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(refusal) }));
  await page.locator('[data-report="completeness"]').getByRole('button', { name: /PDF/ }).click();
  await page.locator('[data-report="completeness"] .problem', { hasText: refusal.detail }).waitFor();
  watched.wrong = watched.wrong.filter((said) => !said.includes('status of 503'));
  await page.getByLabel('Xã, phường').selectOption({ index: 1 });
  const sheet = await page.getByRole('link', { name: 'Mở phiếu' }).getAttribute('href');
  assert.equal((await fetch(`${base}${sheet}`)).headers.get('Content-Type'), 'text/html; charset=UTF-8');
  await watched.close();
});

await check('the public sees boards, numbers and open data, and no record', async () => {
  const watched = await publicly('/numbers/indicators/R_BTS_STOCK');
  const { page } = watched;
  await drawn(page, 2);
  assert.equal(await page.locator('.records-behind button').count(), 0);
  assert.deepEqual(await page.getByLabel('Chia theo').locator('option').evaluateAll((all) => all.map((o) => o.value)), ['commune', 'district', 'province']);
  await settled(page);
  await page.getByRole('link', { name: 'Kế hoạch', exact: true }).click();
  await page.locator('.strip').first().waitFor();
  await page.getByRole('link', { name: 'Dữ liệu mở', exact: true }).click();
  await page.locator('[data-dataset="sites"]').waitFor();
  await look(watched, 'data');
  const file = await page.locator('[data-dataset="sites"] a', { hasText: 'CSV' }).getAttribute('href');
  assert.equal((await fetch(new URL(file, base), { headers: { 'X-Forwarded-For': '203.0.113.7' } })).status, 200);
  await watched.close();
});

await check('all of it on a phone, by night, in English', async () => {
  const watched = await open('/numbers', { size: phone, colorScheme: 'dark' });
  const { page } = watched;
  await page.getByRole('button', { name: 'English', exact: true }).click();
  await page.locator('.strip').first().waitFor();
  await look(watched, 'home-phone');
  for (const [path, wait] of [['plans/mau-2024', '[data-board]'], ['indicators/V_MOB', '.unit-map[data-idle]'], ['indicators', '[data-indicator] .value'], ['published', '[data-published]']]) {
    await page.goto(`${base}/numbers/${path}`);
    await page.locator(wait).first().waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
    await look(watched, `${path.replace('/', '-')}-phone`);
  }
  const [red] = (await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).match(/\d+/g);
  assert.ok(Number(red) < 60, 'the page is not dark by night');
  await watched.close();
});

await check('who has no mouse comes everywhere', async () => {
  const watched = await open('/numbers');
  const { page } = watched;
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'content');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement.href?.endsWith('/numbers/load')), 'to load a plan is not next');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement.closest('.plan-card') !== null), 'the first plan is not next');
  await page.keyboard.press('Enter');
  await page.locator('[data-board]').waitFor();
  await watched.close();
});

await check('a plan is loaded from a workbook: what is wrong is told by cell, then what would be, then it is there', async () => {
  const book = Buffer.from(await (await fetch(`${base}/api/v1/plans/mau-2024/workbook.xlsx`)).arrayBuffer());
  const [first] = (await get('plans/mau-2024')).targets;
  const [indicator] = (await get('indicators')).items.filter((one) => one.code === first.indicator);
  const choice = `${indicator.code} – ${indicator.title.vi}`;
  const send = (name, buffer) => page.locator('input[type=file]').setInputFiles({ name, buffer, mimeType: 'application/octet-stream' });
  const watched = await open('/numbers');
  const { page } = watched;
  await page.getByRole('link', { name: 'Nạp kế hoạch từ Excel' }).click();
  await page.locator('.drop', { hasText: 'Chọn tệp kế hoạch' }).waitFor();
  await send('sai.xlsx', replaced(book, { [choice]: 'Chỉ tiêu không có', 'mau-2024': 'mã có dấu' }));
  await page.locator('[data-cell="A2"]', { hasText: 'Chỉ tiêu không có' }).waitFor();
  await page.locator('[data-cell="B4"]', { hasText: 'mã có dấu' }).waitFor();
  await look(watched, 'load-faults');
  watched.wrong = watched.wrong.filter((said) => !said.includes('status of 422'));
  // mended: over the plan there is, with what differs; then as a plan of its own
  await send('sua.xlsx', replaced(book, { [first.printed]: 'đạt theo bản sửa' }));
  await page.locator('[data-change="changed"]', { hasText: 'đạt theo bản sửa' }).first().waitFor();
  await look(watched, 'load-preview');
  await send('moi.xlsx', replaced(book, { 'mau-2024': 'thu-2026' }));
  await page.locator('[data-plan="thu-2026"]').waitFor();
  await page.getByRole('button', { name: 'Nạp kế hoạch này' }).click();
  await page.locator('[data-board="thu-2026"]').waitFor();
  assert.equal((await get('plans/thu-2026')).targets.length, (await get('plans/mau-2024')).targets.length);
  await watched.close();
});

await check('a round of the DII is entered, and how its criterion stands is another', async () => {
  const year = new Date().getFullYear() - 1;
  const { items, counts } = await get(`dii/${year}`);
  const free = items.find((one) => one.standing === 'awaiting' && one.value !== null && one.unit === 'percent');
  const watched = await open('/numbers/reports');
  const { page } = watched;
  await page.getByRole('link', { name: 'Đối soát vòng 1, vòng 2' }).click();
  await page.locator('[data-dii]').waitFor();
  assert.equal(await page.locator('[data-criterion]').count(), items.length);
  for (const [standing, n] of Object.entries(counts)) assert.equal(await page.locator(`[data-round-standing="${standing}"]`).count(), n, standing);
  const row = page.locator(`[data-criterion="${free.indicator}"]`);
  await row.getByRole('button').click();
  const form = page.locator('[data-round="1"]');
  await form.getByLabel(/^Giá trị Cục gửi/).fill(comma(free.value));
  await form.getByLabel(/^Số văn bản/).fill('99/CVT (kiểm tra)');
  await look(watched, 'dii-form');
  await form.getByRole('button', { name: 'Nhập vòng 1' }).click();
  await page.locator(`[data-criterion="${free.indicator}"][data-round-standing="to_answer"]`).waitFor();
  await page.locator('[data-round="1"]').getByLabel('Ý kiến của Sở').selectOption('disagreed');
  assert.ok(await page.getByRole('button', { name: 'Lưu vòng 1' }).isDisabled(), 'one may disagree without a word');
  await page.locator('[data-round="1"]').getByLabel(/^Nội dung ý kiến/).fill('Cục tính theo trạm.');
  await page.getByRole('button', { name: 'Lưu vòng 1' }).click();
  await page.locator(`[data-criterion="${free.indicator}"][data-round-standing="disagreed"]`, { hasText: 'Cục tính theo trạm.' }).waitFor();
  const after = (await get(`dii/${year}`)).items.find((one) => one.indicator === free.indicator);
  assert.equal(after.standing, 'disagreed');
  await row.getByRole('button').click();
  await look(watched, 'dii');
  await watched.close();
  const small = await open('/numbers/dii', { size: phone });
  await small.page.getByRole('button', { name: 'English', exact: true }).click();
  await small.page.locator('[data-dii]', { hasText: 'Round 2 differs' }).waitFor();
  await look(small, 'dii-phone');
  await small.close();
  const stranger = await publicly('/numbers/dii');
  await stranger.page.locator('.problem').waitFor();
  stranger.wrong = stranger.wrong.filter((said) => !said.includes('status of 401'));
  await stranger.close();
});

await browser.close();
finish();
