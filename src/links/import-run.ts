import { isWritable, type Line } from './line.js';
import type { Entry, ImportRun, LinkFailure, Outcome, Phase, Result } from './run-state.js';
import { verdicts } from './verdicts.js';

/** Milliseconds to wait after a 429 that does not say how long. */
const defaultWait = 10_000;

/** Writes the lines that may be written. Where the review had no complete list, it is read before the first one. */
export function plan(lines: readonly Line[], { isComplete }: { isComplete: boolean }): ImportRun {
  const entries = lines
    .filter(isWritable)
    .map(({ line, user_id, external_id }) => ({ line, user_id, external_id, result: waiting }));
  return isComplete ? goOn(entries) : { entries, phase: { name: 'reading' } };
}

const waiting: Result = { name: 'waiting' };

/** What comes of what happened. An outcome that the phase does not wait for is a late one, and changes nothing. */
export function next(run: ImportRun, outcome: Outcome): ImportRun {
  if (outcome.type === 'stopped') return stop(run);
  switch (run.phase.name) {
    case 'posting':
      return posted(run.entries, run.phase.index, outcome);
    case 'reading':
      return outcome.type === 'failed' ? notRead(run, outcome.failure) : run;
    case 'waiting':
      return outcome.type === 'waited' ? waited(run, run.phase.then) : run;
    default:
      return run;
  }
}

/** Whatever it was that paused it: the list is read again before anything is posted twice. */
export const resume = (run: ImportRun): ImportRun =>
  run.phase.name === 'paused' ? { ...run, phase: { name: 'reading' } } : run;

/** The next entry that waits. */
export function goOn(entries: readonly Entry[]): ImportRun {
  const index = entries.findIndex(({ result }) => result.name === 'waiting');
  return { entries, phase: index === -1 ? { name: 'finished' } : { name: 'posting', index } };
}

function posted(entries: readonly Entry[], index: number, outcome: Outcome): ImportRun {
  if (outcome.type === 'created')
    return goOn(withResult(entries, index, { name: 'created', link: outcome.link }));
  if (outcome.type !== 'failed') return { entries, phase: { name: 'posting', index } };
  const { failure } = outcome;
  switch (verdicts[failure.code]) {
    case 'refused':
      return goOn(withResult(entries, index, { name: 'refused', failure }));
    case 'later':
      return { entries, phase: wait(failure, 'post') };
    case 'not-now':
      return { entries, phase: { name: 'paused', failure } };
    case 'unknown':
      return { entries: withResult(entries, index, unknown), phase: { name: 'paused', failure } };
  }
}

const unknown: Result = { name: 'unknown' };

const notRead = ({ entries }: ImportRun, failure: LinkFailure): ImportRun => ({
  entries,
  phase: verdicts[failure.code] === 'later' ? wait(failure, 'read') : { name: 'paused', failure },
});

const wait = ({ retryAfter = defaultWait }: LinkFailure, then: 'post' | 'read'): Phase => ({
  name: 'waiting',
  delay: retryAfter,
  then,
});

const waited = ({ entries }: ImportRun, then: 'post' | 'read'): ImportRun =>
  then === 'post' ? goOn(entries) : { entries, phase: { name: 'reading' } };

function stop({ entries, phase }: ImportRun): ImportRun {
  if (phase.name === 'finished' || phase.name === 'paused') return { entries, phase };
  const isUnderWay = phase.name === 'posting';
  return {
    entries: isUnderWay ? withResult(entries, phase.index, unknown) : entries,
    phase: { name: 'paused', failure: undefined },
  };
}

const withResult = (entries: readonly Entry[], index: number, result: Result): Entry[] =>
  entries.map((entry, place) => (place === index ? { ...entry, result } : entry));
