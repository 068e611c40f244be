import { spawnSync } from 'node:child_process';
import { inRoot } from '../../scripts/paths.js';

export interface HostSettings {
  port: number;
  directory: string;
  edlinkUrl: string;
}

type Command = readonly [command: string, ...parameters: string[]];

/** How one of the example proxies is started. */
export interface Host {
  name: string;
  /** Exits with 0 where everything it needs is there. */
  probe: Command;
  command: (settings: HostSettings) => Command | Promise<Command>;
  /** Beside what all of them read. */
  env: Readonly<Record<string, string>>;
}

const at = (path: string): string => inRoot(`demo/hosts/${path}`);

export const php: Host = {
  name: 'php',
  probe: ['php', '-r', 'exit(extension_loaded("curl") && extension_loaded("pdo_sqlite") ? 0 : 1);'],
  command: ({ port }) => ['php', '-S', `127.0.0.1:${port}`, at('php/proxy.php')],
  // PHP's own server answers one request after the other unless it is told otherwise.
  env: { PHP_CLI_SERVER_WORKERS: '8' },
};

const python = '/usr/bin/python3';

export const django: Host = {
  name: 'django',
  probe: [python, '-c', 'import django'],
  command: ({ port }) => [
    'sh',
    '-c',
    '"$0" "$1" migrate && exec "$0" "$1" runserver --noreload "$2"',
    python,
    at('django/manage.py'),
    `127.0.0.1:${port}`,
  ],
  env: { PYTHONDONTWRITEBYTECODE: '1', PYTHONUNBUFFERED: '1' },
};

/** Why a host cannot be tried here; `false` when it can. One that `SERVERS` names has to be there. */
export function skipReason({ name, probe: [command, ...parameters] }: Host): string | false {
  const required = (process.env.SERVERS ?? '').split(',').includes(name);
  if (required || spawnSync(command, parameters).status === 0) return false;
  return `${name} is not installed`;
}
