import { test } from 'node:test';
import express from 'express';
import { onExpress } from './express.js';
import { onFastify } from './fastify.js';
import { onHono } from './hono.js';
import { onNext } from './next.js';
import { nodeHttp } from './node-http.js';
import { tryOut } from './stories.js';
import { onWorkers } from './workers.js';

const mounts = [
  nodeHttp,
  onExpress(),
  onExpress(express.json(), express.urlencoded(), express.text()),
  onFastify,
  onHono,
  onNext,
  onWorkers,
];

for (const mount of mounts) test(mount.name, (context) => tryOut(context, mount));
