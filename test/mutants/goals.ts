/** Mutants that must be killed, of a hundred. What the others have is measured; it may only rise. */
export const goals = { guards: 95, others: 85 };
