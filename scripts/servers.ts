import { choose, type Choice } from './choice.js';
import { onPath } from './on-path.js';

/** Valkey is the same to us. */
export const findRedis = (): string | undefined => onPath('redis-server', 'valkey-server');

/** Unset, `SERVERS` asks for all and insists on none. */
export const chooseServers = (asked = process.env.SERVERS): Choice =>
  choose({ redis: findRedis }, { asked, insisted: [] });
