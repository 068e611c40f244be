/** All times in milliseconds. Why these numbers: docs/architecture.md, "When to ask". */
export const schedule = {
  /** The net under all signals: the first interval, doubled after each answer up to the longest. */
  firstInterval: 15_000,
  longestInterval: 30 * 60_000,
  /** A signal shortens the net to this at most, so that a person who looks again is not left for half an hour. */
  intervalAfterSignal: 4 * 60_000,
  /** Each interval of the net varies by this share, so that a thousand tabs do not ask in step. */
  jitter: 0.1,
  /** Signals together ask at most this often. */
  shortestGap: 1000,
  /** After the return page's message the completion may lag: ask again after these waits. */
  ladder: [500, 1000, 2000, 4000],
  /** Anybody can send that message, so there is one ladder in this time. */
  ladderGap: 60_000,
  /** One 404 is not a deletion (replicas lag): it takes this many in a row over at least this time. */
  missingAnswers: 3,
  missingTime: 9000,
  missingGap: 4500,
  /** Completed without an integration: ask this often more before it counts as an outcome. */
  incompleteGaps: [2000, 4000],
  /** Expired takes two answers. */
  expiredAnswers: 2,
  expiredGap: 2000,
  /** How long "opening" is shown before it becomes "waiting". */
  opening: 1000,
  /** A creation that met an outage is tried again, from the first wait doubling to the longest. */
  firstRetry: 1000,
  longestRetry: 5 * 60_000,
} as const;

/** What made the element ask. */
export type Cause = 'timer' | 'signal';

/** When one onboarding was and will be asked about. */
export interface Pace {
  /** The net's present interval. */
  readonly interval: number;
  /** How many rungs of the ladder have been climbed; more than there are: not on it. */
  readonly rung: number;
  readonly ladderAt: number;
  readonly askedAt: number;
  readonly cause: Cause;
  /** Nobody asks before this time: an upstream's `Retry-After`. */
  readonly notBefore: number;
}

const offLadder = schedule.ladder.length + 1;

export const isOnLadder = ({ rung }: Pace): boolean => rung < offLadder;

export const startPace = (): Pace => ({
  interval: schedule.firstInterval,
  rung: offLadder,
  ladderAt: -Infinity,
  askedAt: -Infinity,
  cause: 'timer',
  notBefore: -Infinity,
});

/** A `returned` message climbs onto the ladder, unless one was climbed a short while ago. */
export function startLadder(pace: Pace, at: number): Pace | undefined {
  return at - pace.ladderAt < schedule.ladderGap ? undefined : { ...pace, rung: 0, ladderAt: at };
}

/** How long a signal must wait before it may ask. */
export const waitBeforeAsking = (pace: Pace, at: number): number =>
  Math.max(0, pace.askedAt + schedule.shortestGap - at, pace.notBefore - at);

/** The pace after an answer that changed nothing, and how long to wait before the next question. */
export function afterAnswer(pace: Pace): { pace: Pace; delay: number; jitter: boolean } {
  const rung = schedule.ladder[pace.rung];
  if (rung !== undefined) return { pace: { ...pace, rung: pace.rung + 1 }, delay: rung, jitter: false };
  const interval =
    pace.cause === 'timer'
      ? Math.min(pace.interval * 2, schedule.longestInterval)
      : Math.min(pace.interval, schedule.intervalAfterSignal);
  return { pace: { ...pace, interval, rung: offLadder }, delay: interval, jitter: true };
}

/** Before the n-th attempt (from 1) to create again. */
export const retryDelay = (attempt: number): number =>
  Math.min(schedule.firstRetry * 2 ** (attempt - 1), schedule.longestRetry);

/** `random` is from 0 to 1. */
export const withJitter = (delay: number, random: number): number =>
  delay * (1 + schedule.jitter * (2 * random - 1));
