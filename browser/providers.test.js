// An association with a phone: brings something to the tray, is published, keeps it. And every page of that, looked at.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { asReader, complaints } from './browser.js';
import { keeperIsAway, keepersSession, letterTo, lettersAreAway, narrow, signIn, sound } from './desk.js';
import { address, inLanguage, languages, pages } from './site.js';

const patience = { timeout: 180_000 };
const PHONE = { viewport: { width: 390, height: 844 } };
const SMALL = { viewport: { width: 320, height: 640 } };
/** A screen of 1280×1024 at 400 % (WCAG 1.4.10). */
const ZOOMED = { viewport: { width: 320, height: 256 } };
/** A name nobody has used in an earlier run. */
const RUN = `k${Date.now().toString(36)}`;

/** What an association says of itself; names begin with a word of their own, so that nobody else is like them. */
const weavers = (mark) => ({
  organization: `${RUN}${mark} kutojat`,
  activity: `${RUN}${mark} iltakudonta`,
  mail: `${RUN}${mark}@kutojat.example`,
});

describe('an association', { skip: keeperIsAway || lettersAreAway }, () => {
  let keeper, provider, own;

  /** Gives the work a page of the keeper, signed in. */
  const asKeeper = (options, work) => asReader({ ...options, storageState: keeper }, work);

  /** Gives the work a page of the provider, signed in. */
  const asProvider = (options, work) => {
    assert.ok(provider, 'an association has come in and signed in');
    return asReader({ ...options, storageState: provider }, work);
  };

  before(async () => {
    keeper = await keepersSession();
  }, patience);

  for (const javaScriptEnabled of [true, false]) {
    const who = weavers(javaScriptEnabled ? 's' : 'p');
    const phone = { ...PHONE, javaScriptEnabled };

    describe(javaScriptEnabled ? 'with script' : 'without script', () => {
      test('brings something to the tray and may go on later', patience, async () => {
        const draft = await asReader(phone, async (tab) => {
          const heard = complaints(tab);
          await tab.goto(address('/ilmoita'));
          await saves(tab, /\/jarjestaja$/);
          await fillsIn(tab, who);
          assert.deepEqual(heard, []);
          return tab.url();
        });
        // Another day, another phone: the address is all it takes.
        await asReader(phone, async (tab) => {
          await tab.goto(draft);
          assert.equal(await tab.locator('.steps .problem').count(), 0);
          await tab.fill('#contact', who.mail);
          await tab.locator(SAVE).click();
          await tab.locator('main .note[role=status]').waitFor();
        });
        const letter = await letterTo(who.mail, 'Kiitos ilmoituksesta', '/ilmoita');
        await asReader(phone, async (tab) => {
          await tab.goto(letter.link);
          assert.equal(await heading(tab), who.activity);
          await tab.goto(address(`/haku?q=${RUN}`));
          assert.equal(await tab.getByRole('link', { name: who.activity }).count(), 0, 'nobody has agreed yet');
        });
      });

      test('is published by the keeper and found at once', patience, async () => {
        await asKeeper(phone, async (tab) => {
          await tab.goto(address('/yllapito/jono'));
          await tab.getByRole('link', { name: who.activity }).click();
          await tab.waitForURL(/\/yllapito\/jono\/[^/]+$/);
          const told = await tab.locator('table.difference').innerText();
          for (const word of [who.organization, 'ti 17–19', 'Lahti', 'Kangaspuut']) assert.ok(told.includes(word), word);
          assert.ok(await tab.locator('input[name=keeps]').isChecked());
          await tab.locator('button[value=publish]').click();
          await tab.locator('button[value=publish]').waitFor({ state: 'detached' });
        });
        await asReader(phone, async (tab) => {
          await tab.goto(address(`/haku?q=${RUN}`));
          await tab.locator('#results').getByRole('link', { name: who.activity }).click();
          await tab.waitForURL(/\/toiminta\//);
          const page = await said(tab);
          for (const word of [who.organization, '17–19', 'Lahti', '040 123 4567']) assert.ok(page.includes(word), word);
          assert.ok(!page.includes('Kangaspuut'), 'what is for partners stays with them');
        });
      });

      test('signs in by letter, says that all is right, and cancels the next time', patience, async () => {
        await letterTo(who.mail, 'Nyt tarjottimella', '/ilmoita');
        await asReader(phone, async (tab) => {
          await tab.goto(address('/sisaan'));
          await tab.fill('#email', who.mail.toUpperCase());
          await tab.locator(SAVE).click();
          await tab.waitForURL(/\/sisaan\?lahetetty$/);
        });
        const letter = await letterTo(who.mail, 'Kirjautumislinkki', '/sisaan');
        const { session, landed } = await signIn(letter.link);
        assert.equal(landed, address('/oma'));
        provider = session;
        await asProvider(phone, async (tab) => {
          const heard = complaints(tab);
          await tab.goto(address('/oma'));
          await tab.getByRole('link', { name: who.activity }).click();
          await tab.waitForURL(/\/oma\/toiminta\/[^/?]+$/);
          own = new URL(tab.url()).pathname;
          await tab.locator('form[action$="/vahvista"] button').click();
          await tab.waitForURL(/\?tallennettu$/);
          await tab.locator('main .note.ok').waitFor();
          await tab.goto(address(own));
          await tab.fill('#note', 'Ohjaaja on sairaana');
          await tab.locator('button[value=cancel]').click();
          await tab.waitForURL(/\?tallennettu$/);
          assert.deepEqual(heard, []);
        });
        await asReader(phone, async (tab) => {
          await tab.goto(address(`/haku?q=${RUN}`));
          await tab.locator('#results').getByRole('link', { name: who.activity }).click();
          await tab.waitForURL(/\/toiminta\//);
          const first = tab.locator('.times li').first();
          assert.equal(await first.locator('s').count(), 1, 'the next time is crossed out');
          assert.match(await first.innerText(), /Peruttu/);
        });
      });
    });
  }

  test('changes what is theirs at once', patience, async () => {
    const page = await asProvider(PHONE, async (tab) => {
      await tab.goto(address(own));
      await tab.locator('form[action$="/muuta"] button').click();
      await tab.waitForURL(/\/ilmoita\//);
      await tab.locator('.steps a[href$="/yhteys"]').click();
      await tab.fill('#phone', '03 765 4321');
      await saves(tab, /\/ilmoita\/[^/]+$/);
      assert.match(await tab.locator('main ins').innerText(), /03 765 4321/);
      await tab.locator(SAVE).click();
      await tab.waitForURL(/\?tallennettu$/);
      return tab.locator('main a[href^="/toiminta/"]').first().getAttribute('href');
    });
    await asReader(PHONE, async (tab) => {
      await tab.goto(address(page));
      assert.match(await said(tab), /03 765 4321/);
    });
    await asKeeper(PHONE, async (tab) => {
      await tab.goto(address('/yllapito/muutokset'));
      assert.match(await said(tab), new RegExp(RUN));
    });
  });

  test('moves a time with the Enter key of a phone, and cancels nothing', patience, () =>
    asProvider(PHONE, async (tab) => {
      await tab.goto(address(own));
      await tab.locator('input[name=time]').nth(2).check();
      await tab.fill('#instead', '31.12.2026 klo 10–12');
      await tab.press('#instead', 'Enter');
      await tab.waitForURL(/\?tallennettu$/);
      const times = await tab.locator('input[name=time] + span').allInnerTexts();
      assert.ok(times.some((time) => /31\.12\. klo 10–12 \(siirretty/.test(time)), times.join('; '));
      assert.equal(times.filter((time) => time.startsWith('peruttu')).length, 1, 'the one that was cancelled before');
    }));

  describe('finds every page in order', () => {
    const waiting = weavers('j');
    let draft, work, change, queued;

    before(async () => {
      draft = await asReader(SMALL, begins);
      work = await asReader(SMALL, async (tab) => {
        const begun = await begins(tab);
        await tab.goto(address(`${begun}/mita`));
        await tab.selectOption('#kind', 'work_trial');
        // It has no name yet: that is said, and the kind is kept.
        await tab.locator(SAVE).click();
        await tab.locator('#problems').waitFor();
        return begun;
      });
      await asReader(SMALL, async (tab) => {
        await tab.goto(address(`${await begins(tab)}/jarjestaja`));
        await fillsIn(tab, waiting);
        await tab.fill('#contact', waiting.mail);
        await tab.locator(SAVE).click();
        await tab.locator('main .note[role=status]').waitFor();
        const activity = (await pages()).find((page) => page.name === 'activity').path;
        await tab.goto(address(`${activity}/virhe`));
        await tab.locator('#about').check();
        await tab.fill('#message', `Ovi oli kiinni (${RUN}).`);
        await tab.locator(SAVE).click();
        await tab.waitForURL(/\?/);
      });
      change = await asProvider(SMALL, async (tab) => {
        await tab.goto(address(own));
        await tab.locator('form[action$="/muuta"] button').click();
        await tab.waitForURL(/\/ilmoita\//);
        return new URL(tab.url()).pathname;
      });
      queued = await asKeeper(SMALL, async (tab) => {
        await tab.goto(address('/yllapito/jono'));
        return tab.getByRole('link', { name: waiting.activity }).getAttribute('href');
      });
    }, patience);

    for (const language of languages) {
      const look = async (tab, path) => {
        const answer = await tab.goto(address(inLanguage(language, path)));
        assert.equal(answer.status(), 200, path);
        await sound(tab);
      };

      test(`of the form, in ${language.name}`, patience, () =>
        asReader(SMALL, async (tab) => {
          const parts = ['jarjestaja', 'mita', 'milloin', 'kenelle', 'yhteys', 'yhdessa'].map((part) => `${draft}/${part}`);
          for (const path of ['/ilmoita', '/sisaan', draft, work, ...parts, `${work}/tyo`]) await look(tab, path);

          // What is asked back and what is wrong is said in order too, and what comes of the times.
          await tab.goto(address(inLanguage(language, `${draft}/jarjestaja`)));
          await tab.fill('#org_name', weavers('s').organization);
          await tab.locator(SAVE).click();
          await tab.locator('input[name=is]').first().waitFor();
          await sound(tab);
          await tab.goto(address(inLanguage(language, `${draft}/mita`)));
          await tab.locator(SAVE).click();
          await tab.locator('#problems').waitFor();
          await sound(tab);
          await tab.goto(address(inLanguage(language, `${draft}/milloin`)));
          await tab.fill('#times', 'ti 17–19');
          await tab.locator('button[name=preview]').click();
          await tab.locator('main .note.ok li').first().waitFor();
          await sound(tab);
        }));

      test(`of the provider, in ${language.name}`, patience, () =>
        asProvider(SMALL, async (tab) => {
          for (const path of ['/tili', '/oma', own, change, `${change}/milloin`]) await look(tab, path);
        }));

      test(`of the keeper, in ${language.name}`, patience, () =>
        asKeeper(SMALL, async (tab) => {
          for (const path of ['/yllapito/jono', queued, '/yllapito/viat', '/yllapito/muutokset', '/tili']) await look(tab, path);
          await tab.locator('details').evaluateAll((all) => all.forEach((one) => (one.open = true)));
          for (const path of ['/yllapito/kaksoset', '/yllapito/kayttajat']) await look(tab, path);
          const person = await tab.locator('main h2 a').first().getAttribute('href');
          const answer = await tab.goto(address(person));
          assert.equal(answer.status(), 200, person);
          await sound(tab);
        }));
    }

    test('and when it does not come onto the tray, a letter says why', patience, async () => {
      await asKeeper(PHONE, async (tab) => {
        await tab.goto(address(queued));
        await tab.locator('button[value=decline]').click();
        await tab.locator('#problems').waitFor();
        await sound(tab);
        await tab.fill('#note', 'Tämä on jo tarjottimella.');
        await tab.locator('button[value=decline]').click();
        await tab.locator('button[value=decline]').waitFor({ state: 'detached' });
        await sound(tab);
        await tab.goto(address('/yllapito/viat'));
        await tab.locator('li', { hasText: RUN }).locator('button').click();
        await tab.locator('li', { hasText: RUN }).waitFor({ state: 'detached' });
      });
      const letter = await letterTo(waiting.mail, 'Tämä on jo tarjottimella.', '/ilmoita');
      await asReader(SMALL, async (tab) => {
        await tab.goto(letter.link);
        assert.match(await said(tab), /Tämä on jo tarjottimella\./);
        await sound(tab);
      });
    });
  });

  test('signs out, and no page of theirs opens any more', patience, () =>
    asProvider(PHONE, async (tab) => {
      await tab.goto(address('/tili'));
      await tab.locator('form[action="/ulos"] button').first().click();
      for (const path of ['/oma', own, '/tili', '/yllapito']) {
        const answer = await tab.goto(address(path));
        assert.equal(answer.status(), 403, path);
        await sound(tab);
      }
    }));
});

test('the form is filled in by keyboard alone at 400 %', patience, () =>
  asReader(ZOOMED, async (tab) => {
    const who = weavers('n');
    await tab.goto(address('/ilmoita'));
    await presses(tab, SAVE, 'Enter', /\/jarjestaja$/);
    await writes(tab, '#org_name', who.organization);
    await presses(tab, SAVE, 'Enter', /\/mita$/);
    // Without a name it does not go on: the reader is taken to what is missing, and from there to the field.
    await presses(tab, SAVE, 'Enter');
    await tab.locator('#problems').waitFor();
    await narrow(tab);
    assert.ok(await tab.locator('#problems').evaluate((box) => box === document.activeElement), 'the problems have the focus');
    await presses(tab, '#problems a', 'Enter');
    await tab.waitForFunction(() => document.activeElement.id === 'name');
    await tab.keyboard.type(who.activity);
    await reaches(tab, '#kind');
    await tab.keyboard.press('ArrowDown');
    assert.ok(await tab.locator('#kind').inputValue(), 'a kind is chosen');
    await presses(tab, SAVE, 'Enter', /\/milloin$/);
    await writes(tab, '#times', 'ti 17–19');
    await presses(tab, 'button[name=preview]', 'Space');
    await tab.locator('main .note.ok li').first().waitFor();
    await narrow(tab);
    await writes(tab, '#municipality', 'Lahti');
    await presses(tab, SAVE, 'Enter', /\/kenelle$/);
    await presses(tab, 'input[name=thresholds][value=free]', 'Space');
    assert.ok(await tab.locator('input[name=thresholds][value=free]').isChecked());
    await presses(tab, SAVE, 'Enter', /\/yhteys$/);
    await presses(tab, SAVE, 'Enter', /\/yhdessa$/);
    await presses(tab, SAVE, 'Enter', /\/ilmoita\/[^/]+$/);
    assert.equal(await heading(tab), who.activity);
    assert.equal(await tab.locator('.steps .problem').count(), 0);
    await writes(tab, '#contact', 'ei osoite');
    await presses(tab, SAVE, 'Enter');
    await tab.locator('#problems').waitFor();
    await narrow(tab);
  }));

/** The button that goes on: the last of the form. */
const SAVE = 'main form .btn[type=submit]:not([name])';

/** Begins a proposal and gives its address. */
async function begins(tab) {
  await tab.goto(address('/ilmoita'));
  await saves(tab, /\/jarjestaja$/);
  return new URL(tab.url()).pathname.replace(/\/jarjestaja$/, '');
}

/** Fills in a weekly group from the first part to the whole of it. */
async function fillsIn(tab, who) {
  await tab.fill('#org_name', who.organization);
  await tab.selectOption('#org_kind', 'association');
  await saves(tab, /\/mita$/);
  await tab.fill('#name', who.activity);
  await tab.selectOption('#kind', 'group');
  await tab.fill('#summary', 'Kudotaan yhdessä.');
  await tab.selectOption('#price', 'free');
  await saves(tab, /\/milloin$/);
  await tab.fill('#times', 'ti 17–19');
  await tab.fill('#place_name', 'Kylätalo');
  await tab.fill('#municipality', 'Lahti');
  await tab.locator('button[name=preview]').click();
  const times = tab.locator('main .note.ok li');
  await times.first().waitFor();
  assert.ok((await times.count()) > 1, 'the coming times are shown');
  const seen = await times.first().evaluate((time) => time.getBoundingClientRect().bottom <= innerHeight);
  assert.ok(seen, 'the page opens at the coming times');
  for (const time of await times.allInnerTexts()) assert.match(time, /17–19/);
  assert.equal(await tab.inputValue('#municipality'), 'Lahti', 'what was typed stays');
  await saves(tab, /\/kenelle$/);
  await tab.locator('input[name=thresholds][value=no_sign_up]').check();
  await tab.locator('details', { has: tab.locator('input[name=interests]') }).locator('summary').click();
  await tab.locator('input[name=interests][value=crafts]').check();
  await saves(tab, /\/yhteys$/);
  await tab.fill('#phone', '040 123 4567');
  await saves(tab, /\/yhdessa$/);
  await tab.fill('#offers', 'Kangaspuut lainaan');
  await saves(tab, /\/ilmoita\/[^/]+$/);
  assert.equal(await heading(tab), who.activity);
}

/** Presses the button that goes on, and arrives. */
async function saves(tab, next) {
  await tab.locator(SAVE).click();
  await tab.waitForURL(next);
}

/** The words of a page, each blank an ordinary one. */
async function said(tab) {
  return (await tab.locator('main').innerText()).replace(/\s+/g, ' ');
}

async function heading(tab) {
  return (await tab.getByRole('heading', { level: 1 }).innerText()).trim();
}

/** Goes on with Tab until something has the focus; it is seen, and the page does not scroll sideways on the way. */
async function reaches(tab, selector) {
  for (let pressed = 0; pressed < 150; pressed += 1) {
    await tab.keyboard.press('Tab');
    if (!(await tab.evaluate((wanted) => document.activeElement.matches(wanted), selector))) continue;
    const seen = await tab.evaluate(() => {
      const box = document.activeElement.getBoundingClientRect();
      const [x, y] = [box.left + Math.min(box.width / 2, 20), Math.max(box.top, 0) + Math.min(box.height, innerHeight) / 2];
      const top = document.elementFromPoint(x, Math.min(y, innerHeight - 1));
      return box.bottom > 0 && box.top < innerHeight && (document.activeElement.contains(top) || top?.contains(document.activeElement));
    });
    assert.ok(seen, `${selector} is seen when it has the focus: ${tab.url()}`);
    await narrow(tab);
    return;
  }
  assert.fail(`${selector} is reached with Tab: ${tab.url()}`);
}

/** Reaches a button or a link and presses it. */
async function presses(tab, selector, key, next) {
  await reaches(tab, selector);
  await tab.keyboard.press(key);
  if (next) await tab.waitForURL(next);
}

/** Reaches a field and writes into it. */
async function writes(tab, selector, words) {
  await reaches(tab, selector);
  await tab.keyboard.type(words);
}
