// All times in milliseconds. Why these numbers: docs/architecture.md, "When to ask". They are constants and not members
// of an object, because a minifier puts the one in its place and must name the other.

/** The net under all signals: the first interval, doubled after each answer up to the longest. */
export const firstInterval = 15_000;
export const longestInterval = 30 * 60_000;
/** A signal shortens the net to this at most, so that a person who looks again is not left for half an hour. */
export const intervalAfterSignal = 4 * 60_000;
/** Each interval of the net varies by this share, so that a thousand tabs do not ask in step. */
export const jitter = 0.1;
/** Signals together ask at most this often: a little over the proxy's one fresh read a second. */
export const shortestGap = 1200;
/** One return to a tab is several events; those within this time of a question tell nothing new. */
export const burst = 500;
/** After the return page's message the completion may lag: ask again after these waits. */
export const ladder = [500, 1000, 2000, 4000] as const;
/** Anybody can send that message, so there is one ladder in this time. */
export const ladderGap = 60_000;
/** One 404 is not a deletion (replicas lag): it takes this many in a row over at least this time. */
export const missingAnswers = 3;
export const missingTime = 9000;
export const missingGap = 4500;
/** Completed without an integration: ask this often more before it counts as an outcome. */
export const incompleteGaps = [2000, 4000] as const;
/** Expired takes two answers. */
export const expiredAnswers = 2;
export const expiredGap = 2000;
/** How often in a row the question of another tab may stand for ours. */
export const mostPutOff = 4;
/** How long "opening" is shown before it becomes "waiting". */
export const opening = 1000;
/** A creation that met an outage is tried again, from the first wait doubling to the longest. */
export const firstRetry = 1000;
export const longestRetry = 5 * 60_000;
