import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Other people's hostile data, beside the project where there is some; it is not ours to ship. */
const folder = join(import.meta.dirname, '../../../shared/corpora');

const bodies = join(folder, 'JSONTestSuite/test_parsing');
const strings = join(folder, 'blns/blns.json');
const urls = join(folder, 'wpt-url/url/resources/urltestdata.json');

export interface JsonBody {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Valid (`y_`), invalid (`n_`) and disputed (`i_`) JSON. */
export const jsonBodies = (): JsonBody[] =>
  existsSync(bodies)
    ? readdirSync(bodies).map((name) => ({ name, bytes: readFileSync(join(bodies, name)) }))
    : [];

/** Strings that have broken something somewhere. */
export const naughtyStrings = (): string[] =>
  existsSync(strings) ? (JSON.parse(readFileSync(strings, 'utf8')) as string[]) : [];

/** A text, and the URL that it stands for; no `href` when it stands for none. */
export interface UrlText {
  readonly input: string;
  readonly href?: string;
  readonly origin?: string;
  readonly username?: string;
  readonly password?: string;
}

/** Absolute URLs as browsers understand them. */
export const urlTexts = (): UrlText[] =>
  existsSync(urls)
    ? (JSON.parse(readFileSync(urls, 'utf8')) as (string | (UrlText & { base: string | null }))[]).filter(
        (row): row is UrlText & { base: null } => typeof row !== 'string' && row.base === null,
      )
    : [];

/** For a test's `skip`: the reason, or `false` where there is something to read. */
export const skipWithout = (found: unknown[]): string | false =>
  found.length === 0 && 'the corpus is not beside the project';
