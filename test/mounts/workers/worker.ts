import { proxy } from './proxy.js';

export default {
  fetch(request, _env, context) {
    const answer = proxy(request);
    context.waitUntil(answer); // somebody who leaves must not stop what others wait for
    return answer;
  },
  async scheduled() {
    await proxy.sweep(); // by a cron trigger, every minute: then set the option `watched: true`
  },
} satisfies ExportedHandler;
