// The site under test: where it runs (TARJOTIN_BASE), its languages and its pages.
//
// Run as a program it prints the pages for the page audit: node site.js > pages-file.json

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

export const base = (process.env.TARJOTIN_BASE ?? 'http://127.0.0.1:8080').replace(/\/+$/, '');

/** The languages of the pages: what addresses begin with, and what `lang` says. */
export const languages = [
  { name: 'fi', prefix: '', lang: 'fi' },
  { name: 'selko', prefix: '/selko', lang: 'fi' },
  { name: 'sv', prefix: '/sv', lang: 'sv' },
  { name: 'en', prefix: '/en', lang: 'en' },
];

/** The address of a page in a language, without the host. */
export function inLanguage(language, path) {
  return language.prefix + path;
}

export function address(path) {
  return base + path;
}

/** Every page with real names of an activity and an organization in it, found from the lists. */
export async function pages() {
  const names = {
    activity: await firstName('/haku?q=kahvila', 'toiminta'),
    organization: await firstName('/jarjestajat', 'jarjestaja'),
  };
  return JSON.parse(readFileSync(new URL('pages.json', import.meta.url), 'utf8')).map((page) => ({
    status: 200,
    ...page,
    path: page.path.replace(/\{(\w+)\}/g, (_, kind) => names[kind]),
  }));
}

async function firstName(list, kind) {
  const answer = await fetch(address(list));
  const html = await answer.text();
  const found = html.match(new RegExp(`href="/${kind}/([^"/?#]+)"`));
  if (!found) throw new Error(`${list} (${answer.status}) links to no /${kind}/…`);
  return found[1];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  // The audit follows the languages' links itself; each page is judged in one language, all languages in turn. It has
  // its own check of a missing page.
  const paths = (await pages())
    .filter((page) => page.status === 200)
    .map((page, at) => ({ path: inLanguage(languages[at % languages.length], page.path), onePage: page.onePage }));
  console.log(JSON.stringify({ groups: [{ name: 'resident', paths }] }, null, 1));
}
