import { plainly, type SimulatorAnswer } from './answer.js';
import { answerControl, isControlPath } from './control/control.js';
import { draw } from './faults/fault-queue.js';
import { completeOnboarding, type Completion } from './lifecycle.js';
import { answerOnboardPage, isOnboardPagePath } from './onboard-page/onboard-page.js';
import { fetchPlainly } from './plain-fetch.js';
import { createRequestLog, type RequestLog } from './request-log.js';
import { openSchool, type School } from './pathwright/school.js';
import type { SimulatorSettings, SimulatorSettingsPatch } from './settings-schema.js';
import { applyPatch, defaultSettings } from './settings.js';
import type { Simulation } from './simulation.js';
import { answerUpstream, type Upstream } from './upstream.js';
import { createWorld, type OnboardingRecord } from './world.js';

export interface SimulatorOptions {
  /** Milliseconds since 1970; default `Date.now`. */
  now?: () => number;
  /** Default `crypto.randomUUID`. */
  randomUuid?: () => string;
}

export interface Simulator {
  /** Answers like `fetch`, and can stand in for it; a transport fault rejects, or breaks the body. */
  readonly fetch: (input: Request | URL | string, init?: RequestInit) => Promise<Response>;
  /** For adapters: the answer together with the transport fault that `fetch` cannot carry out faithfully. */
  readonly answer: (request: Request) => Promise<SimulatorAnswer>;
  /** The settings as they are now; `faults` holds what is left of the queue. */
  readonly settings: SimulatorSettings;
  /** All onboardings, oldest first, deleted ones too: copies of what is true, not of what the API shows. */
  readonly onboardings: readonly OnboardingRecord[];
  /** The calls of the upstream APIs; control and onboard page are not in it. */
  readonly requests: RequestLog;
  /** Changes settings while it runs. Throws `SimulatorSettingsError`, naming the setting, and then changes nothing. */
  configure(patch: SimulatorSettingsPatch): SimulatorSettings;
  /** Completes an onboarding while nobody looks. Throws a `RangeError` if it is unknown, deleted or completed. */
  complete(id: string, completion?: Completion): OnboardingRecord;
  /** One of the setting `schools`. Throws a `RangeError` if it is none of them. */
  school(name: string): School;
  /** Forgets everything that happened and returns to the settings it was created with. */
  reset(): void;
}

export function createSimulator(
  initial: SimulatorSettingsPatch = {},
  { now = Date.now, randomUuid = () => crypto.randomUUID() }: SimulatorOptions = {},
): Simulator {
  const initialSettings = applyPatch(defaultSettings, initial);
  const requests = createRequestLog();
  const simulation = { settings: initialSettings, world: createWorld(), now, randomUuid };
  const upstream: Upstream = {
    simulation,
    requests,
    drawFaults(call) {
      const { drawn, rest } = draw(simulation.settings.faults, call);
      simulation.settings = { ...simulation.settings, faults: rest };
      return drawn;
    },
  };
  const simulator: Simulator = {
    fetch: (input, init) => fetchPlainly(new Request(input, init), simulator.answer),
    answer: (request) => route(simulator, upstream, request),
    get settings() {
      return simulation.settings;
    },
    get onboardings() {
      return [...simulation.world.onboardings.values()].map((record) => structuredClone(record));
    },
    requests,
    configure: (patch) => (simulation.settings = applyPatch(simulation.settings, patch)),
    complete: (id, completion) => complete(simulation, id, completion),
    school: (name) => openSchool(simulation, name),
    reset() {
      requests.clear();
      Object.assign(simulation, { settings: initialSettings, world: createWorld() });
    },
  };
  return simulator;
}

async function route(simulator: Simulator, upstream: Upstream, request: Request): Promise<SimulatorAnswer> {
  const { pathname } = new URL(request.url);
  if (isControlPath(pathname)) return plainly(await answerControl(simulator, request));
  if (isOnboardPagePath(pathname)) return plainly(await answerOnboardPage(upstream.simulation, request));
  return answerUpstream(upstream, request);
}

function complete(simulation: Simulation, id: string, completion?: Completion): OnboardingRecord {
  const record = simulation.world.onboardings.get(id.toLowerCase());
  if (!record || record.deletedAt !== null) throw new RangeError(`There is no onboarding ${id}.`);
  if (record.state === 'completed') throw new RangeError(`The onboarding ${id} is completed already.`);
  completeOnboarding(simulation, record, completion);
  return structuredClone(record);
}
