/** What a person takes for the same: whatever the case, the spaces around and the way accents are written. */
const lookOf = (text: string): string => text.trim().normalize('NFC').toLowerCase();

interface Identified {
  readonly external_id: string;
}

/** External ids that are not the same and look so. */
export interface LookAlikes<Owner> {
  note: (owner: Owner) => void;
  /** The owner of another one that looks the same. */
  find: (external_id: string) => Owner | undefined;
}

/** Of each look it remembers the first two: one of them differs from whatever looks so. */
export function createLookAlikes<Owner extends Identified>(): LookAlikes<Owner> {
  const known = new Map<string, Owner[]>();
  const find = (external_id: string): Owner | undefined =>
    known.get(lookOf(external_id))?.find((other) => other.external_id !== external_id);
  return {
    find,
    note(owner) {
      const look = lookOf(owner.external_id);
      const same = known.get(look) ?? [];
      const isNew = same.every(({ external_id }) => external_id !== owner.external_id);
      if (isNew && same.length < 2) known.set(look, [...same, owner]);
    },
  };
}
