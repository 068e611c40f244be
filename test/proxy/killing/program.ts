import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toNodeHandler } from 'srvx/node';
import { createProxy, type ProxyOptions } from '../../../src/proxy/index.js';
import { openStore } from '../../../src/proxy/node/index.js';
import { openRedisStore } from '../../../src/proxy/redis/index.js';
import { simulatorDefaults } from '../../../src/simulator/index.js';
import type { ProgramOptions } from './child.js';

// A proxy in a process of its own, to be killed: `program.ts <ProgramOptions as JSON>` prints its port.
const { upstream, timeout, ...where } = JSON.parse(process.argv[2] ?? '') as ProgramOptions;
const { token, teamId, applicationId } = simulatorDefaults;

/** Every session is a tenant. */
const authorize: ProxyOptions['authorize'] = ({ headers }) => {
  const tenant = headers.get('Cookie') ?? '';
  return { tenant, actor: tenant, scope: 'own', can: ['read', 'create'] };
};

const proxy = createProxy({
  basePath: '/edlink',
  edlink: { token, teamId, applicationId, baseUrl: upstream, timeout },
  authorize,
  store: await ('directory' in where ? openStore(where.directory) : openRedisStore({ url: where.redis })),
});
const listener = toNodeHandler((request) => proxy(request)) as Parameters<typeof createServer>[1];
const server = createServer(listener).listen(0, '127.0.0.1', () => {
  console.log((server.address() as AddressInfo).port);
});
