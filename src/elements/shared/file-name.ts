/** With the day in it, so that the files of several days stand beside each other in order. */
export const fileName = (what: string): string => `${what}-${new Date().toISOString().slice(0, 10)}.csv`;
