import type { Simulation } from '../simulation.js';
import type { EdlinkError } from './edlink-error.js';

const tokenErrors = ['INVALID_TOKEN', 'EXPIRED_TOKEN'];

const statusOfCode: Record<string, number> = {
  INVALID_TOKEN: 401,
  EXPIRED_TOKEN: 401,
  NO_PERMISSION: 403,
  NOT_FOUND: 404,
};

/** One object: inside `$data` (the changelog) or bare (the samples). */
export function objectAnswer(simulation: Simulation, object: object, status = 200): Response {
  const { envelope } = simulation.settings;
  return jsonAnswer(envelope ? { $data: object, $request: simulation.randomUuid() } : object, status);
}

/** Lists are always enveloped; `$next` is absent on the last page. */
export function listAnswer(simulation: Simulation, $data: readonly object[], $next?: string): Response {
  return jsonAnswer({ $data, $request: simulation.randomUuid(), ...($next && { $next }) }, 200);
}

/** Nothing is known of Edlink's rate limiter but that 429 has to be obeyed. */
export const throttledAnswer = (): Response => new Response('Too many requests', { status: 429 });

/** The vendor lists nearly every error as 400, its OpenAPI document does not. */
export function errorAnswer(simulation: Simulation, error: EdlinkError): Response {
  return jsonAnswer(errorBody(simulation, error), error.status ?? statusFor(simulation, error.code));
}

function statusFor({ settings }: Simulation, code: string): number {
  if (code === 'INTERNAL') return 500;
  return settings.errorStatus === 'by-code' ? (statusOfCode[code] ?? 400) : 400;
}

function errorBody({ settings, randomUuid }: Simulation, { code, message }: EdlinkError): object {
  const $request = randomUuid();
  const isSingular = settings.singularError !== 'never' && tokenErrors.includes(code);
  if (!isSingular) return { $request, $errors: [{ code, message }] };
  return { $request, $error: settings.singularError === 'text' ? code : { code, message } };
}

const jsonAnswer = (body: object, status: number): Response => Response.json(body, { status });
