import { fastify } from 'fastify';
import { openFor, untilListening, type Mount } from './mount.js';

export const onFastify: Mount = {
  name: 'Fastify',
  seesRawPath: true,
  async serve(context, edlinkUrl) {
    const proxy = await openFor(context, edlinkUrl);
    const app = fastify();
    app.register((scope, _options, done) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, _body, skip) => skip(null)); // the proxy reads bodies itself
      scope.all('/edlink/*', (request, reply) => {
        reply.hijack();
        proxy.listener(request.raw, reply.raw);
      });
      done();
    });
    await app.listen();
    return untilListening(context, app.server);
  },
};
