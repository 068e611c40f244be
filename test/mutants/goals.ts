/** Mutants that must be killed, of a hundred. */
export const goals = { guards: 95, others: 80 };
