import type { Browser } from 'playwright-core';

/**
 * Playwright tells Firefox with every evaluation that a person has acted, and evaluates whenever a document is
 * made: pages could open tabs at any time. There is no option against it, so its messages are changed on their
 * way; the version is pinned, and the test of the popup blocker notices when this stops working.
 */
export function claimNoGesture(browser: Browser): void {
  const { _connection: connection } = browser as unknown as Internals;
  const transport = connection.toImpl(browser)._connection._transport;
  const send = transport.send.bind(transport);
  transport.send = (message) => {
    const claims = message.params && 'userActivation' in message.params;
    send(claims ? { ...message, params: { ...message.params, userActivation: false } } : message);
  };
}

interface Internals {
  _connection: { toImpl: (browser: Browser) => { _connection: { _transport: Transport } } };
}

interface Transport {
  send: (message: { params?: object }) => void;
}
