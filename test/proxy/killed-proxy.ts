import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openProxy } from '../../src/proxy/node/index.js';
import { applicationId, authorize, teamId, token } from './stage.js';

// A server of its own process, for kill.test.ts: `killed-proxy.ts <directory> <upstream>`.
const [directory = '', baseUrl = ''] = process.argv.slice(2);
const edlink = { token, teamId, applicationId, baseUrl };
const proxy = await openProxy({ basePath: '/edlink', edlink, authorize, directory, sweepEvery: false });
const server = createServer(proxy.listener).listen(0, '127.0.0.1', () => {
  console.log((server.address() as AddressInfo).port);
});
