import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** One HTTP/1.1 request as it was on the wire. */
export interface WireRequest {
  /** `POST /api/v1/… HTTP/1.1` */
  line: string;
  /** In the order and spelling in which they were sent. */
  headers: [name: string, value: string][];
  body: string;
}

export interface Tap {
  url: string;
  requests: () => WireRequest[];
  /** Every byte, as latin1. */
  text: () => string;
  close: () => Promise<void>;
}

/**
 * A wire to a port on this machine that writes down what goes there. It knows nothing of HTTP, so that it passes on
 * resets and half answers as they are.
 */
export async function tap(port: number): Promise<Tap> {
  const connections: Buffer[][] = [];
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (near) => {
    const chunks: Buffer[] = [];
    connections.push(chunks);
    near.on('data', (chunk: Buffer) => chunks.push(chunk));
    const far = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    join(near, far);
    join(far, near);
    for (const socket of [near, far]) open.add(socket.on('close', () => open.delete(socket)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const texts = () => connections.map((chunks) => Buffer.concat(chunks).toString('latin1'));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => texts().flatMap(requestsIn),
    text: () => texts().join(''),
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function join(from: Socket, to: Socket): void {
  from.pipe(to);
  from.on('error', () => to.resetAndDestroy());
  from.on('close', () => to.destroySoon());
}

/** The requests of one connection. */
function requestsIn(text: string): WireRequest[] {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return [];
  const [line = '', ...fields] = text.slice(0, end).split('\r\n');
  const headers = fields.map((field): [string, string] => {
    const [name = '', ...value] = field.split(': ');
    return [name, value.join(': ')];
  });
  const length = Number(headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1] ?? 0);
  const rest = text.slice(end + 4);
  return [{ line, headers, body: rest.slice(0, length) }, ...requestsIn(rest.slice(length))];
}
