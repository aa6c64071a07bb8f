// Works in the field as an officer with a phone: the permit card, an inspection
// with photo and position where there is no network, a reload meanwhile, and the
// way back; then what a signed-out reader must not find.
//
//   node web/check/field.mjs URL DIRECTORY LOGIN PASSWORD
import assert from 'node:assert/strict';
import { check, finish, launch, phone, Watched } from './browser.mjs';

const [, , base, directory, login, password] = process.argv;
const browser = await launch();

/** A photo of one pixel. */
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const { items } = await (await fetch(`${base}/api/v1/sites?limit=1`)).json();
const [site] = items;
const [longitude, latitude] = site.geometry.coordinates;

await check('an inspection made without a network is kept through a reload, and sent when it is back', async () => {
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
  await page.locator('#login').fill(login);
  await page.locator('#password').fill(password);
  await page.locator('#password').press('Enter');
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto(`${base}/#map=15/${latitude}/${longitude}&open=sites/${site.id}`);
  await page.reload();
  await page.locator('[data-verdict]').waitFor();
  await watched.accessible();
  await watched.save('field-card');
  // what the page is made of, and what is seen, is kept from here on
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null));
  await page.reload();
  await page.locator('[data-verdict]').waitFor();
  await watched.idle();

  await context.setOffline(true);
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).tap();
  await page.locator('[data-position="known"]').waitFor();
  await page.locator('.checklist input[value="yes"]').first().check();
  await page.locator('input[type="file"]').setInputFiles({ name: 'cot.png', mimeType: 'image/png', buffer: photo });
  await page.locator('.photos img').waitFor();
  await page.getByLabel('Kết luận').selectOption('passed');
  await watched.accessible();
  await watched.save('field-inspection');
  await page.getByRole('button', { name: 'Lưu và gửi' }).tap();
  await page.locator('[data-job="waiting"]').waitFor();
  await watched.save('field-waiting');
  await page.reload();
  await page.locator('[data-job="waiting"]').waitFor();
  await context.setOffline(false);
  await page.locator('[data-job="sent"]').waitFor();
  await watched.accessible();
  await watched.save('field-sent');
  const cookies = await context.cookies();
  const headers = { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
  const sent = await (await fetch(`${base}/api/v1/inspections?asset_kind=site&asset=${site.id}`, { headers })).json();
  assert.equal(sent.items.length, 1, 'it was not sent once');
  assert.equal(sent.items[0].outcome, 'passed');
  assert.ok(sent.items[0].accuracy_m === 12, 'the position is not exact');

  // what they saw is not there for who comes after
  const seen = () => page.evaluate(async () => (await Promise.all((await caches.keys()).filter((name) => name.startsWith('seen-')).map(async (name) => [name, (await (await caches.open(name)).keys()).length]))).filter(([name]) => name !== 'seen-'));
  assert.ok((await seen()).length > 0, 'nothing was kept');
  await page.goto(`${base}/`);
  await watched.idle();
  await page.getByRole('button', { name: 'Mở bảng số liệu và lớp' }).tap();
  await page.getByRole('button', { name: 'Đăng xuất' }).press('Enter');
  await page.waitForURL(/sign-in/);
  await page.waitForFunction(async () => (await caches.keys()).every((name) => !/^seen-./.test(name)));
  watched.wrong = watched.wrong.filter((text) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch|net::/.test(text));
  await watched.close();
});

await browser.close();
finish();
