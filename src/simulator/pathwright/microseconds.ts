/** ISO 8601 with microseconds (seed: "External Links"); no clock of JavaScript has them, so the last digits are made up. */
export const withMicroseconds = (now: number): string => new Date(now).toISOString().replace('Z', '776Z');
