import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toNodeHandler } from 'srvx/node';

export type Answer = (request: Request) => Promise<Response>;

/** Serves a fetch handler to this machine only. Rejects if the port is taken. */
export async function listen(
  port: number,
  answer: Answer,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer(toNodeHandler(answer) as RequestListener);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
