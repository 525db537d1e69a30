// The browser, started once for a test file, and a fresh reader for every test.

import { existsSync } from 'node:fs';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';

const PLACES = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const OPTIONS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let browser;

before(async () => {
  const executablePath = PLACES.find((place) => place && existsSync(place));
  if (!executablePath) throw new Error('No Chromium found: install it (Debian: chromium) or set CHROMIUM_PATH.');
  browser = await chromium.launch({ executablePath, args: OPTIONS });
});

after(() => browser?.close());

/** Gives the work a page of a reader who has never been here, and closes it afterwards. */
export async function asReader(options, work) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(10_000);
  try {
    return await work(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

/** What went wrong in a page while it was open: errors of the script, and what the browser complains about. */
export function complaints(page) {
  const heard = [];
  page.on('pageerror', (error) => heard.push(`error in a script: ${error.message}`));
  page.on('console', (message) => {
    // A page that is missing on purpose is an error to the browser's console too.
    const aboutThePage = message.text().includes('status of 404') && message.location().url === page.url();
    if (['error', 'warning'].includes(message.type()) && !aboutThePage) heard.push(`console: ${message.text()}`);
  });
  return heard;
}
