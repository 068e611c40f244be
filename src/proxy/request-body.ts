import { readJson, UnreadableBody } from './capped-reading.js';
import { ProxyFailure } from './failure.js';

const longestBody = 8 * 1024;
const deadline = 10_000;

/** The JSON object in a browser's request. */
export async function readRequestBody(request: Request): Promise<Record<string, unknown>> {
  const mediaType = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') {
    throw new ProxyFailure('invalid_request', { status: 415, detail: 'send application/json' });
  }
  const body = await read(request);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ProxyFailure('invalid_request', { detail: 'send a JSON object' });
  }
  return body as Record<string, unknown>;
}

async function read(request: Request): Promise<unknown> {
  try {
    return await readJson(request.body, longestBody, AbortSignal.timeout(deadline));
  } catch (error) {
    const isTooLong = error instanceof UnreadableBody && error.reason === 'too_long';
    throw new ProxyFailure('invalid_request', {
      status: isTooLong ? 413 : 422,
      detail: isTooLong ? 'send at most 8 KiB' : 'send a JSON object',
    });
  }
}
