// Signs in to a running server as a person would, by keyboard, at a desk and on
// a phone, and sets a password by a link.
//
//   node web/check/signin.mjs URL DIRECTORY LOGIN PASSWORD LINK
import assert from 'node:assert/strict';
import { check, finish, launch, phone, Watched } from './browser.mjs';

const [, , base, directory, login, password, link] = process.argv;
const browser = await launch();

/** A page under watch that is not the map: it draws nothing to wait for. */
async function open(path, size) {
  const watched = await Watched.open(browser, base, directory, { size, hash: path, locale: 'vi-VN', idle: false });
  const wide = await watched.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  assert.equal(wide, false, 'it scrolls sideways');
  return watched;
}

for (const [name, size] of Object.entries({ desktop: { width: 1280, height: 800 }, phone })) {
  await check(`a wrong password is told, the right one opens the map (${name})`, async () => {
    const watched = await open('sign-in', size);
    const { page } = watched;
    await watched.accessible();
    await watched.save(`sign-in-${name}`);
    await page.keyboard.type(login); // the field is ready
    await page.keyboard.press('Tab');
    await page.keyboard.type('không phải câu ấy');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=alert]');
    assert.equal(await page.inputValue('#login'), login);
    assert.equal(await page.inputValue('#password'), '');
    await watched.accessible();
    await watched.save(`sign-in-wrong-${name}`);
    await page.keyboard.type(password);
    await page.getByRole('button', { name: 'Hiện mật khẩu' }).click();
    assert.equal(await page.getAttribute('#password', 'type'), 'text');
    await page.locator('#password').press('Enter');
    await page.waitForURL(`${base}/`);
    await page.goto(`${base}/sign-in`);
    assert.match(await watched.text('main'), /Bạn đã đăng nhập/);
    await watched.accessible();
    await watched.save(`signed-in-${name}`);
    await page.getByRole('button', { name: 'Đăng xuất', exact: true }).click();
    await page.waitForURL(/done=out/);
    assert.match(await watched.text('[role=status]'), /Đã đăng xuất/);
    // what was refused on the way is the browser's to complain of
    watched.wrong = watched.wrong.filter((said) => !said.includes('status of 401'));
    await watched.close();
  });

  await check(`a link's token goes into the form and out of the address (${name})`, async () => {
    const watched = await open(link.slice(base.length + 1), size);
    const { page } = watched;
    assert.equal(page.url(), `${base}/set-password`);
    assert.equal(await page.isVisible('#token'), false);
    assert.ok(link.endsWith(`token=${await page.inputValue('#token')}`));
    await watched.accessible();
    await watched.save(`set-password-${name}`);
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL(/lang=en/);
    assert.match(await watched.text('h1'), /Set your password/);
    assert.ok(link.endsWith(`token=${await page.inputValue('#token')}`));
    await watched.close();
  });
}

await browser.close();
finish();
