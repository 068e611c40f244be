import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { en, type AllTexts } from '../../src/locales/en.js';
import type { Names } from '../../src/locales/texts.js';
import { evaluate } from './evaluate.js';

const own = ['announce.ts', 'registry.ts', 'texts.ts', 'en.ts'];
const files = readdirSync(join(import.meta.dirname, '../../src/locales')).filter(
  (file) => file.endsWith('.ts') && !own.includes(file),
);

const names: Names = { vendor: 'VENDOR', district: 'DISTRICT', site: 'SITE', organization: 'ORGANIZATION' };
const noDistrict: Names = { ...names, district: '' };

/** What a text is called with: names, a link, a date, a code. */
const inputs = (known: Names): Record<string, unknown[]> => ({
  until: ['DATE'],
  code: ['CODE'],
  inviteBody: [known, 'https://LINK', 'UNTIL'],
  deleteTitle: ['NAMED'],
  deletedOne: ['NAMED'],
  goneAlready: ['NAMED'],
  made: ['NAMED'],
  counted: ['12', '240'],
  countedMore: ['12', '240'],
  linkTwice: ['MEMBERS'],
  linkRow: ['MEMBER', 'LINK'],
  linkRemoveText: ['MEMBER', 'IDENTITY'],
  linkRemoved: ['MEMBER'],
  linkWill: ['MEMBER', 'IDENTITY'],
  linkAdded: ['MEMBER'],
  importReadCount: ['12', '240'],
  importColumn: ['3', 'EXAMPLE'],
  importStart: ['12'],
  importWritten: ['12', '240'],
  importOffer: ['12'],
  exported: ['12'],
  duplicate_in_file: ['LINE'],
  linked_already: ['MEMBER'],
  has_other_line: ['LINE'],
  looks_like_line: ['LINE'],
  claimed_again: ['LINE'],
  notCopied: ['https://LINK'],
  mailBody: [known, 'https://LINK', 'UNTIL'],
});

/** Every text in its place, and for a function which of the words it was given it uses. */
function spoken(texts: object, known: Names): Record<string, string> {
  const say = (name: string, text: unknown): unknown =>
    typeof text === 'function'
      ? (text as (...input: unknown[]) => string)(...(inputs(known)[name] ?? [known]))
      : text;
  const flat = Object.entries(texts as Record<string, unknown>).flatMap(
    ([name, text]): [string, unknown][] =>
      typeof text === 'object' && text !== null
        ? Object.entries(text).map(([key, inner]) => [`${name}.${key}`, say(key, inner)])
        : [[name, say(name, text)]],
  );
  return Object.fromEntries(flat) as Record<string, string>;
}

const wordsIn = (text: string): string[] => (text.match(/[A-Z]{4,}/g) ?? []).sort();

for (const file of files) {
  const code = file.replace('.ts', '');
  const announced: [string, AllTexts][] = [];
  const texts = evaluate(file, {
    announce: { announceLocale: (...given: [string, AllTexts]) => announced.push(given) },
  })[code] as AllTexts;

  describe(`the language ${code}`, () => {
    it('announces itself when it is loaded', () => {
      assert.deepEqual(announced, [[code, texts]]);
    });

    it('has every text of English, and no other', () => {
      assert.deepEqual(Object.keys(spoken(texts, names)).sort(), Object.keys(spoken(en, names)).sort());
    });

    it('says something everywhere, with or without a district’s name', () => {
      for (const known of [names, noDistrict])
        for (const [name, text] of Object.entries(spoken(texts, known))) {
          assert(text.trim().length > 0, name);
          assert(!/undefined|null|\[object|\$\{/.test(text), `${name}: ${text}`);
          assert(!/ {2}/.test(text), `${name}: ${text}`);
        }
    });

    it('names whom and what English names', () => {
      const english = spoken(en, names);
      for (const [name, text] of Object.entries(spoken(texts, names)))
        assert.deepEqual(wordsIn(text), wordsIn(english[name]!), `${name}: ${text}`);
    });

    it('is not English', () => {
      const english = spoken(en, names);
      const same = Object.entries(spoken(texts, names)).filter(([name, text]) => english[name] === text);
      assert.deepEqual(
        same.map(([name]) => name),
        ['edlink'],
      );
    });
  });
}

describe('English', () => {
  it('tells a colleague whom it is from, where the link leads, until when, and what to do in doubt', () => {
    const mail = en.mailBody(names, 'https://LINK', 'UNTIL');
    for (const word of ['VENDOR', 'DISTRICT', 'SITE', 'https://LINK', 'UNTIL', 'If in doubt'])
      assert(mail.includes(word), word);
  });

  it('has a text for every trouble that passes, and one for the rest', () => {
    assert.deepEqual(Object.keys(en.problems).sort(), [
      'forbidden',
      'host_not_ready',
      'integration_conflict',
      'network',
      'other',
      'rate_limited',
      'unauthorized',
      'upstream_unavailable',
    ]);
  });
});
