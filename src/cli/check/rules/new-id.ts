/** An id that stands for nothing, or a key that nobody has used. */
export const newId = (): string => crypto.randomUUID();
