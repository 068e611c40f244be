import { skipReason } from '../e2e/browsers/index.js';
import { measureLatencies } from '../e2e/latency.js';
import { type Measurement, measurement } from './measurement.js';

const runs = 5;

/** From the completion at Edlink to the event in the page, with every request taking 100 ms, in Chromium. */
export async function latency(): Promise<Measurement[]> {
  if (skipReason('chromium')) return [];
  const median =
    (await measureLatencies(runs)).sort((one, other) => one - other)[Math.floor(runs / 2)] ?? NaN;
  return [
    measurement('completion to event, all tabs hidden', Math.round(median * 100) / 100, 'round trips', 3.6),
  ];
}
