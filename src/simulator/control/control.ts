import * as v from 'valibot';
import { uuid } from '../../contract/uuid.js';
import { SimulatorSettingsError } from '../settings-error.js';
import type { Simulator } from '../simulator.js';
import { corsHeaders } from './control-cors.js';
import { problem } from './control-problem.js';

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
  const completed = completePath.exec(pathname)?.groups?.id;
  if (request.method === 'POST' && completed) return complete(simulator, completed, await request.text());
  switch (`${request.method} ${pathname.slice(prefix.length)}`) {
    case 'GET settings':
      return Response.json(simulator.settings);
    case 'PATCH settings':
      return configure(simulator, await request.text());
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
  const patch = parseJson(body);
  if (patch === undefined) return notJson();
  try {
    return Response.json(simulator.configure(patch));
  } catch (error) {
    if (!(error instanceof SimulatorSettingsError)) throw error;
    return problem(422, 'invalid_request', error.message, error.setting);
  }
}

function complete(simulator: Simulator, id: string, body: string): Response {
  const json = body === '' ? {} : parseJson(body);
  if (json === undefined) return notJson();
  const completion = v.safeParse(completionSchema, json);
  if (!completion.success) {
    const [issue] = completion.issues;
    return problem(422, 'invalid_request', issue.message, v.getDotPath(issue) ?? undefined);
  }
  const record = simulator.onboardings.find((candidate) => candidate.id === id.toLowerCase());
  if (!record || record.deletedAt !== null) return problem(404, 'not_found', 'There is no such onboarding.');
  if (record.state === 'completed') return problem(409, 'conflict', 'The onboarding is completed already.');
  return Response.json(simulator.complete(id, completion.output));
}

/** The parsed body, typed loosely because the schemas behind it check it; `undefined` if it is no JSON. */
function parseJson(text: string): object | undefined {
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}

const notJson = () => problem(400, 'invalid_request', 'The body is no JSON.');
const noContent = () => new Response(null, { status: 204 });
