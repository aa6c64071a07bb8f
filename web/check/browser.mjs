import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { decode } from './png.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** How long the page may take to draw what it was asked for: software rendering on a busy machine. */
const patienceMS = 60_000;

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** Starts Chromium. It talks to nobody on its own. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    // without a locale of UTF-8 it saves nothing under a Vietnamese name
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A page under watch: whatever it complains about or asks elsewhere is kept in wrong. */
export class Watched {
  wrong = [];
  /** The paths it asked for. */
  asked = [];

  /** Opens a page of base, which may ask base alone, and the origins elsewhere. */
  static async open(browser, base, results, { size = desktop, hash = '', idle = true, elsewhere = [], ...more } = {}) {
    const context = await browser.newContext({ viewport: size, hasTouch: size.width < 500, locale: 'en-US', serviceWorkers: 'block', ...more });
    const watched = new Watched();
    const page = await context.newPage();
    Object.assign(watched, { context, page, base, results });
    page.setDefaultTimeout(patienceMS);
    page.on('pageerror', (error) => watched.wrong.push(`uncaught: ${error.message}`));
    page.on('console', (message) => {
      // the software renderer remarks on how long reading a screenshot takes, and the browser on a service worker that is not wanted
      if (!['error', 'warning'].includes(message.type()) || message.text().includes('GPU stall') || message.text().includes('blocked by Playwright')) return;
      watched.wrong.push(`console ${message.type()}: ${message.text()}`);
    });
    page.on('request', (request) => {
      const url = new URL(request.url());
      watched.asked.push(url.pathname);
      if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== base && !elsewhere.includes(url.origin)) watched.wrong.push(`asked elsewhere: ${url}`);
    });
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (e) => console.error(`CSP ${e.violatedDirective}: ${e.blockedURI}`));
    });
    watched.response = await page.goto(`${base}/${hash}`);
    if (idle) await watched.idle();
    return watched;
  }

  /** Waits until everything asked for is drawn. */
  async idle() {
    await this.page.waitForFunction(() => document.body.dataset.idle === '1');
  }

  /** Goes to another place or day by link. The page has heard of it before what it draws is waited for. */
  async go(hash) {
    await this.page.evaluate(
      (h) =>
        new Promise((heard) => {
          const before = location.hash;
          window.addEventListener('hashchange', () => heard(), { once: true });
          location.hash = h;
          if (location.hash === before) heard();
        }),
      hash,
    );
    await this.idle();
  }

  /** The map as drawn, without what lies over it. */
  async look() {
    const over = '.notices, .progress, .search, .maplibregl-ctrl { visibility: hidden !important } .map::after { display: none !important }';
    return decode(await this.page.locator('main').screenshot({ style: over }));
  }

  async save(name) {
    await this.page.screenshot({ path: join(this.results, `${name}.png`) });
  }

  text(selector) {
    return this.page.locator(selector).first().innerText();
  }

  /** The count beside a layer's name, as a number. */
  async count(layer) {
    return Number((await this.text(`[data-layer="${layer}"] .layer .count`)).replace(/\D/g, ''));
  }

  async layer(layer, on) {
    await this.page.locator(`input[name="${layer}"]`).setChecked(on);
    await this.idle();
  }

  /** No serious or critical violation of WCAG 2.2 A and AA. */
  async accessible() {
    const { violations } = await this.page.evaluate(`${axe}; axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })`);
    const serious = violations
      .filter((v) => ['serious', 'critical'].includes(v.impact))
      .map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
    assert.deepEqual(serious, []);
  }

  async close() {
    await this.context.close();
    assert.deepEqual(this.wrong, []);
  }
}

/** Where on the map a position is, in pixels of a map of a size that shows #map=zoom/lat/lon. */
export function project({ zoom, lat, lon }, { width, height }, [x, y]) {
  const world = 512 * 2 ** zoom;
  const across = (l) => (world * (l + 180)) / 360;
  const down = (l) => (world * (1 - Math.asinh(Math.tan((l * Math.PI) / 180)) / Math.PI)) / 2;
  return [width / 2 + across(x) - across(lon), height / 2 + down(y) - down(lat)];
}

const results = [];

/** Only checks whose name has this are run, where somebody looks for one of them. */
const wanted = process.env.CHECK ?? '';

/** Runs one check and goes on when it fails. */
export async function check(name, run) {
  if (!name.includes(wanted)) return;
  const start = Date.now();
  try {
    await run();
    console.log(`  ok    ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
    results.push(true);
  } catch (error) {
    console.log(`  WRONG ${name}\n${String(error.stack ?? error).replace(/^/gm, '        ')}`);
    results.push(false);
  }
}

/** Says how many checks failed; none having run is a failure too. */
export function finish() {
  const failed = results.filter((ok) => !ok).length;
  console.log(`  ${results.length} checks, ${failed} wrong`);
  process.exitCode = failed > 0 || results.length === 0 ? 1 : 0;
}
