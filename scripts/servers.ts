import { spawnSync } from 'node:child_process';
import { choose, type Choice } from './choice.js';
import { firstThatExists, onPath } from './on-path.js';

/** Valkey is the same to us. */
export const findRedis = (): string | undefined => onPath('redis-server', 'valkey-server');

/** Debian's, because another Python does not see Debian's packages. */
export const python = '/usr/bin/python3';

/** Debian's is where only root looks. */
export const findNginx = (): string | undefined => onPath('nginx') ?? firstThatExists('/usr/sbin/nginx');

const runs = (command: string, ...parameters: string[]): boolean =>
  spawnSync(command, parameters).status === 0;

const finders = {
  redis: findRedis,
  php: () => runs('php', '-r', 'exit(extension_loaded("curl") && extension_loaded("pdo_sqlite") ? 0 : 1);'),
  django: () => runs(python, '-c', 'import django'),
  sinatra: () => runs('ruby', '-e', 'require "sinatra/base"; require "sqlite3"; require "puma"'),
  nginx: findNginx,
};

export type Server = keyof typeof finders;

export const hasServer = (server: Server): boolean => Boolean(finders[server]());

/** Unset, `SERVERS` asks for all and insists on none. */
export const chooseServers = (asked = process.env.SERVERS): Choice =>
  choose(finders, { asked, insisted: [] });
