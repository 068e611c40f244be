/** ISO 8601 as Python writes it, with microseconds (seed: "External Links"), which no clock of JavaScript has. */
export const withMicroseconds = (now: number): string => new Date(now).toISOString().replace('Z', '776Z');
