/** Why mutants of a file survive. A mutant is named by the line where it begins, and what becomes of it. */
export interface Explanation {
  file: string;
  why: string;
  mutants: [line: string, becomes: string][];
}

export const explanations: Explanation[] = [];
