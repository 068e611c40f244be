import {
  createSimulator,
  defaultSettings,
  simulatorDefaults,
  type OnboardingRecord,
} from '../../src/simulator/index.js';
import { vendor } from './districts.js';
import { schools } from './schools.js';

const { teamId, token, applicationId, applicationSecret } = simulatorDefaults;
const ownSettings = {
  teamName: vendor,
  applications: [{ id: applicationId, name: vendor, secret: applicationSecret }],
  schools,
};

/** A simulator that can live through what happened earlier: by its own calls, at the old times, with the old ids. */
export function createRecallingSimulator() {
  let then: number | null = null;
  let ids: string[] = [];
  const simulator = createSimulator(ownSettings, {
    now: () => then ?? Date.now(),
    randomUuid: () => ids.shift() ?? crypto.randomUUID(),
  });
  const call = (method: string, path: string, body?: object) =>
    simulator.fetch(`http://127.0.0.1${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  const onboardings = `/api/v1/teams/${teamId}/onboardings`;

  const recallOne = async (record: OnboardingRecord) => {
    const { id, state, integration_id, draft } = record;
    ids = [id];
    then = record.createdAt;
    await call('POST', onboardings, record);
    if (state !== 'created') await call('GET', `/onboard/${id}`);
    if (state === 'completed') {
      then = record.completedAt;
      const name = draft.districtName === null ? {} : { districtName: draft.districtName };
      simulator.complete(
        id,
        integration_id ? { integrationId: integration_id, ...name } : { integration: false },
      );
    }
    then = record.deletedAt;
    if (then !== null) await call('DELETE', `${onboardings}/${id}`);
  };

  const recall = async (records: readonly OnboardingRecord[]) => {
    // Only so that a completed one keeps its district's team.
    simulator.configure({ teamVerified: true });
    for (const record of records) await recallOne(record);
    [then, ids] = [null, []];
    simulator.configure({ teamVerified: defaultSettings.teamVerified });
  };
  return { simulator, recall };
}
