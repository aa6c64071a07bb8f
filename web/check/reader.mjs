// Looks at the page as those do who see less than all of a demo register, and as
// who signs in, at pixels too. The public is who comes through a proxy: reading
// is open at the machine itself alone.
//
//   node web/check/reader.mjs URL DIRECTORY OFFICER LOCAL PASSWORD
import assert from 'node:assert/strict';
import { check, desktop, finish, launch, phone, project, Watched } from './browser.mjs';
import { apart, changed, count } from './png.mjs';

const [, , base, directory, officer, local, password] = process.argv;
const browser = await launch();
const afar = { 'X-Forwarded-For': '203.0.113.7' };
const open = (options) => Watched.open(browser, base, directory, { locale: 'vi-VN', extraHTTPHeaders: afar, ...options });

const today = (() => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
})();

async function records(noun, headers = afar) {
  const ahead = ['units', 'villages'].includes(noun) ? '' : '&ahead=true'; // the map of today has what is not built yet
  const response = await fetch(`${base}/api/v1/export/${noun}.ndjson?as_of=${today}${ahead}`, { headers });
  assert.equal(response.status, 200, noun);
  return (await response.text()).split('\n').filter(Boolean).map((line) => JSON.parse(line));
}

const key = (f) => f.geometry.coordinates.join();
const nouns = ['sites', 'service-points', 'poles', 'manholes', 'ducts', 'cables', 'trenches', 'villages', 'units'];
const shown = Object.fromEntries(await Promise.all(nouns.map(async (noun) => [noun, await records(noun)])));
const secret = nouns.filter((noun) => shown[noun].length > 0 && shown[noun].every((f) => f.geometry === null));
const at = (noun) => {
  const places = new Map();
  for (const f of shown[noun]) places.set(key(f), [...(places.get(key(f)) ?? []), f]);
  return places;
};
// where the grid puts a pole upon several sites, far from where it puts other sites
const [stack] = [...at('sites').entries()].filter(([place, sites]) => sites.length > 1 && at('poles').has(place));
const [lon, lat] = stack[0].split(',').map(Number);
const street = { zoom: 15, lat, lon };
const link = (place) => `#map=${place.zoom}/${place.lat.toFixed(5)}/${place.lon.toFixed(5)}`;
const hex = (text) => Number.parseInt(text.slice(1), 16);

async function signIn(watched, login) {
  const { page } = watched;
  await page.locator('#login').fill(login);
  await page.locator('#password').fill(password);
  await page.locator('#password').press('Enter');
  await page.waitForURL((url) => url.pathname === '/');
  await watched.idle();
}

for (const [name, size] of Object.entries({ desktop, phone })) {
  await check(`the public is told what it is not shown (${name})`, async () => {
    const watched = await open({ size });
    const { page } = watched;
    const enter = page.getByRole('link', { name: 'Đăng nhập', exact: true });
    assert.ok(await enter.isVisible());
    assert.equal(await enter.getAttribute('href'), '/sign-in?lang=vi');
    assert.ok((await enter.boundingBox()).height >= 32, 'the way in is small');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page scrolls sideways');
    if (name === 'phone') await page.getByRole('button', { name: 'Mở bảng số liệu và lớp' }).tap();
    await page.waitForTimeout(400); // the sheet slides
    assert.match(await watched.text('.note'), /làm tròn đến khoảng 1 km/);
    assert.equal(secret.length, 3, `${secret}`);
    for (const noun of nouns) {
      const row = await watched.text(`[data-layer="${noun}"] .layer`);
      const box = page.locator(`input[name="${noun}"]`);
      assert.equal(/chỉ sau khi đăng nhập/.test(row), secret.includes(noun), `${noun}: ${row}`);
      assert.equal(await box.isDisabled(), secret.includes(noun), noun);
      if (secret.includes(noun)) assert.doesNotMatch(row, /phóng to/, noun);
    }
    assert.equal(await watched.count('sites'), shown.sites.length);
    assert.equal(await page.locator('[data-owner]').count(), 1);
    assert.equal((await watched.text('[data-owner]')).replace(/\s+/g, ' ').trim(), `Chủ sở hữu không công khai ${shown.sites.length.toLocaleString('vi-VN')}`);
    const listed = await page.locator('.item .name').allInnerTexts();
    assert.deepEqual(listed.filter((text) => /^\d+(\n|$)/.test(text)), []);
    assert.match(listed[0], /^Vị trí trạm BTS · (Xã|Phường|Đặc khu) /);
    await watched.accessible();
    await watched.save(`public-${name}`);
    await watched.close();
  });

  await check(`what a grid puts at one place is drawn side by side, counted, and told (${name})`, async () => {
    const watched = await open({ size, hash: link(street) });
    const { page } = watched;
    const asked = watched.asked.filter((path) => path.startsWith('/api/v1/export/'));
    assert.ok(asked.includes('/api/v1/export/poles.ndjson'), `${asked}`);
    const image = await watched.look();
    const [x, y] = project(street, image, [lon, lat]);
    const colour = async (selector) => hex(await page.locator(`${selector} .swatch > *`).first().getAttribute('fill'));
    assert.ok(apart(image.at(x, y), await colour('[data-owner]')) <= 24, 'no site at its point of the grid');
    assert.ok(apart(image.at(x - 30, y), await colour('[data-layer="poles"]')) <= 24, 'no pole beside it');
    for (const noun of ['cables', 'trenches']) {
      const drawn = hex(await page.locator(`[data-layer="${noun}"] .swatch > *`).first().getAttribute('stroke'));
      assert.equal(count(image, drawn), 0, `${noun} are drawn`);
    }
    // the layer takes its dots and their numbers away, and brings them back
    if (name === 'desktop') {
      await watched.layer('poles', false);
      const without = await watched.look();
      assert.ok(apart(without.at(x - 30, y), await colour('[data-layer="poles"]')) > 24);
      await watched.layer('poles', true);
      assert.equal(changed(image, await watched.look()), 0);
      const before = watched.asked.length;
      await watched.go(link({ ...street, lat: lat + 0.06 }));
      const later = watched.asked.slice(before).filter((path) => secret.some((noun) => path.includes(noun)));
      assert.deepEqual(later, [], 'what has no place is asked for');
      await watched.go(link(street));
    }
    const frame = await page.locator('main').boundingBox();
    await (name === 'phone' ? page.touchscreen.tap(frame.x + x, frame.y + y) : page.mouse.click(frame.x + x, frame.y + y));
    await page.locator('.withheld').waitFor();
    await watched.idle();
    const told = await watched.text('.side');
    assert.ok(told.includes(`${stack[1].length} tại cùng một điểm`), told);
    assert.ok(told.includes(`Vị trí trạm BTS · ${stack[1][0].properties.commune}`), told);
    assert.equal(await page.locator('.details .problem').count(), 0, told);
    await watched.accessible();
    await watched.save(`public-streets-${name}`);
    await watched.close();
  });
}

await check('a record the public sees has no empty rows, and asks for nothing that is refused', async () => {
  const [place, [alone]] = [...at('sites').entries()].find(([place, sites]) => sites.length === 1 && !at('service-points').has(place));
  const [lon, lat] = place.split(',').map(Number);
  const watched = await open({ hash: link({ zoom: 15, lat, lon }) });
  await watched.page.locator(`[data-item="sites/${alone.id}"]`).click();
  await watched.page.locator('.facts').first().waitFor();
  const told = await watched.text('.side');
  assert.ok(told.includes(`Số hiệu ${alone.id}`) && told.includes(`Vị trí trạm BTS · ${alone.properties.commune}`), told);
  assert.deepEqual((await watched.page.locator('.facts dd').allInnerTexts()).filter((text) => text.trim() === ''), []);
  assert.ok(!/null|undefined|Chủ sở hữu/.test(told), told);
  await watched.save('public-site');
  await watched.close(); // which finds answers that were refused, for the browser complains of them
});

await check('the note is put away by keyboard, and stays away in the tab', async () => {
  const watched = await open({});
  const { page } = watched;
  await page.getByRole('button', { name: 'Ẩn ghi chú' }).focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('.note').count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'panel-body');
  await page.getByRole('button', { name: 'English' }).click();
  await watched.idle();
  assert.equal(await page.locator('.note').count(), 0);
  assert.match(await watched.text('[data-layer="ducts"] .layer'), /after signing in only/);
  assert.match(await watched.text('[data-owner]'), /Owners not shown to the public/);
  await page.reload();
  await watched.idle();
  assert.equal(await page.locator('.note').count(), 0);
  await watched.close();
});

await check('at the machine itself nothing is withheld, nor said to be', async () => {
  const watched = await open({ extraHTTPHeaders: {} });
  assert.ok(await watched.page.getByRole('link', { name: 'Đăng nhập', exact: true }).isVisible());
  assert.equal(await watched.page.locator('.note, [data-owner="?"], .layer input:disabled').count(), 0);
  await watched.save('at-the-machine');
  await watched.close();
});

for (const [name, size] of Object.entries({ desktop, phone })) {
  await check(`who signs in finds the map as it was, and all of it; who signs out the public's (${name})`, async () => {
    const watched = await open({ size, hash: `${link(street)}&off=villages` });
    const { page } = watched;
    const before = await watched.look();
    const { hash } = new URL(page.url());
    await page.getByRole('link', { name: 'Đăng nhập', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/sign-in\?lang=vi/);
    await signIn(watched, officer);
    assert.equal(new URL(page.url()).hash, hash);
    const account = page.getByRole('group', { name: 'Tài khoản' });
    assert.match(await account.innerText(), /Hòa\s+Cán bộ Sở\s+Hồ sơ\s+Đăng xuất/);
    assert.equal(await page.locator('.note, .layer input:disabled, [data-owner="?"]').count(), 0);
    assert.ok(changed(before, await watched.look()) > 0.001, 'the map is as the public sees it');
    if (name === 'desktop') {
      // what is written elsewhere, as by this request past the page, is on the map by itself
      const rename = (suffix) =>
        page.evaluate(
          async ([path, suffix]) => {
            const before = await fetch(path);
            const { name } = await before.json();
            const headers = { 'Content-Type': 'application/json', 'If-Match': before.headers.get('ETag') };
            return (await fetch(path, { method: 'PATCH', headers, body: JSON.stringify({ name: suffix ? name + suffix : name.replace(/ ✓$/, '') }) })).status;
          },
          [`/api/v1/sites/${stack[1][0].id}`, suffix],
        );
      const renamed = page.waitForResponse(async (r) => r.url().includes('/tiles/sites/') && r.status() === 200 && (await r.body()).includes(' ✓'));
      assert.equal(await rename(' ✓'), 200);
      const written = Date.now();
      await renamed;
      console.log(`        an edit was on the map after ${Date.now() - written} ms`);
      assert.equal(await rename(''), 200);
      await watched.idle();
    }
    const header = await page.locator('.panel header').boundingBox();
    const leave = await page.getByRole('button', { name: 'Đăng xuất' }).boundingBox();
    assert.ok(leave.x + leave.width <= header.x + header.width && leave.y + leave.height <= header.y + header.height, 'the way out is cut off');
    await watched.accessible();
    await watched.save(`officer-${name}`);
    await page.getByRole('button', { name: 'English' }).click();
    await watched.idle();
    assert.match(await page.locator('.account').innerText(), /Department officer\s+Filings\s+Sign out/);
    await page.getByRole('button', { name: 'Sign out' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/sign-in\?done=out&lang=en/);
    await page.goto(`${base}/`);
    await watched.idle();
    assert.ok(await page.getByRole('link', { name: 'Sign in', exact: true }).isVisible());
    assert.equal(await page.locator('.note').count(), 1);
    await watched.close();
  });
}

await check('local staff see their commune exactly, the rest as the public, and are told', async () => {
  const watched = await Watched.open(browser, base, directory, { hash: 'sign-in', locale: 'vi-VN', extraHTTPHeaders: afar, idle: false });
  const { page } = watched;
  await signIn(watched, local);
  assert.match(await page.locator('.account').innerText(), /Cán bộ địa bàn · (Xã|Phường) /);
  assert.match(await watched.text('.note'), /^Ngoài phạm vi được giao/);
  assert.equal(await page.locator('.note a, .layer input:disabled').count(), 0, 'somebody signed in is told to sign in');
  assert.match(await watched.text('[data-owner="?"]'), /Ngoài phạm vi được giao/);
  assert.ok((await page.locator('[data-owner]').count()) > 1, 'no owner of their commune');
  await watched.accessible();
  await watched.save('local');
  await watched.close();
});

await check('a session that ends is told, and the public goes on from there', async () => {
  const watched = await Watched.open(browser, base, directory, { hash: 'sign-in', locale: 'vi-VN', extraHTTPHeaders: afar, idle: false });
  const { page } = watched;
  await signIn(watched, officer);
  const other = await browser.newContext({ extraHTTPHeaders: { ...afar, Origin: base } });
  assert.equal((await other.request.post(`${base}/api/v1/session`, { data: { login: officer, password } })).status(), 200);
  assert.equal((await other.request.delete(`${base}/api/v1/sessions`)).status(), 204);
  await other.close();
  await watched.go(link(street));
  assert.match(await watched.text('.notice'), /Phiên đăng nhập đã kết thúc/);
  assert.equal(await page.locator('.who').count(), 0, 'they seem signed in still');
  await watched.accessible();
  await watched.save('session-ended');
  await page.getByRole('button', { name: 'Xem dữ liệu công khai' }).click();
  await page.locator('.note').waitFor();
  await watched.idle();
  assert.equal(await page.locator('.notice').count(), 0);
  assert.ok(await page.getByRole('link', { name: 'Đăng nhập', exact: true }).isVisible());
  watched.wrong = watched.wrong.filter((said) => !said.includes('status of 401'));
  await watched.close();
});

await check('where nothing is public the way in is all there is', async () => {
  const watched = await open({});
  const { page } = watched;
  const refusal = { title: 'Cần xác thực', status: 401, detail: 'Đọc từ máy khác cần đăng nhập.', request_id: 'r-43' };
  await page.route(/\/api\/v1\/(?!session)/, (route) => route.fulfill({ status: 401, contentType: 'application/problem+json', body: JSON.stringify(refusal) }));
  await page.reload();
  await watched.idle();
  assert.match(await watched.text('.notice'), /Cần đăng nhập/);
  assert.equal(await page.locator('.notice').getByRole('link', { name: 'Đăng nhập' }).getAttribute('href'), '/sign-in?lang=vi');
  await watched.accessible();
  await watched.save('nothing-public');
  watched.wrong = watched.wrong.filter((said) => !said.includes('status of 401'));
  await watched.close();
});

await browser.close();
finish();
