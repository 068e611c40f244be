import type { ReactiveControllerHost } from 'lit';
import { once } from './once.js';
import { createSearch, nextOrder, sorted, type Order, type SortValue } from './rows.js';

/** One column of a table: what it says, how it is searched and how it is sorted. */
export interface Column<Row> {
  readonly name: string;
  readonly label: string;
  /** What is searched, and sorted by where there is no `value`. */
  readonly text?: (row: Row) => string;
  /** What it is sorted by. */
  readonly value?: (row: Row) => SortValue;
  readonly cell: (row: Row) => unknown;
}

/** The rows that fit what was typed, in order. */
export interface Look<Row> {
  readonly fitting: readonly Row[];
  /** How many of them somebody wants to see. */
  readonly wanted: number;
  /** Those that are on the page; soon as many as are wanted. */
  readonly shown: readonly Row[];
}

/** How somebody looks at the rows that are loaded: what they search, the order, and how many they want to see. */
export interface TableView<Row> {
  readonly typed: string;
  readonly order: Order | undefined;
  readonly search: (typed: string) => void;
  readonly sortBy: (column: string) => void;
  readonly showMore: () => void;
  look(rows: readonly Row[], columns: readonly Column<Row>[], language: string): Look<Row>;
}

/** Rows on the page at a time: a thousand of them would make every keystroke slow. */
export const rowsAtOnce = 100;

/** Rows that one task puts there: about as many as one sees at first. The others follow, and a keystroke goes before them. */
const rowsInATask = 10;

export function createTableView<Row extends object>(
  host: Pick<ReactiveControllerHost, 'requestUpdate'>,
  order?: Order,
): TableView<Row> {
  let typed = '';
  let limit = rowsAtOnce;
  let ready = rowsInATask;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(rows: number): void {
    clearTimeout(timer);
    timer = undefined;
    ready = rows;
    host.requestUpdate();
  }

  const orderOf = once(
    (rows: readonly Row[], columns: readonly Column<Row>[], by: Order | undefined, language: string) => {
      const column = columns.find(({ name }) => name === by?.by);
      const valueOf = column?.value ?? column?.text;
      return by && valueOf ? sorted(rows, valueOf, by.direction, language) : rows;
    },
  );
  const searchOf = once((columns: readonly Column<Row>[]) =>
    createSearch<Row>((row) => columns.map(({ text }) => text?.(row) ?? '').join('\n')),
  );
  const fittingOf = once((rows: readonly Row[], search: ReturnType<typeof searchOf>, words: string) =>
    search(rows, words),
  );
  return {
    get typed() {
      return typed;
    },
    get order() {
      return order;
    },
    search(text) {
      typed = text;
      limit = rowsAtOnce;
      show(rowsInATask);
    },
    sortBy(column) {
      order = nextOrder(order, column);
      show(rowsInATask);
    },
    showMore() {
      limit += rowsAtOnce;
      host.requestUpdate();
    },
    look(rows, columns, language) {
      const fitting = fittingOf(orderOf(rows, columns, order, language), searchOf(columns), typed);
      const wanted = Math.min(limit, fitting.length);
      if (ready < wanted) timer ??= setTimeout(() => show(ready + rowsInATask));
      return { fitting, wanted, shown: fitting.slice(0, Math.min(ready, wanted)) };
    },
  };
}
