import * as v from 'valibot';
import { linkListSchema, linkSchema } from '../../../contract/link.js';
import { listNotesSchema } from '../../../contract/list-notes.js';
import { cursorComplaint } from './read-links.js';

type Json = Record<string, unknown>;

const membersOfLink = Object.keys(linkSchema.entries);
const membersOfPage = Object.keys(linkListSchema.entries);
const notes = Object.keys(listNotesSchema.entries);

/** What is wrong with a page of links, naming the member. */
export function linkShapeComplaint(body: unknown): string | undefined {
  const cursor = cursorComplaint(body);
  if (cursor !== undefined) return cursor;
  const read = v.safeParse(linkListSchema, body);
  if (!read.success) {
    const [{ expected, message }] = read.issues;
    const member = v.getDotPath(read.issues[0]) ?? 'the body';
    return `${member} is wrong (expected ${expected ?? message}): answer with Pathwright's page, field for field`;
  }
  const page = body as { results: Json[]; $host?: Json };
  return (
    strangeIn(page, membersOfPage, 'a page of links') ??
    strangeIn(page.$host ?? {}, notes, '$host of a list') ??
    page.results.map(rowComplaint).find(Boolean)
  );
}

function rowComplaint(row: Json): string | undefined {
  const missing = membersOfLink.find((name) => !(name in row));
  if (missing !== undefined) return `${missing} of a link is missing: write null where there is none`;
  return strangeIn(row, membersOfLink, 'a link');
}

function strangeIn(body: Json, members: readonly string[], what: string): string | undefined {
  const strange = Object.keys(body).find((name) => !members.includes(name));
  return strange && `${strange} is no member of ${what}: build the answer field by field`;
}
