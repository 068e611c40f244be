import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Sessions {
  url: string;
  close: () => void;
}

/** The server of the host's that knows who is signed in, for a proxy that does not. */
export async function serveSessions(): Promise<Sessions> {
  const server = createServer(({ headers, url }, response) => {
    const isSignedIn = url === '/session' && headers.cookie === 'session=anna';
    response.writeHead(isSignedIn ? 204 : 401).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/session`, close };
}
