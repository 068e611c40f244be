import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../../scripts/paths.js';
import { findNginx, hasServer, python, type Server } from '../../scripts/servers.js';
import { simulatorDefaults } from '../../src/simulator/index.js';
import { token } from './canaries.js';

export interface HostSettings {
  port: number;
  /** For whatever it writes. */
  directory: string;
  edlinkUrl: string;
  /** Answers 204 to whoever is signed in, else 401. */
  sessionUrl: string;
}

export type Command = readonly [command: string, ...parameters: string[]];

/** How one of the example proxies is started. */
export interface Host {
  name: Server;
  command: (settings: HostSettings) => Command | Promise<Command>;
  /** What cron runs. */
  sweep?: Command;
  /** Beside what all of them read. */
  env?: Readonly<Record<string, string>>;
}

const at = (path: string): string => inRoot(`demo/hosts/${path}`);

export const php: Host = {
  name: 'php',
  command: ({ port }) => ['php', '-S', `127.0.0.1:${port}`, at('php/proxy.php')],
  sweep: ['php', at('php/sweep.php')],
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
  sweep: [python, at('django/manage.py'), 'sweep_onboardings'],
  env: { PYTHONDONTWRITEBYTECODE: '1', PYTHONUNBUFFERED: '1' },
};

export const sinatra: Host = {
  name: 'sinatra',
  command: ({ port }) => [
    'puma',
    ...['--environment', 'production', '--threads', '8:8'],
    ...['--bind', `tcp://127.0.0.1:${port}`, at('sinatra/config.ru')],
  ],
  sweep: ['ruby', at('sinatra/sweep.rb')],
};

/** The file that people copy, with what is marked in it replaced; nothing else is changed. */
export const nginx: Host = {
  name: 'nginx',
  async command({ port, directory, edlinkUrl, sessionUrl }) {
    const { host } = new URL(edlinkUrl);
    const site = replaceAll(await readFile(at('nginx/connect-district.conf'), 'utf8'), {
      'server ed.link:443;': `server ${host};`,
      'proxy_pass https://edlink/': 'proxy_pass http://edlink/',
      'teams/00000000-0000-0000-0000-000000000000/': `teams/${simulatorDefaults.teamId}/`,
      'listen 127.0.0.1:8080;': `listen 127.0.0.1:${port};`,
      'proxy_pass http://127.0.0.1:3000/session;': `proxy_pass ${sessionUrl};`,
    });
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    const main = `
      daemon off; master_process off; pid nginx.pid; error_log stderr; events {}
      http {
        access_log off;
        ${temporary.map((name) => `${name}_temp_path ${name};`).join('\n')}
        include connect-district.conf;
      }`;
    await writeFile(join(directory, 'nginx.conf'), main);
    await writeFile(join(directory, 'connect-district.conf'), site);
    const secret = `proxy_set_header Authorization "Bearer ${token}";\n`;
    await writeFile(join(directory, 'connect-district.token.conf'), secret);
    return [findNginx()!, '-p', directory, '-c', join(directory, 'nginx.conf')];
  },
};

function replaceAll(text: string, replacements: Record<string, string>): string {
  return Object.entries(replacements).reduce((result, [from, to]) => {
    if (result.split(from).length !== 2) throw new Error(`not there, or not once: ${from}`);
    return result.replace(from, to);
  }, text);
}

/** Why a host cannot be tried here; `false` when it can. That `SERVERS` insists on it is judged by `npm test`. */
export const skipReason = ({ name }: Host): string | false =>
  hasServer(name) ? false : `${name} is not installed`;
