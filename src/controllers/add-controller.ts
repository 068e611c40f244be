import type { ReactiveController } from 'lit';
import { candidateMapping, candidateTable } from '../links/candidates.js';
import { plan, resume } from '../links/import-run.js';
import type { Line } from '../links/line.js';
import { review } from '../links/review.js';
import type { Entry, ImportRun, LinkFailure } from '../links/run-state.js';
import { createLinkRunner, isUnderWay } from './link-runner.js';
import { linksEnvironment, type LinksController, type LinksHost } from './links-controller.js';

/** What somebody has typed. */
export interface Typed {
  readonly user_id: string;
  readonly external_id: string;
}

/** One link, written by the rules of an import with one line: so a lost answer is looked up and not sent again. */
export interface AddController extends ReactiveController {
  /** What the rules say of it. */
  readonly line: Line;
  readonly isBusy: boolean;
  /** Why it was not written. */
  readonly failure: LinkFailure | undefined;
  type(typed: Partial<Typed>): void;
  /** Writes it, if there is no fault; `done` is told what was made. */
  submit(): void;
  /** Ends what is under way and forgets what was typed. */
  reset(): void;
}

const nothingTyped: Typed = { user_id: '', external_id: '' };

export function createAddController(
  host: LinksHost,
  links: LinksController,
  done: (user: string) => void,
  wait = linksEnvironment.wait,
): AddController {
  let typed = nothingTyped;
  let run: ImportRun | undefined;
  const runner = createLinkRunner({ post: links.create, readAll: links.readAll, wait }, stepped);

  function stepped(next: ImportRun): void {
    run = next;
    host.requestUpdate();
    const { phase, entries } = next;
    const result = entries[0]?.result;
    if (result?.name === 'created') links.tellCreated(result.link);
    if (result?.name === 'created' || result?.name === 'there') finish();
    else if (phase.name === 'paused' && phase.failure) links.tellFailure(phase.failure);
    else if (result?.name === 'refused') links.tellFailure(result.failure);
  }

  function finish(): void {
    const { user } = controller.line;
    controller.reset();
    done(user);
  }

  /** The very link whose answer was lost is looked for; before another one, what is there is read again, too. */
  function planned(line: Line): ImportRun {
    const lost = run && run.phase.name === 'paused' ? run : undefined;
    if (lost && isOf(lost.entries[0], line)) return resume(lost);
    return plan([line], { isComplete: !lost });
  }

  const controller: AddController = {
    get line() {
      const { user_id, external_id } = typed;
      // What is pasted often has a space at its end.
      const table = candidateTable([{ user_id, external_id: external_id.trim() }]);
      const [line] = review(table, candidateMapping, links.links);
      return line as Line;
    },
    get isBusy() {
      return run !== undefined && isUnderWay(run);
    },
    get failure() {
      return run && failureOf(run);
    },
    hostDisconnected() {
      queueMicrotask(() => {
        if (!host.isConnected) runner.stop();
      });
    },
    type(next) {
      typed = { ...typed, ...next };
      host.requestUpdate();
    },
    submit() {
      const { line } = controller;
      if (controller.isBusy || line.there || line.faults.length > 0) return;
      run = planned(line);
      host.requestUpdate();
      runner.start(run);
    },
    reset() {
      runner.drop();
      run = undefined;
      typed = nothingTyped;
      host.requestUpdate();
    },
  };
  host.addController(controller);
  return controller;
}

const isOf = (entry: Entry | undefined, { user_id, external_id }: Line): boolean =>
  entry?.user_id === user_id && entry?.external_id === external_id;

function failureOf({ entries, phase }: ImportRun): LinkFailure | undefined {
  const result = entries[0]?.result;
  if (result?.name === 'refused') return result.failure;
  return phase.name === 'paused' ? phase.failure : undefined;
}
