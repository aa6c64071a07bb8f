// Looks at what the map can show and be asked: colours, coverage, months, search,
// measuring, print, export, table, night; and, as an officer, what could be shared
// instead of building, and zones drawn. Pixels too.
//
//   node web/check/look.mjs URL DIRECTORY LOGIN PASSWORD
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { check, desktop, finish, launch, phone, Watched } from './browser.mjs';
import { apart, changed, colours, count, decode } from './png.mjs';

const [, , base, directory, login, password] = process.argv;
const browser = await launch();
const open = (options) => Watched.open(browser, base, directory, options);
const get = async (path) => (await fetch(`${base}/api/v1/${path}`)).json();
const hex = (text) => Number.parseInt(text.slice(1), 16);

/** Waits until the page's location says something. */
const says = (watched, part) => watched.page.waitForFunction((p) => decodeURIComponent(location.hash).includes(p), part);

// all but the night is looked at on one page: opening one draws everything
const watched = await open({});
const { page } = watched;
const whole = new URL(page.url()).hash;

const swatches = (watched, selector) =>
  watched.page.locator(`${selector} .swatch > *`).evaluateAll((shapes) => shapes.map((shape) => shape.getAttribute('fill')));

await check('sites are coloured by what is chosen, in the colours of the legend, and a link says so', async () => {
  await watched.go(`${whole}&off=villages,service-points`);
  const owners = await swatches(watched, '[data-owner]');
  await page.getByLabel('Tô màu vị trí theo').selectOption({ label: 'Trạng thái' });
  await says(watched, 'colour=lifecycle');
  await page.locator('[data-owner="operating"]').waitFor();
  await watched.idle();
  const [colour] = await swatches(watched, '[data-owner="operating"]');
  const image = await watched.look();
  assert.ok(count(image, hex(colour), 12) > 500, 'no site is in the colour of its class');
  assert.ok(count(image, hex(owners[0]), 12) < count(image, hex(colour), 12) / 10, 'sites are in the colours of owners still');
  await watched.accessible();
  await watched.save('look-lifecycle-vi');
});

await check('sites are coloured by who is on the air and by tenants, which their own records do not say', async () => {
  await watched.go(`${whole}&off=villages,service-points&colour=tenants`);
  await watched.page.locator('[data-owner="0"]').waitFor();
  await watched.idle();
  const colour = (await swatches(watched, '[data-owner="1"]'))[0];
  assert.ok(count(await watched.look(), hex(colour), 12) > 100, 'no site with a tenant is drawn');
  await watched.page.getByLabel('Tô màu vị trí theo').selectOption({ label: 'Công nghệ' });
  await watched.page.locator('[data-owner="4G"]').waitFor();
  const counts = await watched.page.locator('[data-owner] .count').allInnerTexts();
  const sum = counts.reduce((n, text) => n + Number(text.replace(/\D/g, '')), 0);
  assert.equal(sum, await watched.count('sites'), 'classes do not add up to the sites');
});

await check('coverage is drawn by commune and by village, by technology and operator', async () => {
  await watched.go(`${whole}&off=sites,service-points`);
  const plain = await watched.look();
  await page.getByLabel('Lớp phủ').selectOption({ label: 'Di động, theo xã' });
  await page.locator('[data-cover]').first().waitFor();
  await watched.idle();
  const any = await watched.look();
  assert.ok(changed(plain, any) > 0.1, 'no commune is coloured');
  await page.getByLabel('Công nghệ', { exact: true }).selectOption('5G');
  await says(watched, 'cover=mobile/commune/5G');
  await page.locator('[data-cover]').first().waitFor();
  await watched.idle();
  assert.ok(changed(any, await watched.look()) > 0.02, '5G covers what any technology does');
  await watched.accessible();
  await watched.save('look-coverage-vi');
  await page.getByLabel('Lớp phủ').selectOption({ label: 'Di động, từng thôn' });
  await page.locator('[data-cover="white"]').waitFor();
  await watched.idle();
  const { items } = await get('indicators/coverage/records?service=mobile&technology=5G');
  const white = items.filter((v) => (v.published === 'unknown' ? v.computed.state : v.published) === 'white').length;
  assert.equal(Number((await watched.text('[data-cover="white"] .count')).replace(/\D/g, '')), white);
  assert.ok(count(await watched.look(), hex((await swatches(watched, '[data-cover="white"]'))[0]), 12) > 100, 'no village is drawn');
});

await check('the months go by keyboard', async () => {
  await watched.go(whole);
  const now = await watched.count('sites');
  const slider = page.getByRole('slider', { name: 'Tháng' });
  await slider.focus();
  await page.keyboard.press('Home');
  await says(watched, 'date=2005-01-31');
  await watched.idle();
  assert.ok((await watched.count('sites')) < now);
  assert.equal(await page.locator('#as-of').inputValue(), '31/01/2005');
  await page.keyboard.press('ArrowRight');
  await says(watched, 'date=2005-02-28');
  assert.equal(await slider.getAttribute('aria-valuetext'), 'tháng 02/2005');
});

await check('the search finds by name without accents, by code, and by coordinates, with the keyboard alone', async () => {
  const { items } = await get('sites?limit=50');
  const site = items.find(({ name, code }) => name && code);
  const plain = site.name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
  await watched.go(whole);
  const box = page.getByRole('combobox', { name: 'Tìm mã, tên, địa chỉ, tọa độ' });
  await box.fill(plain);
  await page.getByRole('option', { name: site.name }).first().waitFor();
  await watched.accessible();
  await watched.save('look-search-vi');
  await box.fill(site.code);
  await page.getByRole('option', { name: site.name }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await says(watched, `open=sites/${site.id}`);
  await page.locator('.facts').first().waitFor();
  await watched.idle();
  assert.ok(count(await watched.look(), 0xffd21f, 40) > 40, 'what was found is not marked');
  const [lon, lat] = site.geometry.coordinates;
  const { readings } = await get(`lookup?lon=${lon}&lat=${lat}`);
  const grid = readings[0].grids[0];
  await box.fill(`X ${grid.x_m.toFixed(3)} Y ${grid.y_m.toFixed(3)}`);
  await page.locator('.hit').first().waitFor();
  const read = await page.locator('.hit').allInnerTexts();
  assert.ok(read.some((text) => text.includes('VN-2000')), `${read}`);
});

await check('a link opens the record, and an address of nothing says so', async () => {
  const { items } = await get('sites?limit=3');
  const watched = await open({ hash: `#open=sites/${items[2].id}&lang=en` });
  await watched.page.locator('.facts').first().waitFor();
  assert.equal(await watched.text('.side h2'), items[2].name ?? items[2].code);
  await watched.close();
});

await check('distances and areas are measured by clicks and by keyboard', async () => {
  await watched.go('#map=12/12.5/109&lang=vi&open=measure');
  await page.locator('[data-measured="distance"]').waitFor();
  const frame = await page.locator('main').boundingBox();
  const [x, y] = [frame.x + frame.width / 2, frame.y + frame.height / 2];
  await page.mouse.click(x, y);
  await says(watched, 'line=');
  await page.mouse.click(x + 200, y);
  // a pixel of zoom 12 there is 78271.517·cos(12.5°)/2¹² m
  const metres = (200 * 78271.517 * Math.cos((12.5 * Math.PI) / 180)) / 4096;
  const written = (metres / 1000).toLocaleString('vi-VN', { maximumFractionDigits: 2 });
  await page.waitForFunction((w) => document.querySelector('[data-measured="distance"]').textContent.slice(0, 3) === w.slice(0, 3), written);
  await page.mouse.click(x + 200, y + 200);
  await page.locator('[data-measured="area"]').waitFor();
  await watched.idle();
  assert.ok(count(await watched.look(), 0xc2255c, 40) > 300, 'no line is drawn');
  await watched.accessible();
  await watched.save('look-measure-vi');
  await page.getByRole('button', { name: 'Đo lại' }).press('Enter');
  await page.getByRole('button', { name: 'Thêm điểm ở dấu cộng' }).press('Enter');
  await says(watched, 'line=109.000000,12.500000');
});

await check('files of what is in view carry the filter and the day', async () => {
  await watched.go('#map=13/12.9/109.1&lang=vi&open=export&date=2025-06-30');
  const link = page.locator('[data-export="sites"] a', { hasText: 'GeoJSON' });
  await link.waitFor();
  await watched.idle();
  const href = await link.getAttribute('href');
  const response = await fetch(`${base}${href}`);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('hatangso-as-of'), '2025-06-30');
  assert.match(response.headers.get('hatangso-filter'), /bbox=/);
  await watched.accessible();
});

await check('the table lists what is in view, and its rows open records', async () => {
  await watched.go(`${whole}&open=table`);
  const row = page.locator('[data-row^="sites/"]').first();
  await row.waitFor();
  await watched.idle();
  await watched.accessible();
  await watched.save('look-table-vi');
  await row.getByRole('button').press('Enter');
  await page.locator('.facts').first().waitFor();
});

await check('a print has the map, a title, legend, scale, day and source', async () => {
  await watched.go(`${whole}&open=print`);
  await page.evaluate(() => (window.print = () => (window.printed = true)));
  await page.getByLabel('Tiêu đề bản in').fill('Vị trí trạm BTS toàn tỉnh');
  await page.getByRole('button', { name: 'In hoặc lưu PDF' }).press('Enter');
  await page.waitForFunction(() => window.printed);
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('.print-sheet');
  const said = await sheet.innerText();
  for (const part of ['Vị trí trạm BTS toàn tỉnh', 'Số liệu tại ngày', 'Chú giải', 'km', 'Nguồn: sổ đăng ký']) assert.ok(said.includes(part), `${part} is not in\n${said}`);
  assert.match(await sheet.locator('.bar').innerText(), /^[1-9][\d.,]*\s(m|km)$/, 'the scale is of no length');
  assert.ok(colours(decode(await sheet.locator('img').screenshot())) > 100, 'no map is printed');
  assert.equal(await page.locator('.panel').isVisible(), false, 'the panel is printed');
  await page.pdf({ path: `${directory}/print.pdf`, format: 'A4', landscape: true, printBackground: true });
  await sheet.screenshot({ path: `${directory}/look-print-vi.png` });
  await watched.close();
});

const officer = await open({ hash: 'sign-in', idle: false, locale: 'vi-VN' });
await officer.page.locator('#login').fill(login);
await officer.page.locator('#password').fill(password);
await officer.page.locator('#password').press('Enter');
await officer.page.waitForURL((url) => url.pathname === '/');

/** The middle of the map on the screen. */
const middle = async ({ page }) => {
  const frame = await page.locator('main').boundingBox();
  return [frame.x + frame.width / 2, frame.y + frame.height / 2];
};

/** Presses the name of a work in the answer: the map is there then, and the answer stays. */
async function brings(work, name) {
  const { page } = officer;
  const [noun, id] = work.split('/');
  const { geometry } = await (await page.context().request.get(`${base}/api/v1/${noun.replace('_', '-')}s/${id}`)).json();
  const points = geometry.coordinates.flat(9);
  const of = (axis) => points.filter((_, i) => i % 2 === axis);
  const between = (ns) => (Math.min(...ns) + Math.max(...ns)) / 2;
  await name.press('Enter');
  await page.waitForFunction(([lon, lat]) => {
    const [, y, x] = /map=[\d.]+\/([\d.-]+)\/([\d.-]+)/.exec(location.hash) ?? [];
    return Math.hypot(x - lon, y - lat) < 1e-3;
  }, [between(of(0)), between(of(1))]);
  await officer.idle();
  assert.equal(await name.getAttribute('aria-pressed'), 'true');
  assert.ok(await name.evaluate((button) => button === document.activeElement), 'the focus is lost');
  assert.ok(await page.locator('[data-answer="share"]').isVisible(), 'the answer is lost');
}

await check('before building it is told what could be shared instead, what that does to the ratio, and the annex is saved', async () => {
  const { page } = officer;
  const { items } = await get('sites?limit=100');
  const [lon, lat] = items.find(({ status, owner }) => status === 'operating' && owner).geometry.coordinates;
  await officer.go(`#map=14/${lat}/${lon}&lang=vi&off=villages,service-points&open=plan`);
  const before = await officer.look();
  const [x, y] = await middle(officer);
  await page.mouse.click(x + 40, y);
  await says(officer, 'line=');
  await page.getByLabel('Chiều cao (m)').fill('30');
  await page.getByLabel('Tìm trong bán kính (m)').fill('1500');
  await page.getByRole('button', { name: 'Rà soát' }).press('Enter');
  await page.locator('[data-answer="share"]').waitFor();
  await officer.idle();
  const shown = await page.locator('[data-candidate]').evaluateAll((rows) => rows.map((row) => row.dataset.candidate));
  assert.ok(shown.length > 0, 'nothing could be shared');
  assert.match(await officer.text('[data-answer]'), /Nếu xây[\s\S]*Nếu dùng chung[\s\S]*%/);
  assert.ok(changed(before, await officer.look()) > 0.0005, 'what could be shared is not on the map');
  await officer.accessible();
  await officer.save('look-share-vi');
  await brings(shown.at(-1), page.locator(`[data-candidate="${shown.at(-1)}"] .link`));
  assert.ok(count(await officer.look(), 0xffd21f, 40) > 40, 'the work is not marked');
  await officer.save('look-share-shown-vi');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Phụ lục: CSV' }).press('Enter');
  const annex = readFileSync(await (await saved).path(), 'utf8');
  assert.equal(annex.split('\n').filter((line) => /^(site|pole|duct|trench),/.test(line.replace(/^\uFEFF/, '')) || /Vị trí trạm BTS|Cột treo cáp/.test(line)).length > 0, true, annex.slice(0, 600));
  await page.getByLabel('Định xây').selectOption('pole');
  await page.waitForFunction(() => !location.hash.includes('line='));
  await page.mouse.click(x, y);
  await says(officer, 'line=');
  await page.mouse.click(x + 200, y + 60);
  await says(officer, ';');
  await page.getByRole('button', { name: 'Rà soát' }).press('Enter');
  await page.locator('[data-answer="share"]').waitFor();
  assert.match(await officer.text('[data-answer]'), /đã có công trình dùng chung được/);
});

await check('what others plan near is told, and the map goes there', async () => {
  const { page } = officer;
  const { items } = await (await page.context().request.get(`${base}/api/v1/planned-works?limit=1`)).json();
  const [lon, lat] = items[0].geometry.coordinates[0];
  await officer.go(`#map=15/${lat}/${lon}&lang=vi&off=villages,service-points&open=plan`);
  await page.getByLabel('Định xây').selectOption('pole');
  await page.waitForFunction(() => !location.hash.includes('line='));
  const [x, y] = await middle(officer);
  await page.mouse.click(x, y);
  await says(officer, 'line=');
  await page.mouse.click(x + 100, y + 30);
  await says(officer, ';');
  await page.getByRole('button', { name: 'Rà soát' }).press('Enter');
  const planned = page.locator(`[data-planned="planned_work/${items[0].id}"] .link`);
  await planned.waitFor();
  await brings(`planned_work/${items[0].id}`, planned);
  await officer.accessible();
  await officer.save('look-share-planned-vi');
});

await check('a zone is drawn on the map, kept, and listed', async () => {
  const { page } = officer;
  await officer.go(`${whole}&lang=vi&open=zones`);
  await page.getByRole('button', { name: 'Vẽ khu vực mới' }).press('Enter');
  await page.locator('[data-drawing="ready"]').waitFor();
  const [x, y] = await middle(officer);
  const corners = [[x - 60, y - 60], [x + 60, y - 60], [x + 60, y + 60]];
  for (const [cx, cy] of [...corners, corners[2]]) await page.mouse.click(cx, cy);
  await page.locator('[data-corners="3"]').waitFor();
  const code = `KV-${Date.now()}`;
  await page.getByLabel('Mã', { exact: true }).fill(code);
  await page.getByLabel('Tên', { exact: true }).fill('Khu vực vẽ thử');
  await officer.accessible();
  await officer.save('look-zone-vi');
  await page.getByRole('button', { name: 'Lưu khu vực' }).press('Enter');
  await page.locator(`[data-zone="${code}"]`).waitFor();
  const { items } = await get(`zones?q=${code}`);
  assert.equal(items[0].geometry.coordinates[0][0].length, 4);
  await officer.close();
});

for (const [name, size] of Object.entries({ desktop, phone })) {
  await check(`by night the page is dark and the map with it (${name})`, async () => {
    const watched = await open({ size, colorScheme: 'dark' });
    const { page } = watched;
    const image = await watched.look();
    assert.ok(count(image, 0x1c262b) > count(image, 0xfbf9f4) + 1000, 'the land is not dark');
    assert.ok(apart(image.at(5, image.height / 2), 0x10171b) < 8, 'the ground is not dark');
    await watched.accessible();
    await watched.save(`look-night-${name}`);
    if (name === 'desktop') {
      await watched.go(`${new URL(page.url()).hash}&cover=mobile/commune&open=print`);
      // returns before the paper is made, as on phones
      await page.evaluate(() => (window.print = () => (window.printed = true)));
      await page.getByRole('button', { name: 'In hoặc lưu PDF' }).press('Enter');
      await page.waitForFunction(() => window.printed && document.documentElement.dataset.theme !== 'light');
      await watched.idle();
      const shapes = (within) => page.locator(`${within} .swatch > *`).evaluateAll((all) => all.map((shape) => shape.getAttribute('fill')));
      const [paper, screen] = [await shapes('.print-sheet'), await shapes('.panel')];
      assert.ok(paper.includes('#ffffff') && paper.length > 10, `the legend on paper is not by day: ${paper}`);
      assert.deepEqual(paper.filter((colour) => colour !== 'none' && screen.includes(colour)), [], 'the legend on paper is of the night');
      await page.emulateMedia({ media: 'print' });
      await page.locator('.print-sheet').screenshot({ path: `${directory}/look-print-night.png` });
      await page.emulateMedia({ media: null });
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^Nền sáng, tối/ }).click();
      await page.waitForFunction(() => document.documentElement.dataset.theme === 'light');
      await watched.idle();
      assert.ok(count(await watched.look(), 0xfbf9f4) > 1000, 'the land is not light');
      await page.reload();
      await watched.idle();
      assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'light', 'the choice is forgotten');
    }
    await watched.close();
  });
}

await browser.close();
finish();
