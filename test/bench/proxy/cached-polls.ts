import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type Measurement, measurement } from '../measurement.js';

const program = fileURLToPath(new URL('poll-server.ts', import.meta.url));
const agent = new Agent({ keepAlive: true, maxSockets: 8 });

interface Reading {
  /** Milliseconds of the server's own time. */
  cpu: number;
  /** Bytes after a garbage collection. */
  heap: number;
}

interface PollServer {
  constant: () => Promise<void>;
  poll: () => Promise<void>;
  read: () => Promise<Reading>;
  stop: () => void;
}

const rounds = 10;
const requestsInARound = 2_500;

/** What answering from memory costs the host: its CPU time beside that of a constant, and its memory. */
export async function cachedPolls(): Promise<Measurement[]> {
  const server = await startServer();
  try {
    await repeat(server.poll, requestsInARound);
    await repeat(server.constant, requestsInARound);
    const first = await server.read();
    const ratio = await compare(server);
    await repeat(server.poll, rounds * requestsInARound);
    const grown = (await server.read()).heap - first.heap;
    return [
      measurement('CPU of a cached poll, beside a constant answer', round(ratio), 'times', 1.5),
      measurement('growth of the heap over 50,000 polls', Math.round(grown / 1024), 'KiB', 1024),
    ];
  } finally {
    server.stop();
  }
}

/** Turn by turn, because machines are noisy; the median of the rounds' ratios. */
async function compare({ poll, constant, read }: PollServer): Promise<number> {
  const ratios: number[] = [];
  for (let count = 0; count < rounds; count++) {
    const [start, middle, end] = [
      await read(),
      await repeat(constant, requestsInARound).then(read),
      await repeat(poll, requestsInARound).then(read),
    ] as const;
    ratios.push((end.cpu - middle.cpu) / (middle.cpu - start.cpu));
  }
  return ratios.sort((left, right) => left - right)[rounds / 2] ?? NaN;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Eight at a time. */
async function repeat(request: () => Promise<void>, times: number): Promise<void> {
  let left = times;
  const work = async () => {
    while (left-- > 0) await request();
  };
  await Promise.all(Array.from({ length: 8 }, work));
}

async function startServer(): Promise<PollServer> {
  const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const next = linesOf(child);
  const { port, tenant, path } = (await next()) as { port: number; tenant: string; path: string };
  const headers = {
    'X-Requested-With': 'connect-district',
    'Sec-Fetch-Site': 'same-origin',
    'X-Tenant': tenant,
  };
  const ask = async (path: string) => {
    const request = get({ host: '127.0.0.1', port, path, headers, agent });
    const [response] = (await once(request, 'response')) as [Readable & { statusCode: number }];
    if (response.statusCode !== 200) throw new Error(`The server answered ${response.statusCode}.`);
    response.resume();
    await once(response, 'end');
  };
  return {
    constant: () => ask('/constant'),
    poll: () => ask(path),
    async read() {
      child.stdin.write('\n');
      return (await next()) as Reading;
    },
    stop: () => child.stdin.end(),
  };
}

function linesOf({ stdout }: ChildProcessByStdio<Writable, Readable, null>): () => Promise<unknown> {
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  return async () => JSON.parse((await lines.next()).value as string) as unknown;
}
