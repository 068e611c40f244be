import * as schedule from './times.js';

export { schedule };

/** When one onboarding was and will be asked about. */
export interface Pace {
  /** The net's present interval. */
  readonly interval: number;
  /** How many rungs of the ladder have been climbed; more than there are: not on it. */
  readonly rung: number;
  readonly ladderAt: number;
  readonly askedAt: number;
  /** The question was asked because of a signal, not of a timer. */
  readonly signalled: boolean;
  /** The proxy was told not to answer it from its memory, which may be seconds old. */
  readonly fresh: boolean;
  /** How often in a row another tab has asked instead. */
  readonly putOff: number;
  /** Nobody asks before this time: an upstream's `Retry-After`. */
  readonly notBefore: number;
}

const offLadder = schedule.ladder.length + 1;

export const startPace: Pace = {
  interval: schedule.firstInterval,
  rung: offLadder,
  ladderAt: -Infinity,
  askedAt: -Infinity,
  signalled: false,
  fresh: false,
  putOff: 0,
  notBefore: -Infinity,
};

export const isOnLadder = ({ rung }: Pace): boolean => rung < offLadder;

/** Whether a `returned` message is worth a ladder: within a minute of the last one it may be anybody's. */
export const mayClimb = ({ ladderAt }: Pace, at: number): boolean => at - ladderAt >= schedule.ladderGap;

/** How long a signal must wait before it may ask. */
export const waitBeforeAsking = ({ askedAt, notBefore }: Pace, at: number): number =>
  Math.max(0, askedAt + schedule.shortestGap - at, notBefore - at);

/** The pace after an answer that changed nothing; `delay` is the wait before the next question. */
export function afterAnswer({ rung, interval, signalled }: Pace): Partial<Pace> & { delay: number } {
  const delay = schedule.ladder[rung];
  if (delay) return { rung: rung + 1, delay };
  const next = signalled
    ? Math.min(interval, schedule.intervalAfterSignal)
    : Math.min(interval * 2, schedule.longestInterval);
  return { rung: offLadder, interval: next, delay: next };
}

/** Before the n-th attempt (from 1) to create again. */
export const retryDelay = (attempt: number): number =>
  Math.min(schedule.firstRetry * 2 ** (attempt - 1), schedule.longestRetry);

/** Waits of the net and longer vary, exact ones do not; `random` is from 0 to 1. */
export const withJitter = (delay: number, random: number): number =>
  delay < schedule.firstInterval ? delay : delay * (1 + schedule.jitter * (2 * random - 1));
