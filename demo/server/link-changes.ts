import { appendFileSync, readFileSync } from 'node:fs';
import type { LinkChange } from '../../src/proxy/index.js';
import { members } from './members.js';

/** A change as the vendor has written it down, before it was made. `at` is ISO 8601. */
type WrittenChange = LinkChange & { at: string };

/** In words. What the identity is called stays in the file: whoever looks over a shoulder learns nothing here. */
export type ShownChange = Record<'at' | 'who' | 'what', string>;

/** The vendor's record of who was about to change which link: only ever added to. */
export interface LinkChanges {
  write(change: LinkChange): void;
  /** The newest first. */
  latest(district: string): ShownChange[];
}

const shown = 8;

export function openLinkChanges(file: string): LinkChanges {
  const changes = readLines(file);
  return {
    write(change) {
      const written = { at: new Date().toISOString(), ...change };
      appendFileSync(file, `${JSON.stringify(written)}\n`, { mode: 0o600 });
      changes.push(written);
    },
    latest: (district) =>
      changes
        .filter(({ tenant }) => tenant === district)
        .slice(-shown)
        .reverse()
        .map((change) => ({ at: change.at, who: change.actor, what: inWords(change) })),
  };
}

function inWords(change: WrittenChange): string {
  if (change.action === 'delete') return `remove link ${change.link_id}`;
  const member = members[change.tenant]?.find(({ user_id }) => user_id === change.user_id);
  return `link member ${change.user_id}${member ? `, ${member.name}` : ''}`;
}

function readLines(file: string): WrittenChange[] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line) as WrittenChange);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new Error(`${file} cannot be read. Start afresh: npm start -- --fresh`, { cause: error });
  }
}
