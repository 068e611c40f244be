import { createLookAlikes } from './look-alikes.js';
import type { Values } from './values.js';

/** What the lines of one file say of each other, to be asked in constant time. */
export interface Claims {
  /** The first line with this external id. */
  firstOf: (external_id: string) => Values | undefined;
  /** The first one that claims it for another member than the first of all does. */
  rivalOf: (external_id: string) => Values | undefined;
  firstOfUser: (user: string) => Values | undefined;
  lookingLike: (external_id: string) => Values | undefined;
}

export function readClaims(values: readonly Values[]): Claims {
  const first = new Map<string, Values>();
  const rivals = new Map<string, Values>();
  const firstOfUser = new Map<string, Values>();
  const looks = createLookAlikes<Values>();
  for (const value of values) {
    const { user, external_id } = value;
    if (noteFirst(first, external_id, value).user !== user) noteFirst(rivals, external_id, value);
    noteFirst(firstOfUser, user, value);
    looks.note(value);
  }
  return {
    firstOf: (external_id) => first.get(external_id),
    rivalOf: (external_id) => rivals.get(external_id),
    firstOfUser: (user) => firstOfUser.get(user),
    lookingLike: (external_id) => looks.find(external_id),
  };
}

function noteFirst(map: Map<string, Values>, key: string, value: Values): Values {
  const first = map.get(key) ?? value;
  map.set(key, first);
  return first;
}
