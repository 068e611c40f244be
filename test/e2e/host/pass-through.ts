import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { simulatorDefaults } from '../../../src/simulator/index.js';

const { teamId, token } = simulatorDefaults;
const forwarded = /^(POST onboardings|(GET|DELETE) onboardings\/[\w-]+)$/;

/** The least that can stand before Edlink: three routes, and the token attached. */
export async function passThrough(
  upstream: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = '' } = request;
  if (!forwarded.test(`${method} ${path}`)) return void response.writeHead(404).end();
  const answer = await fetch(`${upstream}/api/v1/teams/${teamId}/${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(method === 'POST' && { body: await text(request) }),
  });
  response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(await answer.text());
}
