import { plainly, type SimulatorAnswer } from '../answer.js';
import { gzipped, padded, trickling } from './body-streams.js';
import type { Spoiler } from './fault-schema.js';

/** The answer to a call that was carried out, after something has happened to it on its way. */
export async function spoil(fault: Spoiler, response: Response): Promise<SimulatorAnswer> {
  switch (fault.kind) {
    case 'non-json':
      return plainly(withBody(response, '{"$data": {"id": oops'));
    case 'huge':
      return plainly(await enlarge(fault, response));
    case 'slow-bytes':
      return plainly(withBody(response, trickling(await bytesOf(response), fault.milliseconds)));
    case 'override':
      return plainly(withBody(response, overridden(await response.text(), fault)));
    case 'drop-after-commit':
      return { response, transport: 'drop' };
    default:
      return { response, transport: fault.kind };
  }
}

async function enlarge(fault: Extract<Spoiler, { kind: 'huge' }>, response: Response): Promise<Response> {
  const body = padded(await bytesOf(response), fault.bytes);
  if (!fault.gzip) return withBody(response, body);
  const compressed = withBody(response, gzipped(body));
  compressed.headers.set('Content-Encoding', 'gzip');
  return compressed;
}

const bytesOf = async (response: Response): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await response.arrayBuffer());

function withBody(response: Response, body: BodyInit): Response {
  const headers = new Headers(response.headers);
  headers.set('Content-Type', 'application/json');
  // 204 must not have a body, and a spoiled DELETE still has to be spoiled.
  return new Response(body, { status: response.status === 204 ? 200 : response.status, headers });
}

type Override = Extract<Spoiler, { kind: 'override' }>;
type Json = Record<string, unknown>;

function overridden(text: string, { fields, page }: Override): string {
  const body = text === '' ? {} : (JSON.parse(text) as Json);
  const inside = ['$data', 'results'].find((name) => name in body);
  if (inside === undefined) return JSON.stringify({ ...body, ...fields });
  const content = body[inside] as Json | Json[];
  const changed = Array.isArray(content)
    ? content.map((one) => ({ ...one, ...fields }))
    : { ...content, ...fields };
  return JSON.stringify({ ...body, [inside]: changed, ...page });
}
