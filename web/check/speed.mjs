// Measures how soon the map is there, how much of it comes, and how smoothly it
// moves, and prints a table. It judges nothing: how busy the machine is counts.
//
//   node web/check/speed.mjs URL [ROUNDS]
import { loadavg } from 'node:os';
import { desktop, launch, phone } from './browser.mjs';

const [, , base, rounds = '5'] = process.argv;
const browser = await launch();
const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const ms = (n) => `${Math.round(n)} ms`;
const kB = (n) => `${Math.round(n / 1000)} kB`;

const control = await browser.newBrowserCDPSession();

/** How long processors have worked for the browser so far, by kind of process, in milliseconds: that does not depend on who else works. */
async function worked() {
  const { processInfo } = await control.send('SystemInfo.getProcessInfo');
  const of = (...types) => 1000 * processInfo.filter(({ type }) => types.includes(type)).reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  return { page: of('renderer'), drawing: of('GPU') };
}

/** Waits until everything asked for is drawn. */
const idle = (page) => page.waitForFunction(() => document.body.dataset.idle === '1', null, { timeout: 120_000 });

/** Opens the map as somebody who has never been here. The page tells when its largest part was painted, and in which frames the map was drawn. */
async function open(hash, size = desktop) {
  const context = await browser.newContext({ viewport: size, serviceWorkers: 'block', locale: 'vi-VN' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.largest_ = [];
    new PerformanceObserver((list) => window.largest_.push(...list.getEntries().map(({ startTime }) => startTime))).observe({ type: 'largest-contentful-paint', buffered: true });
    const { drawElements } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.drawElements = function (...what) {
      window.drew_ = true;
      return drawElements.apply(this, what);
    };
  });
  const ended = [];
  page.on('requestfinished', (request) => ended.push(request));
  await page.goto(`${base}/${hash}`);
  await idle(page);
  return { context, page, ended };
}

/** When what is useful is painted, and what came until then. */
async function arrival() {
  const before = await worked();
  const { context, page, ended } = await open('');
  const after = await worked();
  const times = await page.evaluate(() => ({
    origin: performance.timeOrigin,
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    // it is put in its place before it is painted, and is the first that is
    land: Math.max(performance.getEntriesByName('land-placed')[0]?.startTime ?? NaN, performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN),
    largest: window.largest_.at(-1) ?? NaN,
    drawn: performance.getEntriesByName('map-drawn')[0].startTime,
  }));
  let bytes = 0;
  let requests = 0;
  let early = 0; // bytes before the land is painted
  const kinds = {};
  for (const request of ended) {
    const { startTime, responseEnd } = request.timing();
    if (startTime + responseEnd > times.origin + times.drawn) continue;
    const { responseBodySize, responseHeadersSize } = await request.sizes();
    const size = responseBodySize + responseHeadersSize;
    const path = new URL(request.url()).pathname;
    const kind = path.startsWith('/tiles/') ? 'tiles' : path.startsWith('/assets/') ? path.split('.').at(-1) : 'other';
    kinds[kind] = (kinds[kind] ?? 0) + size;
    bytes += size;
    if (startTime + responseEnd <= times.origin + times.land) early += size;
    requests++;
  }
  await context.close();
  return { ...times, bytes, early, requests, kinds, page: after.page - before.page, drawing: after.drawing - before.drawing };
}

/** Where most poles are: the middle of the fullest hundredth of a degree. */
async function crowd() {
  const text = await (await fetch(`${base}/api/v1/export/poles.ndjson`)).text();
  const cells = new Map();
  let poles = 0;
  for (const line of text.split('\n').filter(Boolean)) {
    const at = JSON.parse(line).geometry?.coordinates;
    if (!at) continue;
    poles++;
    const cell = at.map((c) => Math.floor(c * 100)).join();
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  const [cell, most] = [...cells].toSorted((a, b) => b[1] - a[1])[0];
  const [lon, lat] = cell.split(',').map((c) => (Number(c) + 0.5) / 100);
  return { poles, most, lon, lat };
}

/** Drags the map to and fro for a while, and counts the frames in which it is drawn anew. */
async function panning({ lon, lat }, zoom, how, size) {
  const { context, page } = await open(`#map=${zoom}/${lat}/${lon}${how}`, size);
  const shown = Number((await page.locator('[data-layer="poles"] .layer .count').textContent()).replace(/\D/g, ''));
  await page.evaluate(() => {
    const frames = (window.frames_ = []);
    const next = (t) => {
      if (window.drew_) frames.push(t);
      window.drew_ = false;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  const { x, y, width, height } = await page.locator('main').boundingBox();
  const [cx, cy] = [x + width / 2, y + height / 2];
  const took = [];
  const cost = { page: 0, drawing: 0 };
  for (let i = 0; i < 2; i++) {
    await page.mouse.move(cx, cy);
    await page.mouse.down();
    const before = await worked();
    await page.evaluate(() => (window.frames_.length = 0));
    const began = Date.now();
    // sixty moves a second, whether the page has seen the last or not, as a hand does
    const moves = [];
    for (let step = 0; Date.now() - began < 3000; step++) {
      moves.push(page.mouse.move(cx + 0.28 * width * Math.sin(step / 25), cy + 0.13 * height * Math.sin(step / 40)));
      await new Promise((next) => setTimeout(next, 16));
    }
    took.push(...(await page.evaluate(() => window.frames_.slice(1).map((t, i) => t - window.frames_[i]))));
    const after = await worked();
    for (const kind of ['page', 'drawing']) cost[kind] += after[kind] - before[kind];
    await Promise.all(moves);
    await page.mouse.up();
    await idle(page);
  }
  await context.close();
  const all = took.reduce((a, b) => a + b, 0);
  return { shown, page: cost.page / took.length, drawing: cost.drawing / took.length, fps: (1000 * took.length) / all, p95: took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.95)] };
}

/** How many frames a second a canvas as large as the map, of a part of its pixels, is shown that is filled once in each: what this browser leaves a map. */
async function emptyCanvas({ width, height }, ratio) {
  const context = await browser.newContext({ viewport: { width, height }, bypassCSP: true });
  const page = await context.newPage();
  await page.setContent(`<body style="margin:0"><canvas width="${width * ratio}" height="${height * ratio}" style="width:${width}px;height:${height}px">`);
  const before = await worked();
  const { frames, ms } = await page.evaluate(
    () =>
      new Promise((done) => {
        const gl = document.querySelector('canvas').getContext('webgl2', { antialias: false, stencil: true, depth: true });
        const program = gl.createProgram();
        for (const [type, source] of [
          [gl.VERTEX_SHADER, 'attribute vec2 at; void main() { gl_Position = vec4(at, 0.0, 1.0); }'],
          [gl.FRAGMENT_SHADER, 'precision mediump float; uniform vec4 colour; void main() { gl_FragColor = colour; }'],
        ]) {
          const shader = gl.createShader(type);
          gl.shaderSource(shader, source);
          gl.compileShader(shader);
          gl.attachShader(program, shader);
        }
        gl.bindAttribLocation(program, 0, 'at');
        gl.linkProgram(program);
        gl.useProgram(program);
        gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
        gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 1, -1, -1, 1, 1, 1]), gl.STATIC_DRAW);
        gl.enableVertexAttribArray(0);
        gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
        const colour = gl.getUniformLocation(program, 'colour');
        const began = performance.now();
        let frames = 0;
        const next = () => {
          const ms = performance.now() - began;
          if (ms > 3000) return done({ frames, ms });
          frames++;
          gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT | gl.STENCIL_BUFFER_BIT);
          gl.uniform4f(colour, frames % 2, 0.5, 0.5, 1);
          gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
          requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      }),
  );
  const after = await worked();
  await context.close();
  return { fps: (1000 * frames) / ms, page: (after.page - before.page) / frames, drawing: (after.drawing - before.drawing) / frames };
}

const row = (what, value, goal = '') => console.log(`  ${what.padEnd(62)} ${String(value).padStart(12)}  ${goal}`);
await arrival(); // what the server has to make once
const seen = [];
for (let i = 0; i < Number(rounds); i++) seen.push(await arrival());
row('first contentful paint', ms(middle(seen.map((s) => s.paint))));
row('land painted, median', ms(middle(seen.map((s) => s.land))), 'goal 1500 ms');
row('largest contentful paint', ms(middle(seen.map((s) => s.largest))));
row('compressed, before the land is painted', kB(middle(seen.map((s) => s.early))));
row('map drawn, median', ms(middle(seen.map((s) => s.drawn))));
row('map drawn, best', ms(Math.min(...seen.map((s) => s.drawn))));
row('processor time until all is quiet, the page', ms(middle(seen.map((s) => s.page))));
row('processor time until all is quiet, drawing', ms(middle(seen.map((s) => s.drawing))));
row('compressed, before the map is drawn', kB(middle(seen.map((s) => s.bytes))), 'goal 600 kB');
for (const [kind, size] of Object.entries(seen[0].kinds).toSorted((a, b) => b[1] - a[1])) row(`  of it ${kind}`, kB(size));
row('requests before the map is drawn', middle(seen.map((s) => s.requests)));
const place = await crowd();
row('poles in the register', place.poles);
const poles = '&off=sites,villages,service-points,ducts,manholes,cables,trenches';
for (const [zoom, how, what, size] of [
  [16, '', 'all layers', desktop],
  [15, '', 'all layers', desktop],
  [16, poles, 'poles alone', desktop],
  [14, poles, 'poles alone', desktop],
  [16, '', 'all layers on a phone', phone],
  [16, poles, 'poles alone on a phone', phone],
]) {
  const { shown, fps, p95, page, drawing } = await panning(place, zoom, how, size);
  row(`panning at zoom ${zoom}, ${what}, ${shown} poles in view`, `${fps.toFixed(1)} fps`, `p95 ${p95.toFixed(0)} ms; processor ${page.toFixed(1)} + ${drawing.toFixed(1)} ms a frame; goal 30 fps`);
}
for (const [size, what, ratio] of [
  [{ width: 1068, height: 900 }, 'as the map', 1],
  [{ width: 1068, height: 900 }, 'as the map', 0.5],
  [phone, 'as a phone', 1],
  [phone, 'as a phone', 0.5],
]) {
  const empty = await emptyCanvas(size, ratio);
  row(`a canvas as large ${what}, ${ratio} of its pixels a side, filled once a frame`, `${empty.fps.toFixed(1)} fps`, `processor ${empty.page.toFixed(1)} + ${empty.drawing.toFixed(1)} ms a frame`);
}
row('load of the machine, 1 min', loadavg()[0].toFixed(1));
await browser.close();
