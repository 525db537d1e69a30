// Every page in every language: markup, accessibility, weight, narrow screens, without script, by keyboard.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import axe from 'axe-core';
import { HtmlValidate } from 'html-validate';
import { asReader, complaints } from './browser.js';
import { address, base, inLanguage, languages, pages } from './site.js';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const MOST_BYTES = 40 * 1024;
const MOST_REQUESTS = 12;
/** How much of a page's words must be there without script. */
const WITHOUT_SCRIPT = 0.9;
/** How long one check may take on a busy machine. */
const patience = { timeout: 60_000 };

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Checkboxes of one filter share a name: that is how a form sends several values.
    'form-dup-name': ['error', { allowArrayBrackets: true, shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
    // Names of activities are as long as their providers write them.
    'long-title': 'off',
  },
});

const all = await pages();
const titles = new Map();

for (const language of languages) {
  describe(`in ${language.name}`, { concurrency: 2 }, () => {
    for (const page of all) {
      const path = inLanguage(language, page.path);
      describe(`${page.name}, ${path}`, () => {
        test('is well-formed and names its language, title and headings', patience, () => markup(path, page, language));
        test('is accessible in light and dark', patience, () => accessible(path));
        test('weighs little and asks nobody else', patience, () => light(path));
        test('fits a screen of 320 px', patience, () => narrow(path));
        test('says the same without script', patience, () => withoutScript(path));
        test('begins with a visible link past the menu', patience, () => skips(path));
      });
    }
  });
}

async function markup(path, page, language) {
  const answer = await fetch(address(path));
  const html = await answer.text();
  assert.equal(answer.status, page.status);
  assert.match(answer.headers.get('content-type'), /^text\/html; *charset=utf-8$/i);

  const report = await validator.validateString(html);
  const faults = report.results.flatMap((result) => result.messages);
  assert.deepEqual(faults.map((fault) => `${fault.line}:${fault.column} ${fault.ruleId}: ${fault.message}`), []);

  const seen = await asReader({ javaScriptEnabled: false }, async (tab) => {
    await tab.goto(address(path));
    return tab.evaluate(() => ({
      lang: document.documentElement.lang,
      title: document.title.trim(),
      main: document.querySelectorAll('main').length,
      headings: [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((heading) => ({
        level: Number(heading.localName[1]),
        words: heading.textContent.trim(),
      })),
      hosts: [...document.querySelectorAll('[src],link[rel~=stylesheet],link[rel~=icon],link[rel~=manifest]')]
        .map((element) => new URL(element.src ?? element.href, document.baseURI).origin)
        .filter((origin) => origin !== location.origin && origin !== 'null'),
    }));
  });
  assert.equal(seen.lang, language.lang);
  assert.equal(seen.main, 1, 'one main');
  assert.deepEqual(seen.hosts, [], 'everything comes from the site itself');
  assert.equal(seen.headings.filter((heading) => heading.level === 1).length, 1, 'one h1');
  assert.deepEqual(seen.headings.filter((heading) => heading.words === ''), [], 'no empty heading');
  const skipped = seen.headings.filter((heading, at) => heading.level > (seen.headings[at - 1]?.level ?? 0) + 1);
  assert.deepEqual(skipped, [], 'no level of headings is skipped');
  assert.ok(seen.title, 'a title');
  const other = titles.get(seen.title);
  assert.ok(!other || sameButLanguage(other, path), `the title "${seen.title}" is also the title of ${other}`);
  titles.set(seen.title, path);
}

/** Ordinary and easy Finnish may say the same; two addresses of one page too. */
function sameButLanguage(one, other) {
  const bare = (path) => path.replace(/^\/(selko|sv|en)(?=\/|$)/, '') || '/';
  return bare(one) === bare(other);
}

async function accessible(path) {
  await asReader({}, async (tab) => {
    await tab.goto(address(path));
    await tab.evaluate(axe.source);
    for (const [colorScheme, width] of [['light', 360], ['dark', 1280]]) {
      await tab.emulateMedia({ colorScheme });
      await tab.setViewportSize({ width, height: 800 });
      const { violations } = await tab.evaluate((tags) => window.axe.run(document, { runOnly: tags }), WCAG);
      const told = violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target}`));
      assert.deepEqual(told, [], `${colorScheme}, ${width} px`);
    }
  });
}

async function light(path) {
  await asReader({}, async (tab, context) => {
    const heard = complaints(tab);
    const asked = [];
    let bytes = 0;
    tab.on('request', (request) => asked.push(request.url()));
    const network = await context.newCDPSession(tab);
    await network.send('Network.enable');
    network.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength));
    await tab.goto(address(path));
    // What a script asks for after the page is there counts too.
    await tab.waitForTimeout(200);

    const elsewhere = asked.filter((url) => !url.startsWith(`${base}/`) && !url.startsWith('data:'));
    assert.deepEqual(elsewhere, [], 'no request to another host');
    assert.ok(bytes > 0 && bytes <= MOST_BYTES, `${(bytes / 1024).toFixed(1)} kB of at most ${MOST_BYTES / 1024}`);
    assert.ok(asked.length <= MOST_REQUESTS, `${asked.length} requests of at most ${MOST_REQUESTS}`);
    assert.deepEqual(heard, []);
  });
}

async function narrow(path) {
  await asReader({ viewport: { width: 320, height: 640 } }, async (tab) => {
    await tab.goto(address(path));
    assert.deepEqual(await tooWide(tab), [], '320 px');
    // Larger spacing, as WCAG 1.4.12 lets readers set it.
    await tab.evaluate(() => {
      for (const element of document.querySelectorAll('body *')) {
        element.style.setProperty('line-height', '1.5', 'important');
        element.style.setProperty('letter-spacing', '.12em', 'important');
        element.style.setProperty('word-spacing', '.16em', 'important');
      }
    });
    assert.deepEqual(await tooWide(tab), [], '320 px with larger spacing');
  });
}

/** What makes a page scroll sideways; empty when nothing does. */
function tooWide(tab) {
  return tab.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.scrollingElement.scrollWidth <= room) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > room + 1)
      .map((element) => `${element.localName}.${element.className}: ${Math.round(element.getBoundingClientRect().right)} px`)
      .slice(0, 8);
  });
}

async function withoutScript(path) {
  const words = async (javaScriptEnabled) =>
    asReader({ javaScriptEnabled }, async (tab) => {
      await tab.goto(address(path));
      return tab.evaluate(() => ({
        // What a closed part holds is there too: a click opens it without script.
        text: document.body.textContent.replace(/\s+/g, ' ').trim(),
        fields: document.querySelectorAll('main input, main select, main textarea, main button').length,
        dead: [...document.querySelectorAll('button')].filter((button) => !button.form).length,
      }));
    });
  const [scripted, plain] = [await words(true), await words(false)];
  assert.ok(plain.text.length >= scripted.text.length * WITHOUT_SCRIPT, `${plain.text.length} of ${scripted.text.length} letters`);
  assert.ok(plain.fields >= scripted.fields, `${plain.fields} of ${scripted.fields} fields`);
  assert.equal(plain.dead, 0, 'no button without a form: it would do nothing');
}

async function skips(path) {
  await asReader({}, async (tab) => {
    await tab.goto(address(path));
    await tab.keyboard.press('Tab');
    const first = await tab.evaluate(() => {
      const link = document.activeElement;
      const box = link.getBoundingClientRect();
      return { leads: link.getAttribute('href'), wide: box.width, high: box.height, top: box.top };
    });
    assert.match(first.leads ?? '', /^#./);
    assert.ok(first.wide >= 24 && first.high >= 24 && first.top >= 0, `seen when focused: ${JSON.stringify(first)}`);
    await tab.keyboard.press('Enter');
    const inside = await tab.evaluate((id) => {
      const target = document.querySelector(id);
      return target !== null && (target === document.activeElement || target.contains(document.activeElement) || target.matches(':target'));
    }, first.leads);
    assert.ok(inside, `${first.leads} is there and reached`);
  });
}
