// Files poles in a running server as people would: a filer uploads, corrects a
// column, mends, verifies; a signer signs; the department returns a row and
// accepts the rest. At a desk and on a phone, each step held against axe.
//
//   node web/check/filing.mjs URL DIRECTORY PASSWORD
import assert from 'node:assert/strict';
import { check, desktop, finish, launch, phone, Watched } from './browser.mjs';
import { colours, count, decode } from './png.mjs';

const [, , base, directory, password] = process.argv;
const browser = await launch();

/** The poles the filer's organization has in the register: reading is open at the machine itself. */
const { items: poles } = await (await fetch(`${base}/api/v1/poles?owner=SAOMAI&limit=40`)).json();
assert.ok(poles.length >= 10, 'the demo has no poles of SAOMAI');
const published = await fetch(`${base}/api/v1/rules`);
const warned = published.ok && (await published.json()).items.some((r) => r.id === 'position.near-same-owner');

/** So that it may be run again on the same register: codes and a header of this run. */
const run = Date.now().toString(36);

/** The colour of a class on the map; src/filing/colours.ts has them. */
const green = 0x00806a;

const comma = (n) => String(n).replace('.', ',');

/** A file as an operator has it: its own headers, decimal commas, two changes, two errors and a doubt. */
function fileOf(name, from) {
  const [first, second, third] = poles.slice(from);
  const higher = (p) => comma((p.height_m ?? 8) + 1.5);
  const [lon, lat] = first.geometry.coordinates;
  const row = (code, dx, dy, height, note = '') => [code, comma((lon + dx).toFixed(6)), comma((lat + dy).toFixed(6)), height, note].join(';');
  const own = (p, height) => [p.code, comma(p.geometry.coordinates[0]), comma(p.geometry.coordinates[1]), height, ''].join(';');
  return [
    `Mã cột;Kinh độ;Vĩ độ;Chiều cao (m);Nhớ ${run}`,
    own(first, higher(first)),
    own(second, higher(second)),
    own(third, comma(third.height_m ?? 8)),
    row(`${name}-1`, 0.0011, 0.0007, '8,5', 'gần chợ'),
    row(`${name}-2`, 0.0019, 0.0012, '8,5'),
    row(`${name}-3`, 0.0027, 0.0018, 'cao lắm'),
    row(`${name}-3`, 0.0035, 0.0024, '9'),
    row(`${name}-5`, 0.0035, 0.00245, '7'),
    '',
  ].join('\r\n');
}

/** Signs in, and opens the filings. */
async function as(login, size) {
  const watched = await Watched.open(browser, base, directory, { size, hash: 'sign-in', locale: 'vi-VN', idle: false });
  const { page } = watched;
  await page.locator('#login').fill(login);
  await page.locator('#password').fill(password);
  await page.locator('#password').press('Enter');
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto(`${base}/filings`);
  await page.locator('h1').waitFor();
  return watched;
}

/** Nothing is cut off, nothing is out of anybody's reach, and it is kept to be looked at. */
async function look(watched, name) {
  const { page } = watched;
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} scrolls sideways`);
  await watched.accessible();
  await page.screenshot({ path: `${directory}/${name}.png`, fullPage: true });
}

/** Waits until the register has done what it does by itself, and the filing is in a state. */
async function settled(page, state) {
  await page.locator('.filing-head .chip', { hasText: state }).waitFor();
  await page.locator('.step[aria-busy="false"]').waitFor();
}

const button = (page, name) => page.getByRole('button', { name, exact: true });

/** Gives a reason in the dialog and does what it asks about. */
async function answer(page, act, reason) {
  const dialog = page.getByRole('alertdialog');
  await dialog.waitFor();
  if (reason) await dialog.locator('textarea').fill(reason);
  await dialog.getByRole('button', { name: act, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

for (const [at, size] of Object.entries({ desktop, phone })) {
  const name = `KT-${at}-${run}`;
  let path;

  await check(`the list, the templates and the rules (${at})`, async () => {
    const watched = await as('nop', size);
    const { page } = watched;
    await page.getByRole('heading', { name: 'Biểu mẫu' }).waitFor();
    assert.ok(await page.getByRole('link', { name: 'Biểu mẫu XLSX: Cột treo cáp' }).getAttribute('href'));
    await look(watched, `list-${at}`);
    await page.getByRole('link', { name: 'Quy tắc', exact: true }).click();
    await page.locator('table.rules, main .message').first().waitFor();
    await look(watched, `rules-${at}`);
    await button(page, 'English').click();
    await page.getByRole('heading', { name: 'Rules' }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
    if (!published.ok) watched.wrong = watched.wrong.filter((said) => !said.includes('status of 404'));
    await watched.close();
  });

  await check(`a file is uploaded and a column corrected (${at})`, async () => {
    const watched = await as('nop', size);
    const { page } = watched;
    await page.getByRole('link', { name: 'Nộp hồ sơ mới' }).click();
    await page.locator('select').first().selectOption('poles');
    await page.locator('input[type=file]').setInputFiles({ name: `cột ${at}.csv`, mimeType: 'text/csv', buffer: Buffer.from(fileOf(name, at === 'desktop' ? 0 : 3)) });
    await page.locator('.drop .file').waitFor();
    await look(watched, `new-${at}`);
    await button(page, 'Tải lên và kiểm tra').click();
    await page.waitForURL(/\/filings\/\d+/);
    path = new URL(page.url()).pathname;
    await settled(page, 'Có lỗi');
    await page.goto(`${base}${path}/columns`);
    const note = page.getByRole('combobox', { name: `Đọc là: Nhớ ${run}` });
    assert.equal(await page.getByRole('combobox', { name: 'Đọc là: Mã cột' }).inputValue(), 'code');
    await look(watched, `columns-${at}`);
    // what was corrected at the desk is remembered on the phone
    assert.equal(await note.inputValue(), at === 'desktop' ? '' : 'note');
    if (at === 'desktop') {
      await note.selectOption('note');
      await look(watched, `columns-edited-${at}`);
      await button(page, 'Đọc lại theo lựa chọn này').click();
      await page.locator('.toast').waitFor();
      await settled(page, 'Có lỗi');
    }
    assert.equal(await note.inputValue(), 'note');
    await watched.close();
  });

  await check(`what would happen is in a table and on a map (${at})`, async () => {
    const watched = await as('nop', size);
    const { page } = watched;
    await page.goto(`${base}${path}/preview`);
    await page.locator('.preview-map[data-idle="1"]').waitFor();
    await page.locator('table.rows').waitFor();
    const image = decode(await page.locator('.preview-map').screenshot());
    assert.ok(colours(image) > 8, 'the map is blank');
    assert.ok(count(image, green, 24) > 40, 'no new pole is drawn');
    await look(watched, `preview-${at}`);
    await page.getByRole('button', { name: /^Thay đổi/ }).click();
    await page.locator('.change').first().waitFor();
    assert.match(await page.locator('.change').first().innerText(), /Chiều cao[\s\S]*→/);
    await page.locator('table.rows .link').first().click();
    await page.locator('.details').waitFor();
    await look(watched, `preview-changed-${at}`);
    await watched.close();
  });

  await check(`errors are mended in the page, warnings verified with a reason (${at})`, async () => {
    const watched = await as('nop', size);
    const { page } = watched;
    await page.goto(`${base}${path}/findings`);
    await page.locator('.toMend .group').first().waitFor();
    await look(watched, `findings-${at}`);
    const twin = page.locator('[data-rule="key.duplicate"]');
    if (await twin.getByRole('button', { name: 'Xem từng dòng' }).count()) await twin.getByRole('button', { name: 'Xem từng dòng' }).click();
    await twin.locator('.cell input').last().fill(`${name}-4`);
    await page.getByLabel(/^Giá trị mới của cột Chiều cao \(m\)/).fill('8');
    await page.locator('.savebar').waitFor();
    await look(watched, `findings-edited-${at}`);
    await button(page, 'Lưu và kiểm tra lại').click();
    await page.locator('.toMend').waitFor({ state: 'detached' });
    await page.locator('.step[aria-busy="false"]').waitFor();
    const doubts = await page.locator('.toVerify .group').count();
    if (warned) assert.ok(doubts > 0, 'two poles 5 m apart are not asked about');
    for (let left = doubts; left > 0; left--) {
      if (left === doubts) await look(watched, `verify-${at}`);
      const group = page.locator('.toVerify .group').first();
      const all = group.getByRole('button', { name: 'Xác nhận cả nhóm' });
      const act = (await all.count()) > 0 ? 'Xác nhận cả nhóm' : 'Xác nhận';
      await group.getByRole('button', { name: act, exact: true }).click();
      if (left === doubts) await look(watched, `verify-dialog-${at}`);
      await answer(page, act, 'Hai cột đứng hai bên đường, đã đo lại.');
      await page.waitForFunction((n) => document.querySelectorAll('.toVerify .group').length < n, left);
    }
    await settled(page, 'Sẵn sàng ký');
    await look(watched, `clean-${at}`);
    await page.goto(`${base}${path}/sign`);
    await page.locator('.will').waitFor();
    assert.equal(await button(page, 'Ký hồ sơ').count(), 0, 'a filer signs');
    assert.match(await page.locator('.step').innerText(), /vai trò “Người ký”/);
    await watched.close();
  });

  await check(`the signer signs and has a receipt (${at})`, async () => {
    const watched = await as('ky', size);
    const { page } = watched;
    await page.goto(`${base}${path}`);
    await button(page, 'Ký hồ sơ').waitFor();
    await look(watched, `sign-${at}`);
    await button(page, 'Ký hồ sơ').click();
    await answer(page, 'Ký hồ sơ');
    await settled(page, 'Đã ký');
    await page.goto(`${base}${path}/sign`);
    await page.locator('.receipt').waitFor();
    assert.match(await page.locator('.receipt').innerText(), /[0-9a-f]{64}/);
    await look(watched, `receipt-${at}`);
    await watched.close();
  });

  await check(`the department returns a row and accepts the rest; who was slower is told (${at})`, async () => {
    const watched = await as('so', size);
    const { page } = watched;
    await page.goto(`${base}${path}`);
    await page.locator('input[type=checkbox]').last().check();
    await look(watched, `decide-${at}`);
    await button(page, 'Trả lại 1 dòng đã chọn').click();
    await answer(page, 'Trả lại 1 dòng đã chọn', 'Cột này đã hạ ngầm.');
    await page.locator('tr.returned').waitFor();
    const slower = await as('so', size);
    await slower.page.goto(`${base}${path}`);
    await button(slower.page, 'Trả lại cả hồ sơ').waitFor();
    await button(page, 'Chấp nhận').click();
    await look(watched, `accept-dialog-${at}`);
    await answer(page, 'Chấp nhận', 'Đã đối chiếu thực địa.');
    await settled(page, 'Nhận một phần');
    await page.locator('tr.returned').waitFor();
    await look(watched, `outcome-${at}`);
    await button(slower.page, 'Trả lại cả hồ sơ').click();
    await answer(slower.page, 'Trả lại cả hồ sơ', 'Chậm mất rồi.');
    await slower.page.locator('.message.problem').waitFor();
    assert.match(await slower.page.locator('main').innerText(), /đã đổi trong lúc bạn xem/);
    await look(slower, `stale-${at}`);
    await button(slower.page, 'Tải lại').click();
    await settled(slower.page, 'Nhận một phần');
    slower.wrong = slower.wrong.filter((said) => !said.includes('status of 412'));
    await slower.close();
    await page.goto(`${base}/filings`);
    await page.getByRole('link', { name: `cột ${at}.csv` }).first().waitFor();
    await look(watched, `list-department-${at}`);
    await watched.close();
    const { items } = await (await fetch(`${base}/api/v1/poles?q=${name}`)).json();
    assert.ok(items.some((p) => p.code === `${name}-1` && p.note === 'gần chợ'), 'the pole and its note are not in the register');
    assert.ok(!items.some((p) => p.code === `${name}-5`), 'the returned pole is in the register');
  });

  await check(`an upload that breaks off goes on (${at})`, async () => {
    const watched = await as('nop', size);
    const { page } = watched;
    let broken = 0;
    await page.route(/\/file\?start=/, (route) => (broken++ < 2 ? route.abort() : route.continue()));
    await page.goto(`${base}/filings/new`);
    await page.locator('input[type=file]').setInputFiles({ name: `đứt ${at}.csv`, mimeType: 'text/csv', buffer: Buffer.from(`code;lon;lat\n${name};106,0;21,2\n`) });
    await button(page, 'Tải lên và kiểm tra').click();
    await page.locator('.stepper').waitFor();
    assert.equal(broken, 3);
    watched.wrong = watched.wrong.filter((said) => !said.includes('ERR_FAILED'));
    await button(page, 'Rút hồ sơ').waitFor();
    await button(page, 'Rút hồ sơ').click();
    await answer(page, 'Rút hồ sơ');
    await settled(page, 'Đã rút');
    await watched.close();
  });

  await check(`tenancies wait for this side's word, which is taken back (${at})`, async () => {
    const watched = await as('nop', size);
    const { page } = watched;
    await page.goto(`${base}/filings/tenancies`);
    await page.locator('.tenancy, main .none').first().waitFor();
    await look(watched, `tenancies-${at}`);
    if ((await page.locator('.tenancy').count()) > 0) {
      const first = page.locator('.tenancy').first();
      await first.getByRole('button', { name: 'Đúng, xác nhận' }).click();
      await first.locator('.said').waitFor();
      await button(page, 'Hoàn tác').click();
      await first.getByRole('button', { name: 'Đúng, xác nhận' }).waitFor();
    }
    await watched.close();
  });

  await check(`the calendar takes that there is nothing, and the department sees it (${at})`, async () => {
    const watched = await as('nop', size);
    const { page } = watched;
    await page.getByRole('link', { name: 'Lịch báo cáo', exact: true }).click();
    await page.locator('.duty, main .none').first().waitFor();
    await look(watched, `duties-${at}`);
    const nothing = page.getByRole('button', { name: 'Không có gì để báo cáo: Báo cáo của doanh nghiệp theo yêu cầu của Sở' });
    const left = await nothing.count();
    if (left > 0) {
      await nothing.first().click();
      const reason = `Trong kỳ không có gì mới (${at}).`; // its own: the other size has answered before
      await answer(page, 'Không có gì để báo cáo', reason);
      await page.locator('.duty .name', { hasText: reason }).first().waitFor();
      await nothing.nth(left - 1).waitFor({ state: 'detached' });
      assert.equal(await nothing.count(), left - 1);
    }
    await page.getByRole('link', { name: /^Thông báo/ }).click();
    await page.locator('.told-of, main .none').first().waitFor();
    await look(watched, `notices-${at}`);
    await watched.close();
    const department = await as('so', size);
    await department.page.goto(`${base}/filings/duties`);
    await department.page.locator('table.board').waitFor();
    await look(department, `duties-department-${at}`);
    assert.match(await department.page.locator('table.board').innerText(), /Sao Mai/);
    await department.close();
  });
}

await check('who has not signed in is told to', async () => {
  const watched = await Watched.open(browser, base, directory, { hash: 'filings', locale: 'vi-VN', idle: false });
  await watched.page.getByRole('heading', { name: 'Cần đăng nhập' }).waitFor();
  await look(watched, 'stranger');
  await watched.close();
});

await browser.close();
finish();
