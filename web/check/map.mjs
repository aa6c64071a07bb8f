// Looks at the page of a running server as a reader would, at pixels too: a map
// whose worker is missing has controls, no error, and one colour.
//
//   node web/check/map.mjs empty|full URL DIRECTORY
import assert from 'node:assert/strict';
import { check, desktop, finish, launch, phone, project, Watched } from './browser.mjs';
import { apart, changed, colours, count } from './png.mjs';

const [, , register, base, directory] = process.argv;
const browser = await launch();
const open = (options) => Watched.open(browser, base, directory, options);

const today = (() => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
})();

async function get(path) {
  const response = await fetch(`${base}/api/v1/${path}`);
  assert.equal(response.status, 200, path);
  return response;
}

async function records(noun, query = '') {
  // the map of today has what is not built yet
  const ahead = ['units', 'villages'].includes(noun) ? '' : '&ahead=true';
  const lines = (await (await get(`export/${noun}.ndjson?as_of=${today}${ahead}${query}`)).text()).split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}

async function empty() {
  for (const [name, size] of Object.entries({ desktop, phone })) {
    await check(`an empty register says how to fill it (${name})`, async () => {
      const page = await open({ size });
      assert.match(await page.text('.notice'), /Sổ đăng ký chưa có gì/);
      assert.match(await page.text('.notice'), /hatangso demo/);
      assert.match(await page.text('.notice'), /hatangso import/);
      assert.equal(await page.page.locator('.panel header .badge').isVisible(), false);
      if (name === 'desktop') assert.equal(await page.text('.number strong'), 'chưa có dữ liệu');
      await page.accessible();
      await page.save(`empty-${name}`);
      await page.close();
    });
  }
}

async function full() {
  const sites = await records('sites');
  const ducts = await records('ducts');
  const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const at = (features, zoom) => {
    const ends = features.map((f) => [f.geometry.coordinates].flat(2));
    return { zoom, lat: middle(ends.map((c) => c[1])), lon: middle(ends.map((c) => c[0])) };
  };
  const link = (place, more = '') => `#map=${place.zoom}/${place.lat.toFixed(5)}/${place.lon.toFixed(5)}${more}`;
  const map = async (page) => page.page.locator('main').boundingBox();
  const hex = (text) => Number.parseInt(text.slice(1), 16);
  const legend = async (page, selector, attribute = 'fill') =>
    hex(await page.page.locator(`${selector} .swatch > *`).first().getAttribute(attribute));

  // all that is looked at from a desk is looked at on one page: opening one draws everything
  const page = await open({});
  const whole = new URL(page.page.url()).hash;

  await check('the map opens on the whole province, drawn, named and counted', async () => {
    const policy = page.response.headers()['content-security-policy'];
    assert.match(policy, /default-src 'self'/);
    assert.equal(await page.page.title(), 'Hạ Tầng Số');
    assert.equal(await page.page.getAttribute('html', 'lang'), 'vi');
    const image = await page.look();
    assert.ok(colours(image) > 100, `${colours(image)} colours`);
    for (const noun of ['sites', 'villages', 'units', 'service-points']) {
      assert.equal(await page.count(noun), (await records(noun)).filter((f) => f.geometry).length, noun);
    }
    assert.ok(await page.page.locator('.panel header .badge').isVisible(), 'the sample is not said to be one');
    for (const [x, y] of sites.map((f) => f.geometry.coordinates)) {
      const [, zoom, lat, lon] = page.page.url().match(/map=([\d.]+)\/([\d.]+)\/([\d.]+)/).map(Number);
      const [px, py] = project({ zoom, lat, lon }, image, [x, y]);
      assert.ok(px > 0 && py > 0 && px < image.width && py < image.height, `a site lies outside the map: ${x} ${y}`);
    }
    await page.accessible();
    await page.save('province-vi');
  });

  for (const [name, more] of Object.entries({
    'the whole province': { hash: '' },
    'a link to a place': { hash: `map=10.5/${at(sites, 11).lat.toFixed(4)}/${at(sites, 11).lon.toFixed(4)}&` },
    'a phone by night': { hash: '', size: phone, colorScheme: 'dark' },
  })) {
    await check(`the land is there before the map, where the map then has it: ${name}`, async () => {
      const early = await open({ ...more, hash: 'sign-in', idle: false });
      const { page: tab } = early;
      let release;
      const held = new Promise((go) => (release = go));
      await tab.route(/\/tiles\/.*\.mvt/, async (route) => {
        await held;
        await route.continue();
      });
      await tab.goto(`${base}/#${more.hash}off=sites,villages,service-points,zones,streets,planned-works,poles,ducts,cables,manholes,trenches`);
      await tab.locator('.map > .land path').first().waitFor();
      await tab.locator('.map canvas').waitFor();
      assert.ok((await tab.locator('.land text.named').count()) > 0, 'nothing is named');
      assert.ok(await tab.evaluate(() => performance.getEntriesByName('map-drawn').length === 0));
      const before = await early.look();
      release();
      await early.idle();
      assert.equal(await tab.locator('.land').count(), 0, 'the picture is left over');
      const after = await early.look();
      const sea = more.colorScheme === 'dark' ? 0x10171b : 0xdde4e8;
      let land = 0;
      let apartNow = 0;
      for (let y = 0; y < after.height; y++) {
        for (let x = 0; x < after.width; x++) {
          const [was, is] = [before, after].map((image) => apart(image.at(x, y), sea) > 4);
          if (is) land++;
          if (was !== is) apartNow++;
        }
      }
      assert.ok(land > after.width * after.height * 0.1, 'there is no land');
      // their edges and names are smoothed in other ways; a picture ten pixels aside has three times as many
      assert.ok(apartNow < land * 0.03, `${apartNow} pixels of ${land} were land or sea before and are not`);
      await early.close();
    });
  }

  await check('a map that is slow to draw is coarse while it moves, and sharp when it rests', async () => {
    const place = at(sites, 12);
    await page.go(link(place));
    const before = await page.look();
    const width = () => page.page.locator('.map canvas').evaluate((canvas) => canvas.width);
    const sharp = await width();
    const slow = await page.context.newCDPSession(page.page);
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 12 });
    const { x, y, width: w, height } = await map(page);
    await page.page.mouse.move(x + w / 2, y + height / 2);
    await page.page.mouse.down();
    for (let step = 0; (await width()) === sharp && step < 400; step++) await page.page.mouse.move(x + w / 2 + 100 * Math.sin(step / 9), y + height / 2 + 60 * Math.sin(step / 7));
    assert.ok((await width()) < sharp, 'it is as sharp as ever');
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await page.page.mouse.up();
    await page.idle();
    assert.equal(await width(), sharp);
    await page.go(link(place));
    assert.equal(changed(before, await page.look()), 0, 'it is not as it was');
  });

  await check('headline numbers are those of the API, written in Vietnamese', async () => {
    const { ratio, numerator, denominator } = await (await get(`indicators/sharing?asset=site&as_of=${today}`)).json();
    const card = await page.text('.number');
    assert.ok(card.includes(`${ratio.toFixed(1).replace('.', ',')}%`), card);
    const written = (n) => n.toLocaleString('vi-VN');
    assert.ok(card.includes(`${written(numerator)} / ${written(denominator)} vị trí`), card);
  });

  await check('sites stand where they are, in the colour of their owner, and go when switched off', async () => {
    const place = at(sites, 11);
    await page.go(link(place, '&off=units,villages,service-points,zones,streets,planned-works'));
    const shown = await page.look();
    const pixel = new Map(sites.map((f) => [f, project(place, shown, f.geometry.coordinates)]));
    const alone = sites.filter((f) => {
      const [x, y] = pixel.get(f);
      if (x < 12 || y < 12 || x > shown.width - 12 || y > shown.height - 12) return false;
      return sites.every((g) => g === f || Math.hypot(pixel.get(g)[0] - x, pixel.get(g)[1] - y) > 14);
    });
    assert.ok(alone.length >= 20, `only ${alone.length} sites stand alone`);
    const colour = new Map();
    for (const owner of new Set(alone.map((f) => f.properties.owner))) colour.set(owner, await legend(page, `[data-owner="${owner}"]`));
    assert.ok(colour.size >= 3, `only ${colour.size} owners`);
    assert.equal(new Set(colour.values()).size, colour.size, 'owners share a colour');
    const wrong = alone.filter((f) => apart(shown.at(...pixel.get(f)), colour.get(f.properties.owner)) > 24);
    assert.deepEqual(wrong.map((f) => `${f.properties.code} at ${pixel.get(f)}`), []);
    await page.layer('sites', false);
    const gone = await page.look();
    const left = alone.filter((f) => apart(gone.at(...pixel.get(f)), colour.get(f.properties.owner)) <= 24);
    assert.deepEqual(left.map((f) => f.properties.code), []);
    assert.equal(colours(gone), 1, 'something is left on a map with nothing on it');
    await page.layer('sites', true);
    assert.equal(changed(shown, await page.look()), 0, 'the sites did not come back as they were');
  });

  await check('streets show poles, ducts, manholes, cables and trenches in the colours of the legend', async () => {
    const place = at(ducts, 15);
    await page.go(link(place));
    const image = await page.look();
    const drawn = {
      ducts: await legend(page, '[data-layer="ducts"]', 'stroke'),
      manholes: await legend(page, '[data-layer="manholes"]', 'stroke'),
      cables: await legend(page, '[data-layer="cables"]', 'stroke'),
    };
    // what is drawn is drawn tile by tile: smaller ones take longer
    assert.deepEqual(page.asked.filter((path) => /^\/tiles\/[\w-]+\/(1[6-9]|2\d)\//.test(path)), []);
    for (const [layer, colour] of Object.entries(drawn)) assert.ok(count(image, colour) > 50, `${layer}: ${count(image, colour)} pixels`);
    await page.accessible();
    await page.save('streets-vi');
    let before = image;
    const { width, height } = image;
    const degrees = 360 / (512 * 2 ** place.zoom);
    const tall = (degrees * Math.cos((place.lat * Math.PI) / 180) * height) / 2;
    const box = [place.lon - (degrees * width) / 2, place.lat - tall, place.lon + (degrees * width) / 2, place.lat + tall];
    for (const layer of ['poles', 'ducts', 'manholes', 'cables']) {
      const there = (await records(layer, `&bbox=${box}`)).length;
      const counted = await page.count(layer);
      assert.ok(Math.abs(counted - there) <= Math.max(2, there / 50), `${layer}: ${counted} counted, ${there} there`);
      await page.layer(layer, false);
      const without = await page.look();
      if (there > 0) assert.ok(changed(before, without) > 0.0002, `${layer} off changes ${changed(before, without)}`);
      before = without;
    }
  });

  await check('poles are drawn where they are, and from their zoom on only', async () => {
    const line = (await records('poles', `&bbox=${[at(ducts, 15).lon - 0.05, at(ducts, 15).lat - 0.05, at(ducts, 15).lon + 0.05, at(ducts, 15).lat + 0.05]}`)).slice(0, 40);
    assert.ok(line.length > 10);
    const [lon, lat] = line[10].geometry.coordinates;
    const place = { zoom: 17, lat, lon };
    await page.go(link(place, '&off=units,villages,service-points,cables,ducts,manholes,trenches,sites,zones,streets,planned-works'));
    const image = await page.look();
    const pole = await legend(page, '[data-layer="poles"]');
    assert.ok(apart(image.at(image.width / 2, image.height / 2), pole) <= 24, 'no pole at the middle');
    await page.go(link({ ...place, zoom: 12.5 }, '&off=units,villages,service-points,cables,ducts,manholes,trenches,sites,zones,streets,planned-works'));
    assert.match(await page.text('[data-layer="poles"]'), /phóng to để xem/);
    assert.equal(colours(await page.look()), 1, 'poles are drawn from afar');
  });

  await check('a day changes counts, numbers and map; a wrong one is refused', async () => {
    await page.go(whole);
    const now = { image: await page.look(), sites: await page.count('sites'), number: await page.text('.number strong') };
    const field = page.page.locator('#as-of');
    assert.equal(await field.inputValue(), today.split('-').reverse().join('/'));
    await field.fill('31/02/2018');
    await field.press('Enter');
    assert.equal(await field.evaluate((input) => input.checkValidity()), false);
    assert.equal(await page.count('sites'), now.sites);
    await field.fill('1/7/2018');
    await field.press('Enter');
    await page.page.waitForURL(/date=2018-07-01/);
    await page.idle();
    const then = await get('export/sites.ndjson?as_of=2018-07-01').then((r) => r.text());
    assert.equal(await page.count('sites'), then.split('\n').filter(Boolean).length);
    assert.ok((await page.count('sites')) < now.sites);
    assert.notEqual(await page.text('.number strong'), now.number);
    assert.ok(changed(now.image, await page.look()) > 0.01);
    await page.save('day-2018-vi');
    await page.page.getByRole('button', { name: 'Hôm nay' }).click();
    await page.page.waitForFunction(() => !location.hash.includes('date='));
    await page.idle();
    assert.equal(await page.count('sites'), now.sites);
    await page.go(`${new URL(page.page.url()).hash}&date=1991-01-01`);
    assert.match(await page.text('.notice'), /Ngày này chưa có gì/);
  });

  await check('a click on a site tells of it; Escape closes', async () => {
    const site = sites.find((f) => f.properties.sharing_since && f.properties.commune);
    const [lon, lat] = site.geometry.coordinates;
    await page.go(link({ zoom: 16, lat, lon }));
    const { x, y, width, height } = await map(page);
    await page.page.mouse.click(x + width / 2, y + height / 2);
    await page.page.locator('.facts').first().waitFor();
    await page.page.locator('.facts', { hasText: 'Cùng dùng' }).waitFor(); // who else is there comes after the record
    await page.idle();
    const told = await page.text('.side');
    for (const part of [site.properties.name, site.properties.code, site.properties.commune, 'Chủ sở hữu', 'Trạng thái', 'Cùng dùng', 'Công nghệ', 'Dữ liệu mẫu']) {
      assert.ok(told.includes(part), `${part} is not in\n${told}`);
    }
    assert.ok(!/null|undefined|\bfalse\b/.test(told), told);
    const side = await page.page.locator('.side').boundingBox();
    assert.ok(side.x + side.width <= desktop.width && side.height <= desktop.height, 'the card is cut off');
    assert.match(page.page.url(), new RegExp(`open=sites/${site.id}(&|$)`));
    assert.ok(count(await page.look(), 0xffd21f, 40) > 40, 'the site is not marked');
    await page.accessible();
    await page.save('site-vi');
    await page.page.keyboard.press('Escape');
    await page.page.locator('.side').waitFor({ state: 'detached' });
  });

  await check('the keyboard alone opens a record from the list and comes back to it', async () => {
    await page.go(link(at(sites, 12)));
    await page.page.locator('.coverage select').focus();
    await page.page.keyboard.press('Tab');
    const item = () => page.page.evaluate(() => document.activeElement?.getAttribute('data-item') ?? '');
    const first = await item();
    assert.match(first, /^sites\/\d+$/);
    await page.page.keyboard.press('Enter');
    await page.page.locator('.facts').first().waitFor();
    assert.ok(await page.page.evaluate(() => document.activeElement?.classList.contains('side')), 'the record has not the focus');
    await page.page.keyboard.press('Escape');
    await page.page.locator('.side').waitFor({ state: 'detached' });
    await page.page.waitForFunction((first) => document.activeElement?.getAttribute('data-item') === first, first);
  });

  await check('English is a switch away, in the link, and remembered', async () => {
    await page.go(whole);
    await page.page.getByRole('button', { name: 'English' }).click();
    await page.idle();
    assert.equal(await page.page.getAttribute('html', 'lang'), 'en');
    assert.match(page.page.url(), /lang=en/);
    assert.match(await page.text('.panel'), /BTS sites shared/);
    assert.ok((await page.text('[data-layer="sites"] .count')).includes(','), 'thousands are not written in English');
    assert.equal(await page.page.getByRole('button', { name: 'Zoom in', exact: true }).count(), 1);
    assert.equal(await page.page.evaluate(() => document.activeElement?.textContent), 'EN');
    await page.accessible();
    await page.save('province-en');
    await page.page.goto(`${base}/`);
    await page.idle();
    assert.equal(await page.page.getAttribute('html', 'lang'), 'en');
  });

  await check('on a phone the panel is a sheet, and a tap tells of a site', async () => {
    const site = sites.find((f) => f.properties.name);
    const [lon, lat] = site.geometry.coordinates;
    const page = await open({ size: phone, hash: link({ zoom: 15, lat, lon }) });
    assert.ok(await page.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page is wider than the phone');
    const sheet = page.page.locator('.panel');
    assert.ok((await sheet.boundingBox()).y > phone.height * 0.8, 'the sheet covers the map');
    assert.ok(colours(await page.look()) > 30);
    const frame = await map(page);
    await page.page.touchscreen.tap(frame.x + frame.width / 2, frame.y + frame.height / 2);
    await page.page.locator('.facts').first().waitFor();
    await page.idle();
    assert.equal(await page.text('.side h2'), site.properties.name);
    const card = await page.page.locator('.side').boundingBox();
    assert.ok(card.x >= 0 && card.y >= phone.height * 0.3 && card.x + card.width <= phone.width && card.y + card.height <= phone.height, 'the card is cut off');
    await page.accessible();
    await page.save('phone-site-vi');
    await page.page.getByRole('button', { name: 'Đóng' }).tap();
    await page.page.getByRole('button', { name: 'Mở bảng số liệu và lớp' }).tap();
    await page.page.waitForFunction(() => document.querySelector('.panel').getBoundingClientRect().top < innerHeight / 2);
    await page.page.waitForTimeout(400);
    await page.accessible();
    await page.save('phone-sheet-vi');
    await page.page.locator('.item').first().tap();
    await page.page.locator('.facts').first().waitFor();
    // it slides: one that stays before the record makes this wait end in an error
    await page.page.waitForFunction(() => document.querySelector('.panel').getBoundingClientRect().top > innerHeight / 2);
    await page.close();
  });

  await check('a map that moved while it asked again for what had not changed comes to rest', async () => {
    // once it has been told of changes, tiles take longer than the map does to rest
    let news = 0;
    await page.page.route('**/tiles/news', (route) => route.fulfill({ json: { process: 'told here', layers: { units: news, sites: news } } }));
    await page.page.waitForResponse('**/tiles/news');
    await page.page.route(/\.mvt/, async (route) => {
      await new Promise((go) => setTimeout(go, 1500));
      await route.continue();
    });
    const again = page.page.waitForRequest(/\.mvt/);
    news++;
    await again;
    await page.page.locator('.maplibregl-canvas').press('ArrowRight');
    await page.page.waitForFunction(() => document.body.dataset.idle !== '1');
    await page.idle();
    await page.page.unroute('**/tiles/news');
    await page.page.unroute(/\.mvt/);
  });

  await check('a refusal is told in its own words, and tried again', async () => {
    const detail = 'Cơ sở dữ liệu đang bảo trì.';
    await page.page.route('**/tiles/sites/**', (route) =>
      route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify({ title: 'Tạm dừng', detail, status: 503, request_id: 'r-42' }) }),
    );
    await page.go('#lang=vi&date=2020-01-01');
    assert.ok((await page.text('.notice')).includes(detail));
    assert.ok((await page.text('.notice')).includes('r-42'));
    assert.equal(await page.page.locator('[data-owner]').count(), 0, 'sites of another day stand for those that did not come');
    await page.save('problem-vi');
    await page.page.unroute('**/tiles/sites/**');
    await page.page.getByRole('button', { name: 'Thử lại' }).click();
    await page.page.locator('.notice').waitFor({ state: 'detached' });
    await page.idle();
    assert.ok((await page.count('sites')) > 0);
    page.wrong = page.wrong.filter((text) => !text.includes('503'));
    await page.close();
  });

  await check('a phone is served in English, and who wants no motion gets none', async () => {
    const page = await open({ size: phone, hash: '#lang=en', reducedMotion: 'reduce' });
    await page.accessible();
    await page.save('phone-en');
    assert.equal(await page.page.locator('.panel').evaluate((e) => getComputedStyle(e).transitionDuration), '0s');
    await page.close();
  });
}

try {
  await { empty, full }[register]();
} finally {
  await browser.close();
}
finish();
