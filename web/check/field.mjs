// Works in the field as an officer with a phone: the permit card by a tap; an
// inspection, a violation, its remedy and a report where there is no network, a
// reload meanwhile; the way back, where another has changed one of them; then what
// a signed-out reader must not find.
//
//   node web/check/field.mjs URL DIRECTORY LOGIN PASSWORD
import assert from 'node:assert/strict';
import { check, finish, launch, phone, Watched } from './browser.mjs';

const [, , base, directory, login, password] = process.argv;
const browser = await launch();
const began = Date.now();

/** A photo of one pixel. */
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const get = async (path) => (await fetch(`${base}/api/v1/${path}`)).json();
// a site with a violation that somebody has to mend
const broken = (await get('violations?open=true&limit=100')).items.find((v) => v.asset_kind === 'site' && v.state === 'recorded');
const site = await get(`sites/${broken.asset}`);
const [longitude, latitude] = site.geometry.coordinates;
const besides = 'off=units,villages,service-points,poles,cables,ducts,manholes,trenches';

const watched = await Watched.open(browser, base, directory, {
  size: phone,
  hash: 'sign-in',
  idle: false,
  locale: 'vi-VN',
  serviceWorkers: 'allow',
  geolocation: { longitude, latitude, accuracy: 12 },
  permissions: ['geolocation'],
});
const { page, context } = watched;

/** Opens something beside the map, as a link does. */
const open = (what) => page.evaluate((h) => { location.hash = h; }, `map=17/${latitude}/${longitude}&${besides}&open=${what}`);
const card = async () => {
  await open(`sites/${site.id}`);
  await page.locator('[data-verdict]').waitFor();
};
const save = async () => {
  await page.getByRole('button', { name: 'Lưu và gửi' }).tap();
  await page.locator('.side-queue').waitFor();
};
const waiting = (n) => page.waitForFunction((n) => document.querySelectorAll('[data-job="waiting"]').length === n, n);
const photograph = async () => {
  await page.locator('input[type="file"]').setInputFiles({ name: 'cot.png', mimeType: 'image/png', buffer: photo });
  await page.locator('.photos img').last().waitFor();
};

await check('signed in, the map filtered, a tap on a mast tells at once whether it is lawful, and why', async () => {
  await page.locator('#login').fill(login);
  await page.locator('#password').fill(password);
  await page.locator('#password').press('Enter');
  await page.waitForURL((url) => url.pathname === '/');
  await watched.go(`#map=17/${latitude}/${longitude}`);
  await page.getByRole('button', { name: 'Mở bảng số liệu và lớp' }).tap();
  await page.getByLabel('Tô màu vị trí theo').selectOption({ label: 'Tuân thủ giấy phép' });
  for (const layer of ['units', 'villages', 'service-points', 'poles', 'cables', 'ducts', 'manholes', 'trenches']) await watched.layer(layer, false);
  await page.getByRole('button', { name: 'Thu gọn' }).tap();
  await page.waitForFunction(() => document.querySelector('.panel').getBoundingClientRect().top > innerHeight / 2);
  await watched.idle();
  const frame = await page.locator('main').boundingBox();
  await page.touchscreen.tap(frame.x + frame.width / 2, frame.y + frame.height / 2);
  await page.locator('[data-verdict]').waitFor();
  assert.equal(await watched.text('.side h2'), site.name ?? site.code);
  const told = await get(`sites/${site.id}/compliance`);
  assert.equal(await page.locator('[data-verdict]').getAttribute('data-verdict'), told.verdict);
  const said = await watched.text('.side');
  for (const { found } of told.findings.filter(({ effect }) => effect !== 'note')) assert.ok(said.includes(found.vi), `${found.vi} is not in\n${said}`);
  assert.ok(said.includes(broken.description), 'the violation is not told');
  await page.locator('.photos img').first().waitFor();
  await watched.accessible();
  await watched.save('field-card');
});

await check('what is done without a network is kept through a reload', async () => {
  // what the page is made of, and what is seen, is kept from here on
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null));
  await page.reload();
  await page.locator('[data-verdict]').waitFor();
  await watched.idle();
  await context.setOffline(true);

  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).tap();
  await page.locator('[data-position="known"]').waitFor();
  await page.locator('.checklist input[value="yes"]').first().check();
  await photograph();
  await page.getByLabel('Kết luận').selectOption('failed');
  await watched.accessible();
  await watched.save('field-inspection');
  await save();

  await card();
  await page.getByRole('button', { name: 'Ghi vi phạm' }).tap();
  await page.getByLabel('Điều khoản bị vi phạm').fill('Nghị định 25/2011/NĐ-CP, Điều 41');
  await page.getByRole('button', { name: 'Lưu và gửi' }).tap();
  assert.match(await watched.text('.fieldwork [role="alert"]'), /Còn thiếu: Mô tả vi phạm/);
  await page.getByLabel('Mô tả vi phạm').fill('Dây co neo vào cột điện.');
  await photograph();
  await watched.accessible();
  await watched.save('field-violation');
  await save();

  await card();
  await page.getByRole('button', { name: 'Đã khắc phục' }).first().tap();
  await page.getByLabel('Ghi chú').fill('Đã xuất trình bản sao.');
  await watched.accessible();
  await watched.save('field-remedy');
  await save();

  await open('report');
  await page.locator('[data-position="known"]').waitFor();
  await page.getByLabel('Mô tả', { exact: true }).fill('Cột mới dựng sau chợ.');
  await watched.accessible();
  await watched.save('field-report');
  await save();

  await waiting(4);
  await page.reload();
  await waiting(4);
  await watched.accessible();
  await watched.save('field-waiting');
});

await check('back in the network all is sent once, and what another changed meanwhile is shown, not lost', async () => {
  const other = await browser.newContext({ extraHTTPHeaders: { Origin: base } });
  assert.equal((await other.request.post(`${base}/api/v1/session`, { data: { login, password } })).status(), 200);
  const change = await other.request.patch(`${base}/api/v1/violations/${broken.id}`, {
    headers: { 'If-Match': `"violation-${broken.id}-${broken.version}"` },
    data: { state: 'notified', notified_on: broken.found_on, note: 'Đã gửi công văn.' },
  });
  assert.equal(change.status(), 200, await change.text());
  await other.close();

  await context.setOffline(false);
  await page.waitForFunction(() => document.querySelectorAll('[data-job="sent"]').length === 3 && document.querySelectorAll('[data-job="conflict"]').length === 1);
  const conflict = page.locator('div.conflict');
  const said = await conflict.innerText();
  for (const part of ['Trạng thái', 'Đã khắc phục', 'Đã thông báo', 'Đã xuất trình bản sao.', 'Đã gửi công văn.']) assert.ok(said.includes(part), `${part} is not in\n${said}`);
  await watched.accessible();
  await watched.save('field-conflict');
  await page.getByRole('button', { name: 'Ghi bản của tôi' }).tap();
  await page.waitForFunction(() => document.querySelectorAll('[data-job="sent"]').length === 4);
  await watched.accessible();
  await watched.save('field-sent');

  const mine = (list) => list.items.filter(({ created_at: at }) => Date.parse(at) > began);
  const inspections = mine(await get(`inspections?asset_kind=site&asset=${site.id}&limit=100`));
  assert.equal(inspections.length, 1, 'the inspection was not sent once');
  assert.equal(inspections[0].outcome, 'failed');
  assert.equal(inspections[0].accuracy_m, 12, 'the position is not exact');
  const violations = mine(await get(`violations?asset_kind=site&asset=${site.id}&limit=100`));
  assert.deepEqual(violations.map((v) => v.description), ['Dây co neo vào cột điện.']);
  const remedied = await get(`violations/${broken.id}`);
  assert.deepEqual([remedied.state, remedied.note], ['remedied', 'Đã xuất trình bản sao.']);
  assert.equal(mine(await get('field-reports?limit=1000')).length, 1, 'the report was not sent once');
  const photos = mine(await get(`photos?asset_kind=site&asset=${site.id}&limit=100`));
  assert.deepEqual(photos.map((p) => [p.inspection, p.violation, p.media_type]).sort(), [[inspections[0].id, null, 'image/png'], [null, violations[0].id, 'image/png']].sort());
});

await check('what somebody saw is not there for who comes after', async () => {
  const seen = () => page.evaluate(async () => (await Promise.all((await caches.keys()).filter((name) => /^seen-./.test(name)).map(async (name) => (await (await caches.open(name)).keys()).length))).reduce((n, m) => n + m, 0));
  assert.ok((await seen()) > 0, 'nothing was kept');
  await page.goto(`${base}/`);
  await watched.idle();
  await page.getByRole('button', { name: 'Mở bảng số liệu và lớp' }).tap();
  await page.getByRole('button', { name: 'Đăng xuất' }).press('Enter');
  await page.waitForURL(/sign-in/);
  await page.waitForFunction(async () => (await caches.keys()).every((name) => !/^seen-./.test(name)));
  // what failed for want of a network, and the conflict, the browser complains of
  watched.wrong = watched.wrong.filter((text) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch|net::|status of 412/.test(text));
  await watched.close();
});

await browser.close();
finish();
