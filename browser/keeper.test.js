// The keeper at work: signs in, tries a source, agrees, answers and puts right; each page is looked at on the way.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { asReader } from './browser.js';
import { keeperIsAway, keepersSession, sound } from './desk.js';
import { address, inLanguage, languages } from './site.js';

const patience = { timeout: 120_000 };
const TABLE = 'nimi;järjestäjä;laji;kunta;ajat\nSelaimen kudontapiiri;Selaimen kutojat;ryhmä;Lahti;ti 10–13\nSelaimen kahvila;Selaimen kutojat;avoin toiminta;Lahen seutu;ke 12–14\n';

describe('the keeper', { skip: keeperIsAway }, () => {
  let state;

  /** Gives the work a page of the keeper, signed in. */
  const asKeeper = (options, work) => asReader({ ...options, storageState: state }, work);

  before(async () => {
    state = await keepersSession();
  }, patience);

  for (const javaScriptEnabled of [true, false]) {
    test(`tries a source and agrees, ${javaScriptEnabled ? 'with' : 'without'} script`, patience, () =>
      asKeeper({ javaScriptEnabled, viewport: { width: 390, height: 844 } }, async (tab) => {
        const name = `Selain ${javaScriptEnabled}`;
        await tab.goto(address('/yllapito/lahteet/uusi'));
        await tab.click('main button[type=submit]');
        assert.match(await tab.locator('#problems').textContent(), /Kirjoita lähteelle nimi/);
        await tab.fill('#name', name);
        await tab.setInputFiles('#files', { name: 'toiminta.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) });
        await tab.click('main button[type=submit]');
        await finished(tab, javaScriptEnabled);
        assert.match(await tab.locator('main').textContent(), /Selaimen kudontapiiri/);
        if (javaScriptEnabled) await sound(tab);
        await tab.click('text=Hyväksy ja tuo');
        await finished(tab, javaScriptEnabled);
        if (javaScriptEnabled) await sound(tab);
        await tab.goto(address('/haku?q=selaimen+kudontapiiri'));
        assert.match(await tab.locator('main').textContent(), /Selaimen kudontapiiri/);
      }));
  }

  for (const language of languages) {
    test(`finds every page in order in ${language.name}`, patience, () =>
      asKeeper({ viewport: { width: 320, height: 640 } }, async (tab) => {
        await tab.goto(address('/yllapito/lahteet'));
        const source = new URL(await tab.locator('main h2 a').first().getAttribute('href'), address('/')).pathname;
        await tab.goto(address('/yllapito/toiminta?q=kahvila'));
        const activity = new URL(await tab.locator('main h2 a').first().getAttribute('href'), address('/')).pathname;
        const pages = [
          '/yllapito', '/yllapito/lahteet', '/yllapito/lahteet/uusi', source, `${source}/poistuneet`,
          '/yllapito/kysymykset', '/yllapito/toiminta', activity, '/yllapito/neuvottelut', '/yllapito/neuvottelut/uusi',
          '/yllapito/aukot', '/yllapito/aukot/kohta?alue=398&askel=1', '/yllapito/kaksoset',
        ];
        for (const path of pages) {
          const answer = await tab.goto(address(inLanguage(language, path)));
          assert.equal(answer.status(), 200, path);
          await sound(tab);
        }
      }));
  }
});

/** Waits until a run has ended: by itself with script, by the link without. */
async function finished(tab, javaScriptEnabled) {
  const end = Date.now() + 60_000;
  while (await tab.locator('#results[data-again]').count()) {
    assert.ok(Date.now() < end, 'the run ends');
    if (javaScriptEnabled) await tab.waitForTimeout(300);
    else await tab.click('text=Päivitä tilanne');
  }
}
