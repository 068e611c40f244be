import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before } from 'node:test';
import { promisify } from 'node:util';
import type { Simulator } from '../../src/simulator/index.js';
import { simulatorDefaults } from '../../src/simulator/index.js';
import type { LoggedRequest } from '../../src/simulator/request-log.js';
import { serveSimulator, type ServedSimulator } from '../../src/simulator/node/index.js';
import { call, type Answer, type CallOptions } from '../proxy/calling.js';
import { token } from './canaries.js';
import { freePort, runHost, type HostProcess } from './host-process.js';
import type { Host } from './hosts.js';
import { serveSessions, type Sessions } from './sessions.js';

export const path = '/edlink/onboardings';
export const page = 'https://app.example';
/** What a host's `on_connected` has written down. */
export interface Connection {
  tenant: string;
  actor: string;
  onboarding_id: string;
  integration_id: string;
}

/** One host in front of one simulator, for all tests of a file. */
export class Stage {
  readonly answers: Answer[] = [];
  /** Runs once what cron would run. */
  sweep: () => Promise<void> = () => Promise.resolve();
  #upstream: ServedSimulator | undefined;
  #sessions: Sessions | undefined;
  #process: HostProcess | undefined;
  /** Who has made what. */
  readonly #owners = new Map<string, string>();
  #directory = '';
  #port = 0;
  #cleared = 0;

  get simulator(): Simulator {
    return this.#upstream!.simulator;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get edlinkUrl(): string {
    return this.#upstream!.url;
  }

  /** What has reached Edlink since all was cleared. */
  get sent(): readonly LoggedRequest[] {
    return this.simulator.requests.log.slice(this.#cleared);
  }

  /** What the host has printed so far. */
  get output(): string {
    return this.#process!.output;
  }

  async open(host: Host): Promise<void> {
    this.#directory = await mkdtemp(join(tmpdir(), 'connect-district-'));
    this.#upstream = await serveSimulator({ settings: { token } });
    this.#port = await freePort();
    this.#sessions = await serveSessions();
    const settings = {
      port: this.#port,
      directory: this.#directory,
      edlinkUrl: this.#upstream.url,
      sessionUrl: this.#sessions.url,
    };
    const [command, ...parameters] = await host.command(settings);
    const env = { PATH: process.env.PATH ?? '', ...this.#environment(), ...host.env };
    this.sweep = async () => {
      const [program = '', ...rest] = host.sweep ?? [];
      await promisify(execFile)(program, rest, { env });
    };
    this.#process = await runHost({ command, parameters, env }, this.#port);
  }

  #environment(): Record<string, string> {
    return {
      EDLINK_BASE_URL: this.#upstream!.url,
      EDLINK_TOKEN: token,
      EDLINK_TEAM_ID: simulatorDefaults.teamId,
      EDLINK_APPLICATION_ID: simulatorDefaults.applicationId,
      DATABASE_PATH: join(this.#directory, 'proxy.sqlite3'),
      CONNECTIONS_FILE: this.#connectionsFile,
      ORIGINS: page,
    };
  }

  get #connectionsFile(): string {
    return join(this.#directory, 'vendor', 'connections.jsonl');
  }

  async close(): Promise<void> {
    await this.#process?.stop();
    this.#sessions?.close();
    await this.#upstream?.close();
    await rm(this.#directory, { recursive: true, force: true });
  }

  readonly call = async (method: string, url: string, options?: CallOptions): Promise<Answer> => {
    const answer = await call(this.url, method, url, options);
    this.answers.push(answer);
    if (method === 'POST' && answer.status < 300) {
      this.#owners.set(answer.onboarding.id, options?.as ?? 'anna');
    }
    return answer;
  };

  /** Creates one and insists that it worked. */
  async create(options: CallOptions = {}): Promise<Answer> {
    const answer = await this.call('POST', path, { body: {}, ...options });
    if (answer.status !== 201)
      throw new Error(`not created: ${answer.status} ${answer.text}\n${this.output}`);
    return answer;
  }

  /** The host's own database is there from now on: until then `on_connected` fails. */
  async letHostRemember(): Promise<void> {
    await mkdir(dirname(this.#connectionsFile), { recursive: true });
  }

  async connections(): Promise<Connection[]> {
    const lines = (await readFile(this.#connectionsFile, 'utf8')).trim().split('\n');
    return lines.map((line) => JSON.parse(line) as Connection);
  }

  /** So that no test finds what another has left. */
  async clear(): Promise<void> {
    this.simulator.configure({ faults: [] });
    const pending = this.simulator.onboardings.filter(
      ({ state, deletedAt }) => state !== 'completed' && deletedAt === null,
    );
    for (const { id } of pending) {
      const as = this.#owners.get(id);
      if (as) await this.call('DELETE', `${path}/${id}`, { as });
    }
    this.#cleared = this.simulator.requests.log.length;
  }
}

/** A stage that is open while the tests of the surrounding `describe` run. */
export function useStage(host: Host): Stage {
  const stage = new Stage();
  before(() => stage.open(host));
  after(() => stage.close());
  return stage;
}
