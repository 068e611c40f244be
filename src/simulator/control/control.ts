import * as v from 'valibot';
import { uuid } from '../../contract/uuid.js';
import { SimulatorSettingsError } from '../settings-error.js';
import type { Simulator } from '../simulator.js';
import { corsHeaders } from './control-cors.js';
import { problem } from './control-problem.js';
import { readBody } from './read-body.js';
import { answerSchoolControl } from './school-controls.js';

const prefix = '/__simulator/';
const completePath = /^\/__simulator\/onboardings\/(?<id>[^/]+)\/complete$/;

const completionSchema = v.strictObject({
  integration: v.exactOptional(v.boolean()),
  integrationId: v.exactOptional(uuid),
  districtName: v.exactOptional(v.string()),
  permissions: v.exactOptional(v.array(v.string())),
});

export const isControlPath = (path: string): boolean => path.startsWith(prefix);

/** The routes by which a demo, a test or a person changes the simulator while it runs. */
export async function answerControl(simulator: Simulator, request: Request): Promise<Response> {
  const response = request.method === 'OPTIONS' ? noContent() : await carryOut(simulator, request);
  for (const [name, value] of corsHeaders(request)) response.headers.set(name, value);
  response.headers.set('Cache-Control', 'no-store');
  return response;
}

async function carryOut(simulator: Simulator, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const { method } = request;
  const body = await request.text();
  const completed = completePath.exec(pathname)?.groups?.id;
  if (method === 'POST' && completed) return complete(simulator, completed, body);
  const ofSchool = answerSchoolControl(simulator, method, pathname, body);
  if (ofSchool) return ofSchool;
  switch (`${method} ${pathname.slice(prefix.length)}`) {
    case 'GET settings':
      return Response.json(simulator.settings);
    case 'PATCH settings':
      return configure(simulator, body);
    case 'GET onboardings':
      return Response.json(simulator.onboardings);
    case 'POST reset':
      simulator.reset();
      return noContent();
    default:
      return problem(404, 'not_found', 'The simulator has no such control.');
  }
}

function configure(simulator: Simulator, body: string): Response {
  // What the settings may be is checked where they are changed.
  const patch = readBody(v.looseObject({}), body);
  if (patch instanceof Response) return patch;
  try {
    return Response.json(simulator.configure(patch));
  } catch (error) {
    if (!(error instanceof SimulatorSettingsError)) throw error;
    return problem(422, 'invalid_request', error.message, error.setting);
  }
}

function complete(simulator: Simulator, id: string, body: string): Response {
  const completion = readBody(completionSchema, body || '{}');
  if (completion instanceof Response) return completion;
  const record = simulator.onboardings.find((candidate) => candidate.id === id.toLowerCase());
  if (!record || record.deletedAt !== null) return problem(404, 'not_found', 'There is no such onboarding.');
  if (record.state === 'completed') return problem(409, 'conflict', 'The onboarding is completed already.');
  return Response.json(simulator.complete(id, completion));
}

const noContent = () => new Response(null, { status: 204 });
