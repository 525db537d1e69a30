// What people do over several pages. Found by role and structure, not by wording: texts may change.

import assert from 'node:assert/strict';
import { createServer, request } from 'node:http';
import { describe, test } from 'node:test';
import { asReader, complaints } from './browser.js';
import { address, base, inLanguage, languages, pages } from './site.js';

const patience = { timeout: 60_000 };
const PHONE = { viewport: { width: 390, height: 780 } };
const WITHOUT_SCRIPT = { javaScriptEnabled: false };

const all = await pages();
const find = (name) => all.find((page) => page.name === name).path;
const activity = find('activity');

const hits = (tab) => tab.locator('#results .card a');
const chips = (tab) => tab.locator('#results .chips a');
const words = (tab) => tab.getByRole('searchbox');

for (const [how, options] of [['with script', {}], ['without script', WITHOUT_SCRIPT]]) {
  describe(how, () => {
    test('a word on the front page leads to an activity', patience, () =>
      asReader({ ...PHONE, ...options }, async (tab) => {
        await tab.goto(address('/'));
        await words(tab).fill('kahvila');
        await words(tab).press('Enter');
        await tab.waitForURL(/\/haku\?(.*&)?q=kahvila/);
        assert.equal(await words(tab).inputValue(), 'kahvila');
        const first = hits(tab).first();
        const name = (await first.innerText()).trim();
        await first.click();
        await tab.waitForURL(/\/toiminta\//);
        assert.equal((await tab.getByRole('heading', { level: 1 }).innerText()).trim(), name);
      }));

    test('a chip takes one filter away and leaves the others', patience, () =>
      asReader(options, async (tab) => {
        await tab.goto(address('/haku?kynnys=free&milloin=viikko'));
        assert.equal(await chips(tab).count(), 2);
        await chips(tab).first().click();
        await tab.waitForURL((url) => url.searchParams.has('kynnys') !== url.searchParams.has('milloin'));
        assert.equal(await chips(tab).count(), 1);
        await chips(tab).first().click();
        await tab.waitForURL((url) => !url.searchParams.has('kynnys') && !url.searchParams.has('milloin'));
        assert.equal(await chips(tab).count(), 0);
      }));

    test('a filter narrows the list and stays chosen', patience, () =>
      asReader(options, async (tab) => {
        const heard = complaints(tab);
        await tab.goto(address('/haku'));
        const before = await counted(tab);
        await tab.evaluate(() => (window.stillHere = true));
        await openFilters(tab);
        const choice = tab.locator('input[name=kynnys][value=free]');
        await choice.check();
        if (options.javaScriptEnabled === false) await tab.locator('form[role=search] button').last().click();
        await tab.waitForURL((url) => url.searchParams.get('kynnys') === 'free');
        await chips(tab).first().waitFor();
        const after = await counted(tab);
        assert.ok(after > 0 && after < before, `${after} of ${before}`);
        assert.ok(await choice.isChecked());
        if (options.javaScriptEnabled !== false) {
          assert.equal(await tab.evaluate(() => window.stillHere), true, 'the page was not loaded again');
          const status = tab.locator('#status');
          assert.match(await status.innerText(), new RegExp(String(after)), 'a screen reader hears how many were found');
        }
        assert.deepEqual(heard, []);
      }));

    test('the way back from an activity keeps what was looked for', patience, () =>
      asReader(options, async (tab) => {
        await tab.goto(address('/haku?q=kahvila&kynnys=free'));
        const found = await hits(tab).allInnerTexts();
        assert.ok(found.length > 0);
        await hits(tab).first().click();
        await tab.waitForURL(/\/toiminta\//);
        await tab.goBack();
        await tab.waitForURL(/kynnys=free/);
        assert.equal(await words(tab).inputValue(), 'kahvila');
        assert.deepEqual(await hits(tab).allInnerTexts(), found);
      }));

    test('another language keeps the page and what was looked for', patience, () =>
      asReader(options, async (tab) => {
        for (const path of ['/haku?q=kahvila&kynnys=free', activity, '/asetukset']) {
          await tab.goto(address(path));
          for (const language of languages.slice(1)) {
            await tab.locator('header a[hreflang]').nth(await languageAt(tab, language)).click();
            await tab.waitForURL((url) => url.pathname.startsWith(`${language.prefix}/`));
            assert.equal(tab.url(), address(language.prefix + path));
            assert.equal(await tab.locator('html').getAttribute('lang'), language.lang);
          }
        }
      }));

    test('dark and larger text stay chosen on every page', patience, () =>
      asReader({ ...options, colorScheme: 'light' }, async (tab) => {
        await tab.goto(address('/'));
        const plain = await looks(tab);
        await tab.goto(address('/asetukset'));
        await tab.locator('main input[type=radio][value=tumma]').check();
        await tab.locator('main input[type=radio][name]:not([value=tumma])').last().check();
        await tab.locator('main form button').first().click();
        await tab.waitForLoadState();
        for (const path of ['/', '/sv/haku?q=kahvila', activity]) {
          await tab.goto(address(path));
          const chosen = await looks(tab);
          assert.ok(chosen.brightness < 80 && plain.brightness > 175, `${path}: ${chosen.brightness}, was ${plain.brightness}`);
          assert.ok(chosen.text > plain.text, `${path}: ${chosen.text} px, was ${plain.text} px`);
        }
      }));

    for (const [language, trouble] of [['fi', 'rahat loppu'], ['sv', 'pengarna slut'], ['selko', 'rahat loppu']]) {
      test(`"${trouble}": what was understood can be taken off, a hit says why and can be printed (${language})`, patience, () =>
        asReader({ ...PHONE, ...options }, async (tab) => {
          const heard = complaints(tab);
          await tab.goto(address(inLanguage(languages.find((one) => one.name === language), '/')));
          await words(tab).fill(trouble);
          await words(tab).press('Enter');
          await tab.waitForURL(/\/haku\?/);
          const meant = tab.locator('#results .meant a');
          for (let left = await meant.count(); left > 0; left -= 1) {
            assert.equal(await meant.count(), left);
            const before = tab.url();
            await meant.first().click();
            await tab.waitForURL((url) => url.href !== before);
          }
          assert.match(tab.url(), /ohita=.*ohita=/);
          assert.equal(await words(tab).inputValue(), trouble);
          const card = tab.locator('#results .card').filter({ has: tab.locator('.why') }).first();
          assert.ok((await card.locator('.why').innerText()).trim().length > 10);
          await card.getByRole('link').click();
          await tab.waitForURL(/\/toiminta\//);
          const pdf = (await tab.pdf({ format: 'A4' })).toString('latin1');
          assert.ok([...pdf.matchAll(/\/Type\s*\/Page[^s]/g)].length <= 4, 'a few sheets of paper');
          assert.deepEqual(heard, []);
        }));
    }

    test('answers to four questions lead to suggestions that say why, and to a call', patience, () =>
      asReader({ ...PHONE, ...options }, async (tab) => {
        await tab.goto(address('/auta'));
        await tab.locator('main input[value=animals]').check();
        for (let question = 1; question <= 4; question += 1) {
          const before = tab.url();
          await tab.locator('main form button').first().click();
          await tab.waitForURL((url) => url.href !== before);
        }
        assert.ok((await tab.locator('main .card .why').count()) >= 2);
        assert.match(await tab.locator('main a[href^="sms:"]').getAttribute('href'), /toiminta/);
        await tab.locator('main a[href$="/soittopyynto"]').click();
        await tab.waitForURL(/soittopyynto/);
        await tab.locator('#phone').fill('soita');
        await tab.locator('main form button').last().click();
        await tab.getByRole('alert').waitFor();
        assert.equal(await tab.locator('#phone').inputValue(), 'soita');
        await tab.locator('#phone').fill('040 123 4567');
        await tab.locator('main form button').last().click();
        await tab.waitForURL(/lahetetty/);
      }));

    test('nothing found leads to a wish', patience, () =>
      asReader({ ...PHONE, ...options }, async (tab) => {
        await tab.goto(address('/haku?q=zzzz'));
        await tab.locator('#results a[href*="/toive"]').click();
        await tab.waitForURL(/toive/);
        assert.equal(await tab.locator('#wish').inputValue(), 'zzzz');
        await tab.locator('main form button').last().click();
        await tab.waitForURL(/lahetetty/);
      }));

    test('a report with nothing in it comes back and says what is missing', patience, () =>
      asReader(options, async (tab) => {
        await tab.goto(address(find('report of a fault')));
        await tab.locator('main form button').last().click();
        const summary = tab.getByRole('alert');
        await summary.waitFor();
        const link = summary.getByRole('link').first();
        const field = (await link.getAttribute('href')).slice(1);
        await link.click();
        assert.equal(await tab.evaluate(() => document.activeElement.id || location.hash.slice(1)), field);
        const wrong = await tab
          .locator(`[id="${field}"]`)
          .evaluate((element) => element.matches('[aria-invalid=true]') || element.closest('fieldset[aria-describedby]') !== null);
        assert.ok(wrong, `${field} is marked as wrong`);
      }));

    test('a report is sent once, and what happens next is said', patience, () =>
      asReader(options, async (tab) => {
        await tab.goto(address(find('report of a fault')));
        for (const radio of await tab.locator('main form fieldset').all()) {
          const choice = radio.locator('input[type=radio]').first();
          if (await choice.count()) await choice.check();
        }
        await tab.locator('main form textarea').first().fill('Kello on väärin: ryhmä alkaa kymmeneltä.');
        const answered = tab.waitForResponse((response) => response.request().method() === 'POST');
        await tab.locator('main form button').last().click();
        assert.equal((await answered).status(), 303);
        await tab.waitForLoadState();
        assert.equal(await tab.getByRole('alert').count(), 0);
        assert.ok((await tab.locator('main').innerText()).trim().length > 20);
      }));
  });
}

test('the keyboard alone reaches the first hit', patience, () =>
  asReader({}, async (tab) => {
    await tab.goto(address('/'));
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');
    await tabTo(tab, 5, (element) => element.matches('input[type=search]'));
    await tab.keyboard.type('kahvila');
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/q=kahvila/);
    await tab.waitForLoadState();
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');
    // Past the words, the button and the filters, each group of them closed.
    await tabTo(tab, 25, (element) => element.matches('#results .card a'));
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/\/toiminta\//);
  }));

test('the keyboard alone takes off what was understood and opens a hit', patience, () =>
  asReader({}, async (tab) => {
    await tab.goto(address('/haku?q=rahat+loppu'));
    for (const ignored of [1, 2]) {
      await tabTo(tab, 40, (element) => element.matches('#results .meant a'));
      await tab.keyboard.press('Enter');
      await tab.waitForURL((url) => url.searchParams.getAll('ohita').length === ignored);
      await tab.waitForLoadState();
    }
    await tabTo(tab, 40, (element) => element.matches('#results .card a'));
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/\/toiminta\//);
  }));

test('words that go on: the same list while typing and without script', patience, async () => {
  const links = (list) => list.locator('a').evaluateAll((all) => all.map((link) => new URL(link.href).pathname + new URL(link.href).search));
  const typed = await asReader({}, async (tab) => {
    const heard = complaints(tab);
    await tab.goto(address('/'));
    await words(tab).pressSequentially('kahv');
    const list = tab.locator('.suggest');
    await list.locator('a').first().waitFor();
    const shown = await links(list);
    assert.ok(shown.length >= 2);
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('ArrowDown');
    assert.equal(await tab.evaluate(() => document.activeElement.matches('.suggest li:nth-child(2) a')), true);
    await tab.keyboard.press('Escape');
    assert.equal(await list.isVisible(), false);
    assert.equal(await words(tab).evaluate((field) => field === document.activeElement), true);
    await tab.keyboard.type('i');
    await list.locator('a').first().waitFor();
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/\/(haku|toiminta)/);
    assert.deepEqual(heard, []);
    return shown;
  });
  await asReader(WITHOUT_SCRIPT, async (tab) => {
    await tab.goto(address('/haku'));
    await words(tab).fill('kahv');
    await tab.locator('main button[formaction*="ehdotukset"]').click();
    await tab.waitForURL(/ehdotukset\?(.*&)?q=kahv/);
    assert.deepEqual(await links(tab.locator('main ul[data-status]')), typed);
  });
});

test('on a phone the filters are closed until they are wanted', patience, () =>
  asReader(PHONE, async (tab) => {
    await tab.goto(address('/haku?q=kahvila'));
    assert.equal(await tab.locator('input[name=kynnys]').first().isVisible(), false);
    await openFilters(tab);
    assert.equal(await tab.locator('input[name=kynnys]').first().isVisible(), true);
  }));

test('a calendar file of an activity can be kept', patience, () =>
  asReader({ acceptDownloads: true }, async (tab) => {
    const link = tab.locator('main a[href*=".ics"]').first();
    await tab.goto(address('/haku'));
    for (const hit of await hits(tab).evaluateAll((links) => links.map((each) => each.href))) {
      await tab.goto(hit);
      if (await link.count()) break;
    }
    const answer = await fetch(address(await link.getAttribute('href')));
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-type'), /^text\/calendar/);
    const text = await answer.text();
    assert.match(text, /^BEGIN:VCALENDAR\r\n/);
    assert.match(text, /\r\nEND:VCALENDAR\r\n$/);
    assert.match(text, /\r\nBEGIN:VEVENT\r\n/);
    assert.ok(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75), 'lines are folded');
    const [download] = await Promise.all([tab.waitForEvent('download'), link.click()]);
    assert.match(download.suggestedFilename(), /\.ics$/);
  }));

test('a poster is one page of A4 on white, also from a dark screen', patience, () =>
  asReader({ colorScheme: 'dark' }, async (tab) => {
    await tab.goto(address(find('poster')));
    const pdf = (await tab.pdf({ preferCSSPageSize: true, format: 'A4' })).toString('latin1');
    assert.equal([...pdf.matchAll(/\/Type\s*\/Page[^s]/g)].length, 1, 'one page');
    const [, wide, high] = pdf.match(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/);
    assert.ok(Math.abs(wide - 595) < 3 && Math.abs(high - 842) < 3, `${wide} × ${high} points`);
    await tab.emulateMedia({ media: 'print', colorScheme: 'dark' });
    assert.ok((await looks(tab)).brightness > 240, 'paper is white');
    const code = await tab.locator('main figure').locator('svg, img').first().boundingBox();
    assert.ok(code && (code.width / 96) * 25.4 >= 30, 'the code to scan is at least 30 mm wide');
  }));

test('a page that is not there shows ways onward that are', patience, () =>
  asReader({}, async (tab) => {
    const answer = await tab.goto(address('/ei-ole'));
    assert.equal(answer.status(), 404);
    const ways = await tab.locator('main a[href]').evaluateAll((links) => links.map((link) => link.href));
    assert.ok(ways.length >= 3, `${ways.length} ways`);
    for (const way of ways.filter((href) => href.startsWith('http'))) assert.equal((await fetch(way)).status, 200, way);
    await tab.locator('main').getByRole('searchbox').fill('kahvila');
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/\/haku\?.*q=kahvila/);
  }));

test('an empty answer offers ways onward and a phone number', patience, () =>
  asReader({}, async (tab) => {
    await tab.goto(address('/haku?q=zzzz'));
    assert.equal(await hits(tab).count(), 0);
    assert.ok((await tab.locator('#results a').count()) >= 2);
    assert.ok((await tab.locator('a[href^="tel:"]').count()) >= 1);
  }));

test('without a network the pages kept for it open, and say that they are kept', patience, async () => {
  // A proxy that can go away: what the browser calls offline does not reach every service worker.
  const { port, close } = await proxy();
  try {
    await asReader({}, async (tab) => {
      const here = `http://127.0.0.1:${port}`;
      await tab.goto(`${here}/offline`);
      await tab.goto(`${here}/`);
      const taken = await tab.evaluate(async () => {
        const controlled = navigator.serviceWorker.ready.then(
          () => navigator.serviceWorker.controller ?? new Promise((told) => navigator.serviceWorker.addEventListener('controllerchange', told)),
        );
        const tooLong = new Promise((told) => setTimeout(told, 10_000, null));
        return (await Promise.race([controlled, tooLong])) !== null;
      });
      assert.ok(taken, 'the service worker takes the page over');
      await close();
      await tab.goto(`${here}/haku?q=kahvila`);
      assert.ok((await tab.getByRole('heading', { level: 1 }).innerText()).trim());
      assert.ok((await tab.locator('a[href^="tel:"]').count()) >= 1, 'a phone number is there');
    });
  } finally {
    await close();
  }
});

/** The number in the heading over a list. */
async function counted(tab) {
  return Number((await tab.locator('#results h2.count').innerText()).replace(/[\s\u00a0\u202f]/g, '').match(/\d+/)[0]);
}

async function openFilters(tab) {
  const closed = tab.locator('form[role=search] details:not([open]) > summary').filter({ visible: true });
  for (let left = 20; left > 0 && (await closed.count()) > 0; left -= 1) await closed.first().click();
}

/** Where a language stands in the menu of languages: ordinary and easy Finnish differ in `hreflang`. */
async function languageAt(tab, language) {
  const tags = await tab.locator('header a[hreflang]').evaluateAll((links) => links.map((link) => link.hreflang));
  const wanted = { selko: 'fi-x-selko' }[language.name] ?? language.name;
  const at = tags.indexOf(wanted);
  assert.notEqual(at, -1, `${wanted} is among ${tags}`);
  return at;
}

/** How bright the ground is (0–255) and how large text is. */
function looks(tab) {
  return tab.evaluate(() => {
    const style = getComputedStyle(document.body);
    const [red, green, blue] = style.backgroundColor.match(/[\d.]+/g).map(Number);
    const clear = style.backgroundColor === 'rgba(0, 0, 0, 0)';
    return { brightness: clear ? 255 : 0.299 * red + 0.587 * green + 0.114 * blue, text: parseFloat(style.fontSize) };
  });
}

async function tabTo(tab, most, wanted) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await tab.keyboard.press('Tab');
    if (await tab.evaluate(`(${wanted})(document.activeElement)`)) return;
  }
  assert.fail(`not reached with ${most} times Tab`);
}

async function proxy() {
  const to = new URL(base);
  const server = createServer((asked, answer) => {
    const on = request({ host: to.hostname, port: to.port, method: asked.method, path: asked.url, headers: asked.headers }, (got) => {
      answer.writeHead(got.statusCode, got.headers);
      got.pipe(answer);
    });
    on.on('error', () => answer.destroy());
    asked.pipe(on);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { port: server.address().port, close };
}
