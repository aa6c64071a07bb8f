import { launch, Watched, desktop, phone } from './browser.mjs';
const [, , base, ...jobs] = process.argv;
const browser = await launch();
for (const job of jobs) {
  const [name, hash, size = 'd', scheme = 'light', far = ''] = job.split('~');
  const t = Date.now();
  const w = await Watched.open(browser, base, '/tmp/maptiles-shots', { size: size === 'd' ? desktop : phone, hash, locale: 'vi-VN', colorScheme: scheme, idle: false, ...(far && { extraHTTPHeaders: { 'X-Forwarded-For': '203.0.113.7' } }) });
  w.page.setDefaultTimeout(25000);
  try { await w.idle(); } catch (e) { console.log('NOT IDLE', await w.page.evaluate(() => document.body.dataset.idle + ' ' + document.querySelector('.notices')?.innerText)); }
  console.log(name, Date.now() - t, 'ms', w.asked.length, 'requests', w.wrong.slice(0, 5));
  await w.page.screenshot({ path: `/tmp/maptiles-shots/${name}.png` });
  console.log((await w.page.locator('.layers').innerText()).replace(/\n+/g, ' | '));
  await w.context.close();
}
await browser.close();
