import { join } from 'node:path';
import type { OnboardingRecord, Simulator } from '../../src/simulator/index.js';
import { serveSimulator, type ServedSimulator } from '../../src/simulator/node/index.js';
import { keepJson, readJson } from './json-file.js';
import { createRecallingSimulator } from './recalling-simulator.js';
import { fillSchools, recallSchools, schoolsOf, type RecalledSchools } from './recalled-schools.js';

/**
 * The simulated Edlink and Pathwright. The simulator forgets everything when it stops, and the real ones do not, so their
 * onboardings, members and links are written down here and told to the next simulator: a tab that waits survives a
 * restart. What is not kept: the switches, and what somebody has typed into an unfinished onboard page.
 */
export async function serveSimulatedUpstreams(port: number, directory: string): Promise<ServedSimulator> {
  const { simulator, recall } = createRecallingSimulator();
  const [edlinkFile, pathwrightFile] = [join(directory, 'edlink.json'), join(directory, 'pathwright.json')];
  await recall(readJson<OnboardingRecord[]>(edlinkFile, []));
  const kept = readJson<RecalledSchools | null>(pathwrightFile, null);
  if (kept) recallSchools(simulator, kept);
  else fillSchools(simulator);

  const keepOnboardings = keepJson(edlinkFile, () => simulator.onboardings.map(withoutReads));
  const keepSchools = keepJson(pathwrightFile, () => schoolsOf(simulator));
  const save = () => {
    keepOnboardings();
    keepSchools();
  };
  const answer: Simulator['answer'] = async (request) => {
    const answered = await simulator.answer(request);
    save();
    return answered;
  };
  const served = await serveSimulator({
    port,
    simulator: Object.create(simulator, { answer: { value: answer } }) as Simulator,
  });
  const close = async () => {
    await served.close();
    save();
  };
  return { ...served, close };
}

/** How often it was read is of no use to the next simulator. */
const withoutReads = (record: OnboardingRecord): OnboardingRecord => ({
  ...record,
  reads: 0,
  completedReads: 0,
});
