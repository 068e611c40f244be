/** One measured number. `goal` is the most it should be, where there is one. */
export interface Measurement {
  name: string;
  value: number;
  unit: string;
  goal: number | null;
  ok: boolean;
}

export type Benchmark = () => Promise<Measurement[]>;

export function measurement(
  name: string,
  value: number,
  unit: string,
  goal: number | null = null,
): Measurement {
  return { name, value, unit, goal, ok: goal === null || value <= goal };
}
