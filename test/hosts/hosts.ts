import { inRoot } from '../../scripts/paths.js';
import { hasServer, python, type Server } from '../../scripts/servers.js';

export interface HostSettings {
  port: number;
  /** For whatever it writes. */
  directory: string;
  edlinkUrl: string;
}

type Command = readonly [command: string, ...parameters: string[]];

/** How one of the example proxies is started. */
export interface Host {
  name: Server;
  command: (settings: HostSettings) => Command | Promise<Command>;
  /** Beside what all of them read. */
  env?: Readonly<Record<string, string>>;
}

const at = (path: string): string => inRoot(`demo/hosts/${path}`);

export const php: Host = {
  name: 'php',
  command: ({ port }) => ['php', '-S', `127.0.0.1:${port}`, at('php/proxy.php')],
  // PHP's own server answers one request after the other unless it is told otherwise.
  env: { PHP_CLI_SERVER_WORKERS: '8' },
};

export const django: Host = {
  name: 'django',
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

export const sinatra: Host = {
  name: 'sinatra',
  command: ({ port }) => [
    'puma',
    ...['--environment', 'production', '--threads', '8:8'],
    ...['--bind', `tcp://127.0.0.1:${port}`, at('sinatra/config.ru')],
  ],
};

/** Why a host cannot be tried here; `false` when it can. That `SERVERS` insists on it is judged by `npm test`. */
export const skipReason = ({ name }: Host): string | false =>
  hasServer(name) ? false : `${name} is not installed`;
