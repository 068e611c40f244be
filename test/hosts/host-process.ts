import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface HostCommand {
  command: string;
  parameters: readonly string[];
  /** All of it: nothing of this machine's settings (a proxy, a locale) gets into a host. */
  env: Readonly<Record<string, string>>;
}

/** Milliseconds until a server has to answer; the machine may be busy. */
const patience = 20_000;

/** Runs a server and waits until its port is open. */
export async function runHost(host: HostCommand, port: number): Promise<HostProcess> {
  const child = spawn(host.command, host.parameters, {
    env: host.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const running = new HostProcess(child);
  const deadline = Date.now() + patience;
  while (!(await isOpen(port))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await running.stop();
      throw new Error(`${host.command} does not answer:\n${running.output}`);
    }
    await sleep(25);
  }
  return running;
}

export class HostProcess {
  /** Whatever it has printed. */
  output = '';
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown>;

  constructor(child: ChildProcess) {
    this.#child = child;
    this.#exited = once(child, 'close');
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    }
  }

  /** Its workers too: they are a process group of their own. */
  async stop(): Promise<void> {
    const { pid, exitCode } = this.#child;
    if (pid !== undefined && exitCode === null) process.kill(-pid, 'SIGKILL');
    await this.#exited;
  }
}

/**
 * For a server that cannot choose one itself. Below those that systems hand out (32768 and above), because between
 * now and the server's start somebody else might be given it.
 */
export async function freePort(): Promise<number> {
  const port = randomInt(20_000, 30_000);
  return (await isOpen(port)) ? freePort() : port;
}

async function isOpen(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
