import { listCaps } from '../contract/routes.js';

/**
 * Whose turn it is, where more are waited for than one request can ask about: first the list's own first page, which
 * also brings what is new, then those of whom nothing has been heard since, as many as one request takes.
 */
export interface Turns {
  /** The ids to ask about next; `undefined` is the first page. */
  next(): readonly string[] | undefined;
  /** Those who have waited longest, for whoever else is asking. */
  waiting(): readonly string[];
  /** There was an answer for these. */
  heard(ids: readonly string[]): void;
  /** The first page is next. */
  restart(): void;
}

export function createTurns(pending: () => readonly string[]): Turns {
  /** In which answer each was heard of last. */
  const lastHeard = new Map<string, number>();
  let answers = 0;
  let firstPage: number | undefined;

  const heardAt = (id: string): number => lastHeard.get(id) ?? 0;

  const waiting = (): string[] =>
    [...pending()].sort((one, other) => heardAt(one) - heardAt(other)).slice(0, listCaps.ids);

  function heard(ids: readonly string[]): void {
    answers++;
    for (const id of ids) lastHeard.set(id, answers);
  }

  return {
    next() {
      const since = firstPage;
      const due = since === undefined ? [] : waiting().filter((id) => heardAt(id) <= since);
      // Counts as heard of when it is asked about: one that was deleted elsewhere would have its turn for ever.
      if (due.length) heard(due);
      else firstPage = answers;
      return due.length ? due : undefined;
    },
    waiting,
    heard,
    restart() {
      firstPage = undefined;
    },
  };
}
