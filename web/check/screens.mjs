// Photographs every screen of the map, and the pages beside it, at a desk and on a phone, in both languages,
// by day and by night, for people to look at; each is checked for accessibility.
// Boards and an indicator are also printed, as PDF.
//
//   node web/check/screens.mjs URL DIRECTORY LOGIN PASSWORD [SCREEN|SIZE-LANGUAGE-THEME...]
//
// A SCREEN is one, or the first words of several: board is every board_....
import { check, desktop, finish, launch, phone, Watched } from './browser.mjs';

const [, , base, directory, login, password, ...named] = process.argv;
const looks = named.filter((name) => name.includes('-'));
const wanted = named.filter((name) => !name.includes('-'));
const wants = (name) => wanted.length === 0 || wanted.some((w) => name === w || name.startsWith(`${w}_`));
const browser = await launch();
const get = async (path) => (await fetch(`${base}/api/v1/${path}`)).json();

const sites = (await get('sites?limit=1000')).items;
const violations = (await get('violations?open=true&limit=100')).items;
const broken = violations.find((v) => v.asset_kind === 'site' && v.state === 'recorded');
const of = (verdict) => sites.find((s) => s.verdict === verdict);
const unlawful = sites.find((s) => s.id === broken.asset) ?? of('unlawful');
const busy = of('lawful');
const at = ({ geometry: { coordinates } }, zoom) => `map=${zoom}/${coordinates[1]}/${coordinates[0]}`;

/** Reports that stand at several stages, and one fresh, with their codes. */
async function ticket() {
  const context = await browser.newContext({ extraHTTPHeaders: { Origin: base } });
  await context.request.post(`${base}/api/v1/session`, { data: { login, password } });
  const { items } = await (await context.request.get(`${base}/api/v1/feedback?limit=50`)).json();
  await context.close();
  return (items.find((f) => f.answer && f.photos.length > 0) ?? items[0]).code;
}
const code = await ticket();

/** Jobs at every stage, put where the page keeps them. */
async function fill(page, actor) {
  await page.evaluate(async ({ actor, broken }) => {
    const db = await new Promise((done, fail) => {
      const request = indexedDB.open('hatangso-field', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('jobs', { keyPath: 'key' });
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
    const job = (key, more) => ({ key, actor, at: `2026-11-22T0${key}:15:00Z`, noun: 'inspections', title: 'Trạm Sao Mai 12', change: null, body: {}, after: null, photos: [], state: 'sent', record: 1, problem: null, theirs: null, ...more });
    const store = db.transaction('jobs', 'readwrite').objectStore('jobs');
    store.put(job('1', { noun: 'field-reports', title: 'Cột mới dựng sau chợ.' }));
    store.put(job('2', { state: 'refused', noun: 'violations', record: null, problem: 'Trước ngày phát hiện (10/11/2026). Sửa một trong hai ngày.' }));
    store.put(job('3', { state: 'conflict', noun: 'violations', title: broken.description, change: { id: broken.id, version: 1 }, record: null,
      body: { state: 'remedied', remedied_on: '2026-11-20', note: 'Đã xuất trình bản sao.' }, theirs: { ...broken, state: 'notified', note: 'Đã gửi công văn.' }, problem: 'Bản ghi đã đổi: đang ở phiên bản 2, bạn gửi 1.' }));
    store.put(job('4', { state: 'waiting', actor: 'user:lan', record: null }));
    await new Promise((done) => (store.transaction.oncomplete = done));
  }, { actor, broken });
}

/** Has the page say when it prints; what it said before is forgotten. */
const hearPrint = (page) =>
  page.evaluate(() => {
    window.printed = false;
    window.print = () => (window.printed = true);
  });

const whole = '';
/** Each screen: where it is, and what is done there before it is looked at. */
const screens = {
  panel: { hash: whole, phone: (page) => page.getByRole('button', { name: /^(Mở bảng số liệu|Open numbers)/ }).click() },
  permits: { hash: `${whole}&colour=permit&off=villages,service-points` },
  lawful: { hash: `${at(busy, 16)}&open=sites/${busy.id}`, wait: '[data-verdict]' },
  unlawful: { hash: `${at(unlawful, 16)}&open=sites/${unlawful.id}`, wait: '[data-verdict]' },
  unlawful2: { hash: `${at(unlawful, 16)}&open=sites/${unlawful.id}`, wait: '[data-verdict]', scroll: 1 },
  unlawful3: { hash: `${at(unlawful, 16)}&open=sites/${unlawful.id}`, wait: '[data-verdict]', scroll: 2 },
  unknown: { hash: `${at(of('unknown') ?? busy, 16)}&open=sites/${(of('unknown') ?? busy).id}`, wait: '[data-verdict]' },
  inspect: { hash: `${at(unlawful, 16)}&open=inspect/sites-${unlawful.id}`, wait: '.checklist' },
  violation: { hash: `${at(unlawful, 16)}&open=violation/sites-${unlawful.id}`, wait: '.fieldwork' },
  remedy: { hash: `${at(unlawful, 16)}&open=remedy/sites-${unlawful.id}-${broken.id}`, wait: '.fieldwork' },
  photo: { hash: `${at(unlawful, 16)}&open=photo/sites-${unlawful.id}`, wait: '.fieldwork' },
  report: { hash: `${at(unlawful, 16)}&open=report`, wait: '[data-position="known"]' },
  queue: { hash: `${at(unlawful, 14)}&open=queue`, wait: '[data-job="conflict"]' },
  zones: { hash: `${whole}&open=zones`, wait: '[data-zone]' },
  zone: { hash: `${at(busy, 15)}&open=zones`, wait: '[data-zone]', do: async (page) => {
    await page.locator('.side .primary').click();
    await page.locator('[data-drawing="ready"]').waitFor();
    const frame = await page.locator('main').boundingBox();
    const [x, y] = [frame.x + frame.width / 2, frame.y + (frame.height > 700 ? 200 : 150)];
    for (const [dx, dy] of [[-60, -50], [60, -50], [60, 50], [60, 50]]) await page.mouse.click(x + dx, y + dy);
    await page.locator('[data-corners="3"]').waitFor();
  } },
  plan: { hash: `${at(busy, 14)}&open=plan&line=${busy.geometry.coordinates.map((n) => (n + 0.001).toFixed(6)).join(',')}`, wait: '.side-plan .primary', do: async (page) => {
    await page.locator('.side-plan .primary').click();
    await page.locator('[data-answer]').waitFor();
  } },
  plan2: { hash: `${at(busy, 14)}&open=plan&line=${busy.geometry.coordinates.map((n) => (n + 0.001).toFixed(6)).join(',')}`, wait: '.side-plan .primary', do: async (page) => {
    await page.locator('.side-plan .primary').click();
    await page.locator('[data-answer]').waitFor();
  }, scroll: 1 },
  export: { hash: `${at(busy, 15)}&open=export`, wait: '[data-export]' },
  measure: { hash: `${at(busy, 15)}&open=measure&line=${[[0, 0], [0.004, 0], [0.004, 0.003]].map(([dx, dy]) => [busy.geometry.coordinates[0] + dx, busy.geometry.coordinates[1] + dy].map((n) => n.toFixed(6)).join(',')).join(';')}`, wait: '[data-measured]' },
  table: { hash: `${whole}&open=table`, wait: '[data-row]' },
  coverage: { hash: `${whole}&cover=mobile/commune/4G&off=sites,service-points,villages`, wait: '[data-cover]', phone: (page) => page.getByRole('button', { name: /^(Mở bảng số liệu|Open numbers)/ }).click(), scrollTo: '#coverage-title' },
  search: { hash: whole, do: async (page) => {
    await page.locator('.search input').fill('an hai');
    await page.locator('.hit').first().waitFor();
  } },
  print: { hash: `${whole}&open=print`, wait: '.side-print', do: async (page) => {
    await hearPrint(page);
    await page.locator('.side-print .primary').click();
    await page.waitForFunction(() => window.printed);
  } },
  sheet: { hash: `${whole}&open=print&colour=permit`, wait: '.side-print', do: async (page) => {
    await hearPrint(page);
    await page.locator('.side-print .primary').click();
    await page.waitForFunction(() => window.printed);
    await page.emulateMedia({ media: 'print' });
  }, after: (page) => page.emulateMedia({ media: null }), axe: false },
};

/** The pages beside the map, and what is there once each is. */
const pages = {
  feedback: { path: '/feedback', wait: '.maplibregl-canvas' },
  ticket: { path: `/feedback/${code}`, wait: '[data-ticket]' },
  numbers: { path: '/numbers', wait: '.strip' },
  ...Object.fromEntries((await get('plans')).items.map((plan) => [`board_${plan.code.replace('-', '_')}`, { path: `/numbers/plans/${plan.code}`, wait: '[data-board]', paper: true }])),
  indicators: { path: '/numbers/indicators', wait: '[data-indicator]:last-child .number:not(:empty)' },
  indicator: { path: '/numbers/indicators/R_BTS_STOCK', wait: '.unit-map[data-idle]', paper: true },
  districts: { path: '/numbers/indicators/R_POLE?as_of=2023-06-30&by=district&part=numerator', wait: '.unit-map[data-idle]' },
  villages: { path: '/numbers/indicators/V_MOB', wait: '.unit-map[data-idle]' },
  reported: { path: '/numbers/indicators/MBB_SUB?unit=99', wait: '.chart[data-drawn]' },
  matrix: { path: '/numbers/indicators/R_POLE?by=tenant', wait: '.matrix' },
  compare: { path: '/numbers/compare', wait: '.multiples .chart[data-drawn]' },
  compare_communes: { path: '/numbers/compare?indicator=V_MOB&by=commune', wait: '.unit-map[data-idle]' },
  published: { path: '/numbers/published', wait: '[data-published]' },
  publication: { path: '/numbers/published/1', wait: '[data-same]' },
  reports: { path: '/numbers/reports', wait: '[data-report="commune"]' },
  data: { path: '/numbers/data', wait: '[data-dataset]' },
};

for (const [size, viewport] of Object.entries({ desk: desktop, phone })) {
  for (const theme of ['light', 'dark']) {
    const languages = ['vi', 'en'].filter((lang) => looks.length === 0 || looks.includes(`${size}-${lang}-${theme}`));
    if (languages.length === 0) continue;
    const { geometry: { coordinates: [longitude, latitude] } } = unlawful;
    const watched = await Watched.open(browser, base, directory, { size: viewport, hash: 'sign-in', idle: false, colorScheme: theme, reducedMotion: 'reduce', geolocation: { longitude, latitude, accuracy: 9 }, permissions: ['geolocation'] });
    const { page } = watched;
    await page.locator('#login').fill(login);
    await page.locator('#password').fill(password);
    await page.locator('#password').press('Enter');
    await page.waitForURL((url) => url.pathname === '/');
    if (Object.keys(screens).some(wants)) {
      await watched.idle(); // the map is where it will be: reloading keeps its place
      await fill(page, `user:${login}`);
      await page.reload();
      await watched.idle();
      // the place stands in the link once the map has moved
      await page.locator('.whole-province').click();
      await page.waitForFunction(() => location.hash.includes('map='));
      await watched.idle();
    }
    const start = new URL(page.url()).hash;
    for (const lang of languages) {
      for (const [name, screen] of Object.entries(screens)) {
        if (!wants(name)) continue;
        await check(`${name}, ${size}, ${lang}, ${theme}`, async () => {
          await watched.go('#lang=vi');
          const place = screen.hash.startsWith('map=') ? screen.hash : `${start.replace('#', '')}${screen.hash}`;
          await watched.go(`#${place.replace(/&?lang=\w+/, '')}&lang=${lang}`);
          if (screen.wait) await page.locator(screen.wait).first().waitFor(size === 'phone' && screen.phone ? { state: 'attached' } : {});
          if (size === 'phone' && screen.phone) await screen.phone(page);
          await screen.do?.(page);
          await watched.idle();
          if (screen.scroll) await page.locator('.side-body').evaluate((body, n) => body.scrollTo(0, n * (body.clientHeight - 40)), screen.scroll);
          if (screen.scrollTo) await page.locator(screen.scrollTo).evaluate((title) => title.scrollIntoView());
          await watched.save(`screen-${name}-${size}-${lang}-${theme}`);
          if (screen.axe !== false) await watched.accessible();
          await screen.after?.(page);
          if (size === 'phone' && screen.phone) await page.getByRole('button', { name: /^(Thu gọn|Collapse)/ }).click();
        });
      }
    }
    for (const [name, { path, wait, paper }] of Object.entries(pages)) {
      if (!wants(name)) continue;
      for (const lang of languages) {
        await check(`${name}, ${size}, ${lang}, ${theme}`, async () => {
          await page.goto(`${base}${path}#lang=${lang}`);
          await page.reload();
          await page.locator(wait).first().waitFor();
          await page.waitForLoadState('networkidle');
          await page.screenshot({ path: `${directory}/screen-${name}-${size}-${lang}-${theme}.png`, fullPage: true });
          await watched.accessible();
          if (paper && size === 'desk' && theme === 'light') await page.pdf({ path: `${directory}/paper-${name}-${lang}.pdf`, format: 'A4' });
        });
      }
    }
    await watched.context.close();
    if (watched.wrong.length > 0) console.log(watched.wrong.join('\n'));
  }
}

await browser.close();
finish();
