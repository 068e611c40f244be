import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

/** Writes one answer; `good` is what Edlink would have said. */
export type Write = (response: ServerResponse, good: string) => void;

/** The text that no browser may ever see. */
export const mark = 'upstream-text';

export interface HostileUpstream {
  url: string;
  /** What the next requests get. */
  answer: Write;
  /** How many requests have come. */
  asked: number;
}

/** An upstream that gives everybody the answer it was told to give. */
export async function serveHostile(context: TestContext, goodAnswer: () => string): Promise<HostileUpstream> {
  const server = createServer((request, response) => {
    upstream.asked++;
    // Where a redirect leads, there is a good answer: nobody may fetch it.
    if (request.url === `/${mark}`)
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(goodAnswer());
    else upstream.answer(response, goodAnswer());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const upstream: HostileUpstream = { url, asked: 0, answer: (response) => response.destroy() };
  return upstream;
}
