/** A page of a list; it may be short or empty while there is a next one. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** The cursor of the next page. */
  readonly next: string | undefined;
}

/** `more`: there is more than was asked for. `failed`: `error` says why; what is loaded stays. */
export type ListStatus = 'empty' | 'loading' | 'more' | 'complete' | 'failed';

/** A list that is read page by page, as far as somebody wants it. Nothing here is repeated by itself. */
export interface PagedList<Row, Id> {
  /** The same array until something in it changes. */
  readonly rows: readonly Row[];
  readonly status: ListStatus;
  readonly error: unknown;
  /** Drops everything, and reads nothing. */
  clear(): void;
  /** Drops everything and reads from the beginning. */
  begin(): Promise<void>;
  /** Reads again what is there; the rows stay until those that replace them have come. */
  reload(): Promise<void>;
  /** Reads on, or tries again after a failure from where it failed. */
  loadMore(): Promise<void>;
  loadAll(): Promise<void>;
  /** Ends the request under way; `loadMore` goes on from there. */
  stop(): void;
  /** What became known of rows; those that are not there are left out, because nobody knows where they belong. */
  update(rows: readonly Row[]): void;
  /** Rows that are new, at the top. */
  add(rows: readonly Row[]): void;
  /** For good: a page that is older than the deletion does not bring it back. */
  remove(id: Id): void;
}

export interface PagedListOptions<Row, Id> {
  readonly readPage: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Row>>;
  readonly idOf: (row: Row) => Id;
  /** Rows or status have changed. */
  readonly changed: () => void;
}

/** How many rows are gathered at a time, however short the pages are. */
export const gathered = 100;

/** A server that does not know its own cursors would be asked for ever. */
export class EndlessListError extends Error {
  override readonly name = 'EndlessListError';
  readonly code = 'invalid_response';

  constructor() {
    super('The list names the same page as the next one again and again.');
  }
}

export function createPagedList<Row, Id extends string | number>(
  { readPage, idOf, changed }: PagedListOptions<Row, Id>,
  atLeast = gathered,
): PagedList<Row, Id> {
  const removed = new Set<Id>();
  let shown = new Map<Id, Row>();
  /** What is being read; another than what is shown only while a reload has not come as far. */
  let reading = shown;
  let next: string | undefined;
  let wanted = 0;
  let status: ListStatus = 'empty';
  let error: unknown;
  let requests = new AbortController();
  let running = Promise.resolve();
  let array: readonly Row[] | undefined;

  function change(nextStatus: ListStatus): void {
    status = nextStatus;
    array = undefined;
    changed();
  }

  function take({ rows, next: after }: Page<Row>): void {
    for (const row of rows) if (!removed.has(idOf(row))) reading.set(idOf(row), row);
    if (after !== undefined && after === next) throw new EndlessListError();
    next = after;
    if (reading.size >= shown.size || next === undefined) shown = reading;
  }

  async function gather(signal: AbortSignal): Promise<void> {
    try {
      do {
        const page = await readPage(next, signal);
        if (signal.aborted) return;
        take(page);
        change(next === undefined ? 'complete' : reading.size < wanted ? 'loading' : 'more');
      } while (status === 'loading');
    } catch (reason) {
      if (signal.aborted) return;
      error = reason;
      change('failed');
    }
  }

  function read(count: number): Promise<void> {
    wanted = Math.max(wanted, count);
    if (status === 'loading' || status === 'complete') return running;
    change('loading');
    return (running = gather(requests.signal));
  }

  function stop(): void {
    requests.abort();
    requests = new AbortController();
    if (status === 'loading') change(reading.size ? 'more' : 'empty');
  }

  function rewind(): void {
    stop();
    reading = new Map();
    next = undefined;
    wanted = 0;
    status = 'empty';
  }

  function clear(): void {
    rewind();
    shown = reading;
    change('empty');
  }

  return {
    get rows() {
      return (array ??= [...shown.values()]);
    },
    get status() {
      return status;
    },
    get error() {
      return error;
    },
    clear,
    begin() {
      clear();
      return read(atLeast);
    },
    reload() {
      rewind();
      return read(Math.max(atLeast, shown.size));
    },
    loadMore: () => read(reading.size + atLeast),
    loadAll: () => read(Infinity),
    stop,
    update(rows) {
      for (const row of rows)
        for (const map of [shown, reading]) if (map.has(idOf(row))) map.set(idOf(row), row);
      change(status);
    },
    add(rows) {
      for (const row of rows) shown.delete(idOf(row));
      reading = shown = new Map([...rows.map((row) => [idOf(row), row] as const), ...shown]);
      change(status);
    },
    remove(id) {
      removed.add(id);
      shown.delete(id);
      reading.delete(id);
      change(status);
    },
  };
}
