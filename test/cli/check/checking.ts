import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { check, type CheckOptions } from '../../../src/cli/check/check.js';
import type { Report } from '../../../src/cli/check/report.js';
import type { Simulator, SimulatorSettingsPatch } from '../../../src/simulator/index.js';
import { serveSimulator } from '../../../src/simulator/node/index.js';
import { passThrough } from '../../e2e/host/pass-through.js';
import { school, serve, setStage, type Stage } from '../../proxy/stage.js';

export const session = (name: string) => ({ headers: { Cookie: `session=${name}` } });

/** Everything that can be asked: by Anna, with Ben of another tenant, creating and deleting. */
export const everything = {
  level: 'full',
  write: true,
  caller: session('anna'),
  other: session('ben'),
  body: {},
  timeout: 5000,
  fetch: globalThis.fetch,
} satisfies Partial<CheckOptions>;

export type Handler = (request: Request) => Promise<Response>;

/** Something between the caller and the reference proxy, which does one thing wrong. */
export type Spoiler = (proxy: Handler, stage: Stage) => Handler;

export interface Checked {
  report: Report;
  stage: Stage;
}

/** The reference proxy on the simulator, with links in three pages. */
export async function setStageWithLinks(
  context: TestContext,
  changes: Parameters<typeof setStage>[1] = {},
): Promise<Stage> {
  const stage = await setStage(context, { pathwright: {}, ...changes }, { linkPageSize: 1 });
  stage.simulator.school(school).seedLinks(3);
  return stage;
}

/** The report on the reference proxy on the simulator, spoilt or not. */
export async function checkReference(
  context: TestContext,
  options: Partial<CheckOptions> = {},
  spoil: Spoiler = (proxy) => proxy,
  hasLinks = false,
): Promise<Checked> {
  const stage = await (hasLinks ? setStageWithLinks(context) : setStage(context));
  const spoilt = spoil(stage.proxy, stage);
  const url = await serve(context, async (request) => spoilt(await copyOf(request)));
  return { report: await check({ ...everything, ...options, url: new URL(`${url}/edlink`) }), stage };
}

/** A `Request` that can be made into others, which the adapter's is not. */
async function copyOf(request: Request): Promise<Request> {
  const { url, method, headers } = request;
  return new Request(url, { method, headers, ...(method === 'POST' && { body: await request.text() }) });
}

/** A bare pass-through of three routes, and the Edlink behind it. */
export async function servePassThrough(
  context: TestContext,
  settings: SimulatorSettingsPatch = {},
): Promise<{ url: URL; simulator: Simulator }> {
  const upstream = await serveSimulator({ settings });
  const server = createServer((request, response) => {
    const path = request.url?.replace(/^\/edlink\//, '') ?? '';
    void passThrough(upstream.url, path, request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(async () => {
    server.close();
    server.closeAllConnections();
    await upstream.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: new URL(`http://127.0.0.1:${port}/edlink`), simulator: upstream.simulator };
}

export const failedRules = ({ rules }: Report): string[] =>
  rules.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);

/** The lines that a person reads. */
export const complaints = ({ rules }: Report): string[] =>
  rules.flatMap(({ finding }) => (finding ? [`${finding.rule}: ${finding.message}`] : []));

export const skippedRules = ({ rules }: Report): string[] =>
  rules.filter(({ outcome }) => outcome === 'skipped').map(({ id }) => id);

/** What is alive at Edlink: nothing, unless somebody else made it. */
export const alive = (simulator: Simulator): string[] =>
  simulator.onboardings.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id);
