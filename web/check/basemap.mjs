// Looks at basemaps under the register's own map: starts the program with some of
// each kind, which this check serves itself, chooses them in the page, and looks at
// pixels. The tiles' colours say which tile each is, so that one in a wrong place is seen.
//
//   node web/check/basemap.mjs PROGRAM DIRECTORY
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check, finish, launch, phone, project, Watched } from './browser.mjs';
import { apart, changed, count, decode } from './png.mjs';
import { archive, colourOf, serveTiles, tileAt } from './tiles.mjs';

const [, , program, directory] = process.argv;

/** Four colours of each basemap, which nothing of the register's own has. */
const hues = {
  xyz: [0x64d264, 0x3cb03c, 0x9ae69a, 0x1e8c1e],
  wmts: [0x6ea0ff, 0x3c6ef0, 0xaac8ff, 0x143cb4],
  pmtiles: [0xffb46e, 0xf08c3c, 0xffdcaa, 0xc86414],
};

/** The demo province, and what a view of it shows beside it. */
const box = [107.5, 11.5, 110.5, 14.5];
const file = archive(hues.pmtiles, box, 5, 12);
const tiles = await serveTiles({ ...hues, file });
const temp = mkdtempSync(join(tmpdir(), 'hatangso-basemaps-'));
writeFileSync(join(temp, 'province.pmtiles'), file);
const title = (vi, en) => ({ vi, en });
const attribution = (id) => `© Người làm bản đồ ${id}`;
writeFileSync(
  join(temp, 'basemaps.json'),
  JSON.stringify([
    { id: 'xyz', title: title('Ô ảnh', 'Picture tiles'), kind: 'xyz', url: `${tiles.origin}/{z}/{x}/{y}.png`, attribution: attribution('xyz') },
    { id: 'wmts', title: title('Dịch vụ WMTS', 'A WMTS'), kind: 'wmts', url: `${tiles.origin}/wmts/{TileMatrix}/{TileRow}/{TileCol}.png`, attribution: attribution('wmts') },
    { id: 'file', title: title('Tệp ở đây', 'A file here'), kind: 'pmtiles', file: 'province.pmtiles', attribution: attribution('file') },
    { id: 'there', title: title('Tệp nơi khác', 'A file elsewhere'), kind: 'pmtiles', url: `${tiles.origin}/file.pmtiles`, attribution: attribution('there') },
    { id: 'broken', title: title('Máy chủ hỏng', 'A broken server'), kind: 'xyz', url: `${tiles.origin}/broken/{z}/{x}/{y}.png`, attribution: attribution('broken') },
  ]),
);

/** Each basemap that can be chosen, and the hue it is seen by. */
const choices = { xyz: ['Ô ảnh', hues.xyz], wmts: ['Dịch vụ WMTS', hues.wmts], file: ['Tệp ở đây', hues.pmtiles], there: ['Tệp nơi khác', hues.pmtiles] };

const server = spawn(program, ['serve', '--addr', '127.0.0.1:0'], { env: { ...process.env, HATANGSO_BASEMAPS: join(temp, 'basemaps.json') }, stdio: ['ignore', 'pipe', 'ignore'] });
process.on('exit', () => server.kill());
const ended = new Promise((end) => server.once('exit', end));
const base = await Promise.race([
  new Promise((said) => server.stdout.once('data', (line) => said(String(line).split('\n')[0]))),
  ended.then((status) => Promise.reject(new Error(`the server ended with ${status}`))),
]);
const browser = await launch();
const open = (options = {}) => Watched.open(browser, base, directory, { elsewhere: [tiles.origin], ...options });

const { items: sites } = await (await fetch(`${base}/api/v1/sites?limit=300`)).json();
const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const place = { zoom: 11, lat: middle(sites.map((s) => s.geometry.coordinates[1])), lon: middle(sites.map((s) => s.geometry.coordinates[0])) };
const at = (more = '', p = place) => `#map=${p.zoom}/${p.lat.toFixed(5)}/${p.lon.toFixed(5)}&lang=vi${more}`;
const points = '&off=villages,service-points,zones,streets,planned-works';
const nothing = `${points},sites`;

/** Of how many tiles in view the middle has their colour, and of how many it has not. */
function tilesIn(image, hue, { zoom, lat, lon }) {
  const z = zoom + 1; // pictures of 256 pixels
  const degrees = 360 / 2 ** z;
  const world = 2 ** z;
  const latitude = (y) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / world))) * 180) / Math.PI;
  const [cx, cy] = tileAt(lon, lat, z);
  let right = 0;
  const wrong = [];
  for (let x = cx - 6; x <= cx + 6; x++) {
    for (let y = cy - 6; y <= cy + 6; y++) {
      // the names of communes may be written over a point: the most frequent colour of some
      const inside = [0.25, 0.5, 0.75].flatMap((dx) => [0.25, 0.5, 0.75].map((dy) => project({ zoom, lat, lon }, image, [(x + dx) * degrees - 180, latitude(y + dy)])));
      if (!inside.every(([px, py]) => px > 1 && py > 1 && px < image.width - 2 && py < image.height - 2)) continue;
      const fit = inside.filter(([px, py]) => apart(image.at(px, py), colourOf(hue, x, y)) <= 6).length;
      if (fit >= 5) right++;
      else wrong.push(`${z}/${x}/${y}: ${fit} of 9`);
    }
  }
  return { right, wrong };
}

const painted = (image, hue) => hue.reduce((n, colour) => n + count(image, colour), 0) / (image.width * image.height);

/** Chooses a basemap as a reader does. */
async function choose(watched, label, name = 'Bản đồ nền') {
  await watched.page.getByLabel(name).selectOption({ label });
  await watched.idle();
  // idle stood from before: the new pictures are waited for
  await watched.page.waitForTimeout(300);
  await watched.idle();
}

/** That the attribution can be read: nothing lies over it, and it is within the window. */
async function attributed(watched, id) {
  const line = watched.page.locator('.attribution');
  assert.equal(await line.innerText(), attribution(id));
  const seen = await line.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && right - left > 40;
    return inside && [left + 3, (left + right) / 2, right - 3].every((x) => element.contains(document.elementFromPoint(x, (top + bottom) / 2)));
  });
  assert.ok(seen, 'the attribution is hidden');
}

const watched = await open({ hash: at(nothing) });
const { page } = watched;
const own = await watched.look();

await check('the policy opens for the hosts of basemaps and for no other', async () => {
  const policy = watched.response.headers()['content-security-policy'];
  assert.match(policy, new RegExp(`connect-src 'self' ${tiles.origin};`));
  assert.ok(!/\*|https?:(?!\/\/127\.0\.0\.1)/.test(policy), policy);
  const other = await serveTiles({ ...hues, file });
  const asked = (url) => page.evaluate((u) => fetch(u).then((r) => r.status, () => 'refused'), url);
  assert.equal(await asked(`${tiles.origin}/1/0/0.png`), 200);
  assert.equal(await asked(`${other.origin}/1/0/0.png`), 'refused');
  assert.deepEqual(other.asked, []);
  other.close();
  // the page is told of it a little later
  await page.waitForTimeout(300);
  watched.wrong = watched.wrong.filter((text) => !text.includes(other.origin));
});

for (const [id, [label, hue]] of Object.entries(choices)) {
  await check(`${id}: it is painted, tile by tile, where it belongs, and whose it is can be read`, async () => {
    await choose(watched, label);
    assert.match(page.url(), new RegExp(`[#&]base=${id}(&|$)`));
    const image = await watched.look();
    const { right, wrong } = tilesIn(image, hue, place);
    assert.deepEqual(wrong, []);
    assert.ok(right >= 9, `${right} tiles`);
    assert.ok(painted(image, hue) > 0.85, `${painted(image, hue)} of the map`);
    await attributed(watched, id);
    await watched.accessible();
  });

  await check(`${id}: the register's own lies above it`, async () => {
    await watched.go(at(points));
    await watched.idle();
    const above = await watched.look();
    const there = sites.map((s) => project(place, above, s.geometry.coordinates)).filter(([x, y]) => x > 20 && y > 20 && x < above.width - 60 && y < above.height - 40);
    assert.ok(there.length >= 10, `${there.length} sites`);
    const hidden = there.filter(([x, y]) => hue.some((colour) => apart(above.at(x, y), colour) <= 6));
    assert.ok(hidden.length <= 0.05 * there.length, `${hidden.length} of ${there.length} sites are not seen`);
    assert.ok(painted(above, hue) > 0.6, 'the basemap is gone');
    await page.locator('input[name="units"]').setChecked(false);
    await watched.idle();
    assert.ok(changed(above, await watched.look()) > 0.003, 'no boundary lies above it');
    await page.locator('input[name="units"]').setChecked(true);
    await watched.idle();
    await watched.save(`basemap-${id}-vi`);
    await watched.go(at(nothing));
  });
}

await check('files are read by ranges', async () => {
  const ranges = await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.pmtiles')).map(({ name, decodedBodySize, encodedBodySize }) => ({ name, size: Math.max(decodedBodySize, encodedBodySize) })));
  const here = ranges.filter(({ name }) => name.startsWith(base));
  assert.ok(here.length >= 2, `${here.length} requests`);
  assert.ok(here.every(({ size }) => size < file.length / 5), JSON.stringify(here));
  assert.ok(tiles.asked.filter((path) => path === '/file.pmtiles').length >= 2);
});

await check('going back to the own map leaves nothing of the other', async () => {
  await choose(watched, 'Chỉ ranh giới hành chính');
  assert.equal(changed(own, await watched.look()), 0);
  assert.match(page.url(), /[#&]base=none(&|$)/);
  assert.equal(await page.locator('.attribution').count(), 0);
});

await check('the land answers a click as it does without a basemap', async () => {
  await choose(watched, 'Ô ảnh');
  const frame = await page.locator('main').boundingBox();
  const [lon, lat] = sites[0].geometry.coordinates;
  await watched.go(at(nothing, { ...place, lat, lon }));
  await page.mouse.click(frame.x + frame.width / 2, frame.y + frame.height / 2);
  await page.waitForURL(/open=units\/\d+/);
  await page.locator('.side h2').waitFor();
  await page.keyboard.press('Escape');
});

await check('a link keeps the basemap through days, theme and language', async () => {
  const link = await open({ hash: at(`${nothing}&date=2018-07-01&base=wmts`) });
  const { page } = link;
  const under = async () => painted(await link.look(), hues.wmts);
  assert.equal(await page.locator('#as-of').inputValue(), '01/07/2018');
  assert.ok((await under()) > 0.85, `${await under()} of the map`);
  const field = page.locator('#as-of');
  await field.fill('30/6/2023');
  await field.press('Enter');
  await page.waitForURL(/date=2023-06-30/);
  await link.idle();
  assert.match(page.url(), /base=wmts/);
  assert.ok((await under()) > 0.85, 'another day takes the basemap away');
  await page.getByRole('button', { name: 'English' }).click();
  await page.emulateMedia({ colorScheme: 'dark' });
  await link.idle();
  assert.ok((await under()) > 0.85, 'night takes the basemap away');
  assert.equal(await page.getByLabel('Basemap').evaluate((select) => select.selectedOptions[0].text), 'A WMTS');
  await attributed(link, 'wmts');
  await link.accessible();
  await link.save('basemap-night-en');
  await page.reload();
  await link.idle();
  assert.ok((await under()) > 0.85, 'reloading takes the basemap away');
  // it is remembered, for who comes without a link
  await page.goto('about:blank');
  await page.goto(`${base}/#off=${nothing.split('=')[1]}`);
  await link.idle();
  assert.ok((await under()) > 0.85, 'the basemap is forgotten');
  await link.close();
});

await check('paper has the basemap, and whose it is', async () => {
  const paper = await open({ hash: at(`${points}&base=file&open=print`) });
  const { page } = paper;
  await page.evaluate(() => (window.print = () => (window.printed = true)));
  await page.getByRole('button', { name: 'In hoặc lưu PDF' }).press('Enter');
  await page.waitForFunction(() => window.printed);
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('.print-sheet');
  assert.ok((await sheet.locator('footer').innerText()).includes(attribution('file')));
  const image = decode(await sheet.locator('img').screenshot());
  assert.ok(painted(image, hues.pmtiles) > 0.5, `${painted(image, hues.pmtiles)} of the print`);
  await sheet.screenshot({ path: join(directory, 'basemap-print-vi.png') });
  await paper.close();
});

await check('a basemap that does not come is said, and the register is there', async () => {
  const lost = await open({ hash: at(`${points}&base=broken`) });
  const notice = lost.page.locator('.notice', { hasText: 'Máy chủ hỏng' });
  await notice.waitFor();
  assert.ok((await lost.count('sites')) > 0);
  assert.ok(count(await lost.look(), 0xfbf9f4) > 10_000, 'the land is gone too');
  await lost.accessible();
  await lost.save('basemap-broken-vi');
  await choose(lost, 'Chỉ ranh giới hành chính');
  await notice.waitFor({ state: 'detached' });
  lost.wrong = lost.wrong.filter((text) => !text.includes('503'));
  await lost.close();
});

await check('on a phone it is painted, and whose it is can be read', async () => {
  const held = await open({ size: phone, hash: at(`${points}&base=there`) });
  const image = await held.look();
  assert.ok(painted(image, hues.pmtiles) > 0.6, `${painted(image, hues.pmtiles)} of the map`);
  await attributed(held, 'there');
  await held.accessible();
  await held.save('basemap-phone-vi');
  await held.close();
});

await check('the page complains of nothing', () => watched.close());
await browser.close();
tiles.close();
server.kill();
await ended;
rmSync(temp, { recursive: true });
finish();
