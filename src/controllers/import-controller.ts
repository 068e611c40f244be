import type { ReactiveController } from 'lit';
import type { Link } from '../contract/link.js';
import { candidateMapping, candidateTable, type Candidate } from '../links/candidates.js';
import { guessMapping, isCompleteMapping, type Mapping } from '../links/columns.js';
import { plan, resume } from '../links/import-run.js';
import type { Line } from '../links/line.js';
import { review } from '../links/review.js';
import type { ImportRun } from '../links/run-state.js';
import { readTable, type Parse, type Table } from '../links/table.js';
import type { Failure } from '../onboarding/state.js';
import { asFailure } from './failure.js';
import { sumOf } from '../links/import-sum.js';
import { createLinkRunner, isUnderWay } from './link-runner.js';
import { linksEnvironment, type LinksController, type LinksHost } from './links-controller.js';

/** What somebody wants to import, taken apart. */
export interface Draft {
  /** As it was pasted or read from a file; `undefined` where the host's page has prepared it. */
  readonly text: string | undefined;
  readonly table: Table;
  readonly mapping: Mapping;
}

export type ImportState =
  | { readonly name: 'closed' }
  /** Somebody is to paste, or to choose a file. */
  | { readonly name: 'source'; readonly trouble?: 'empty' | undefined }
  /** The whole list is being read, for the review; with a `failure` it could not be. */
  | { readonly name: 'reading'; readonly draft: Draft; readonly failure?: Failure | undefined }
  /** Nothing is written yet. There are no `lines` while the columns are not clear. */
  | {
      readonly name: 'review';
      readonly draft: Draft;
      readonly links: readonly Link[];
      readonly lines: readonly Line[] | undefined;
    }
  | { readonly name: 'run'; readonly lines: readonly Line[]; readonly run: ImportRun };

/** An import from its source to its results; every step is in `state`. */
export interface ImportController extends ReactiveController {
  readonly state: ImportState;
  readonly isWriting: boolean;
  open(): void;
  /** Gives up whatever is under way. */
  close(): void;
  read(text: string): Promise<void>;
  prepare(candidates: readonly Candidate[]): Promise<void>;
  /** After the list could not be read for the review. */
  readAgain(): Promise<void>;
  separate(separator: string): void;
  map(mapping: Mapping): void;
  start(): void;
  stop(): void;
  resume(): void;
}

/** What the import needs of others. */
export interface ImportTools {
  readonly links: LinksController;
  readonly parse: Parse;
  /** The import has ended, or was given up. */
  readonly ended: () => void;
  readonly wait?: (delay: number, signal: AbortSignal) => Promise<void>;
}

export function createImportController(
  host: LinksHost,
  { links, parse, ended, wait = linksEnvironment.wait }: ImportTools,
): ImportController {
  let state: ImportState = { name: 'closed' };
  let requests = new AbortController();
  const runner = createLinkRunner({ post: links.create, readAll: links.readAll, wait }, stepped);

  function enter(next: ImportState): void {
    state = next;
    // A page that is left in the middle loses nothing, but nobody should leave it without knowing.
    const method = controller.isWriting ? 'addEventListener' : 'removeEventListener';
    window[method]('beforeunload', askToStay);
    host.requestUpdate();
  }

  function stepped(run: ImportRun, before: ImportRun): void {
    if (state.name !== 'run') return;
    for (const link of createdSince(before, run)) links.tellCreated(link);
    enter({ ...state, run });
    if (run.phase.name === 'paused' && run.phase.failure) links.tellFailure(run.phase.failure);
    if (run.phase.name === 'finished') tellSum();
  }

  function tellSum(): void {
    if (state.name !== 'run') return;
    links.tell('links-imported', sumOf(state.lines, state.run));
    ended();
  }

  /** The review compares with every link there is. */
  async function readList(draft: Draft): Promise<void> {
    requests.abort();
    requests = new AbortController();
    const { signal } = requests;
    enter({ name: 'reading', draft });
    try {
      const all = await links.readAll(signal);
      if (!signal.aborted) showReview(draft, all);
    } catch (error) {
      if (signal.aborted) return;
      const failure = asFailure(error);
      enter({ name: 'reading', draft, failure });
      links.tellFailure(failure);
    }
  }

  function showReview(draft: Draft, all: readonly Link[]): void {
    const { table, mapping } = draft;
    const lines = isCompleteMapping(mapping) ? review(table, mapping, all) : undefined;
    enter({ name: 'review', draft, links: all, lines });
  }

  const controller: ImportController = {
    get state() {
      return state;
    },
    get isWriting() {
      return state.name === 'run' && isUnderWay(state.run);
    },
    hostDisconnected() {
      queueMicrotask(() => {
        if (host.isConnected) return;
        runner.stop();
        requests.abort();
        if (state.name === 'reading') enter({ name: 'closed' });
      });
    },
    open() {
      enter({ name: 'source' });
    },
    close() {
      requests.abort();
      runner.stop();
      if (state.name === 'run' && state.run.phase.name === 'paused') tellSum();
      runner.drop();
      enter({ name: 'closed' });
    },
    async read(text) {
      if (!text.trim()) {
        enter({ name: 'source', trouble: 'empty' });
        return;
      }
      const table = readTable(text, parse);
      await readList({ text, table, mapping: guessMapping(table) });
    },
    prepare: (candidates) =>
      readList({ text: undefined, table: candidateTable(candidates), mapping: candidateMapping }),
    async readAgain() {
      if (state.name === 'reading') await readList(state.draft);
    },
    separate(separator) {
      if (state.name !== 'review' || state.draft.text === undefined) return;
      const table = readTable(state.draft.text, parse, separator);
      showReview({ ...state.draft, table, mapping: guessMapping(table) }, state.links);
    },
    map(mapping) {
      if (state.name === 'review') showReview({ ...state.draft, mapping }, state.links);
    },
    start() {
      if (state.name !== 'review' || !state.lines) return;
      const run = plan(state.lines, { isComplete: true });
      enter({ name: 'run', lines: state.lines, run });
      if (isUnderWay(run)) runner.start(run);
      else tellSum();
    },
    stop: () => runner.stop(),
    resume() {
      if (state.name !== 'run') return;
      const run = resume(state.run);
      enter({ ...state, run });
      runner.start(run);
    },
  };
  host.addController(controller);
  return controller;
}

const askToStay = (event: Event): void => event.preventDefault();

function createdSince(before: ImportRun, { entries }: ImportRun): Link[] {
  return entries.flatMap(({ result }, index) =>
    result.name === 'created' && before.entries[index]?.result.name !== 'created' ? [result.link] : [],
  );
}
