/** All times in milliseconds. Why these numbers: docs/architecture.md, "When to ask". */
export const schedule = {
  /** The net under all signals: the first interval, doubled after each answer up to the longest. */
  firstInterval: 15_000,
  longestInterval: 30 * 60_000,
  /** A signal shortens the net to this at most, so that a person who looks again is not left for half an hour. */
  intervalAfterSignal: 4 * 60_000,
  /** Each interval of the net varies by this share, so that a thousand tabs do not ask in step. */
  jitter: 0.1,
  /** Signals together ask at most this often: a little over the proxy's one fresh read a second. */
  shortestGap: 1200,
  /** One return to a tab is several events; those within this time of a question tell nothing new. */
  burst: 500,
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
