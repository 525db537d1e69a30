// What tests of signed-in people share: the keeper's session, letters, and what holds on every page.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import axe from 'axe-core';
import { asReader } from './browser.js';
import { address } from './site.js';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const link = process.env.TARJOTIN_SIGN_IN;
const letters = process.env.TARJOTIN_LETTERS;

/** Why the keeper cannot come; `false` when they can. */
export const keeperIsAway = link ? false : 'TARJOTIN_SIGN_IN names no sign-in link';
/** Why letters cannot be read; `false` when they can. */
export const lettersAreAway = letters ? false : 'TARJOTIN_LETTERS names no folder of letters';

/**
 * The keeper's session, as a browser keeps it. The link works once and files of tests run at the same time, so the first
 * that comes signs in and leaves the session for the others. It is not ended: others may still be at work.
 */
export async function keepersSession() {
  const file = join(tmpdir(), `tarjotin-keeper-${createHash('sha256').update(link).digest('hex').slice(0, 16)}.json`);
  try {
    writeFileSync(`${file}.begun`, '', { flag: 'wx' });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    await until('another file of tests signs the keeper in', () => existsSync(file));
    return JSON.parse(readFileSync(file, 'utf8'));
  }
  try {
    const { session, landed } = await signIn(link);
    assert.equal(landed, address('/yllapito'));
    writeFileSync(`${file}.new`, JSON.stringify(session), { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return session;
  } catch (error) {
    rmSync(`${file}.begun`);
    throw error;
  }
}

/** Signs in by a link; gives the session and where it led. */
export function signIn(way) {
  return asReader({}, async (tab, context) => {
    await tab.goto(way);
    await tab.locator('main button[type=submit]').click();
    await tab.waitForURL((url) => url.href !== way);
    return { session: await context.storageState(), landed: tab.url() };
  });
}

/** The newest letter to somebody with these words and a link that begins so; gives all its words and the link. */
export async function letterTo(recipient, said, begins) {
  const inLetter = new RegExp(`https?://[^/\\s]+((?:/(?:selko|sv|en))?${begins}/[0-9a-f]{64})`);
  const find = () => {
    if (!existsSync(letters)) return undefined;
    return readdirSync(letters)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => join(letters, name))
      .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)
      .map((file) => readFileSync(file, 'utf8'))
      .filter((words) => words.startsWith(`To: ${recipient}\n`) && words.includes(said) && inLetter.test(words))
      .map((words) => ({ words, link: address(inLetter.exec(words)[1]) }))[0];
  };
  return until(`a letter to ${recipient}: ${said}`, find);
}

/** Waits for something to be there, and gives it. */
export async function until(what, find) {
  const end = Date.now() + 30_000;
  for (;;) {
    const found = await find();
    if (found) return found;
    assert.ok(Date.now() < end, `waited in vain: ${what}`);
    await pause(200);
  }
}

/** Nothing wider than the screen. */
export async function narrow(tab) {
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `${tab.url()} is ${wide} px wider than the screen`);
}

/** Nothing that shuts anybody out, and nothing wider than the screen. */
export async function sound(tab) {
  await narrow(tab);
  await tab.evaluate(axe.source);
  const { violations } = await tab.evaluate((tags) => window.axe.run({ runOnly: tags }), WCAG);
  assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes[0].html}`), [], tab.url());
}
