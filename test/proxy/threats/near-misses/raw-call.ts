import { once } from 'node:events';
import { connect } from 'node:net';
import type { Problem } from '../../../../src/contract/problem.js';

/** A request as it goes over the wire: nothing tidies it up. */
export interface RawRequest {
  method: string;
  target: string;
  version: string;
  headers: [name: string, value: string][];
  body: string | Buffer;
}

export interface RawAnswer {
  status: number;
  /** Names in lower case. */
  headers: Map<string, string>;
  text: string;
  /** `undefined` when the answer has no body, or is no problem. */
  problem: Problem | undefined;
}

/** Sends it on a connection of its own and waits for the end of the answer. */
export async function sendRaw(url: string, request: RawRequest): Promise<RawAnswer> {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port) });
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  // A server may hang up before it has read everything.
  socket.on('error', () => undefined);
  socket.write(Buffer.concat([Buffer.from(headOf(request), 'latin1'), Buffer.from(request.body)]));
  await once(socket, 'close');
  return readAnswer(Buffer.concat(chunks).toString());
}

const headOf = ({ method, target, version, headers }: RawRequest): string =>
  [`${method} ${target} ${version}`, ...headers.map(([name, value]) => `${name}: ${value}`), '', ''].join(
    '\r\n',
  );

function readAnswer(answer: string): RawAnswer {
  const end = answer.indexOf('\r\n\r\n');
  const [line = '', ...fields] = answer.slice(0, end).split('\r\n');
  const headers = new Map(
    fields.map((field): [string, string] => {
      const [name = '', ...value] = field.split(': ');
      return [name.toLowerCase(), value.join(': ')];
    }),
  );
  const rest = answer.slice(end + 4);
  const text = headers.get('transfer-encoding') === 'chunked' ? unchunk(rest) : rest;
  const isProblem = headers.get('content-type') === 'application/problem+json';
  return {
    status: Number(line.split(' ')[1]),
    headers,
    text,
    problem: isProblem && text !== '' ? (JSON.parse(text) as Problem) : undefined,
  };
}

/** Lengths are of bytes, and all our texts are ASCII. */
function unchunk(rest: string): string {
  const length = Number.parseInt(rest, 16);
  const begin = rest.indexOf('\r\n') + 2;
  return length > 0 ? rest.slice(begin, begin + length) + unchunk(rest.slice(begin + length + 2)) : '';
}
