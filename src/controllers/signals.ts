import { acknowledged, returned } from '../contract/return-message.js';
import { pageChannel } from './channel.js';

/** All that means "ask now": somebody comes back, something wakes up, the network is there again. */
export interface Signals {
  listen(): void;
  stop(): void;
}

type Heed = (isReturn: boolean) => void;

/** Everybody on the page who waits; the events are heard once for all of them. */
const waiting = new Set<Heed>();
let stopChannel: (() => void) | undefined;

function tell(isReturn: boolean): void {
  for (const heed of [...waiting]) heed(isReturn);
}

const onAttention = ({ type }: Event): void => {
  if (document.visibilityState === 'visible' || type === 'online') tell(false);
};

function switchTo(method: 'addEventListener' | 'removeEventListener'): void {
  for (const type of ['focus', 'pageshow', 'online']) window[method](type, onAttention);
  for (const type of ['visibilitychange', 'resume']) document[method](type, onAttention);
}

function begin(): void {
  switchTo('addEventListener');
  stopChannel = pageChannel.listen(({ type }) => {
    if (type !== returned) return;
    pageChannel.post({ type: acknowledged });
    tell(true);
  });
}

function end(): void {
  switchTo('removeEventListener');
  stopChannel?.();
}

/** `heed` is told whether it was the return page's message. */
export const createSignals = (heed: Heed): Signals => ({
  listen() {
    if (waiting.size === 0) begin();
    waiting.add(heed);
  },
  stop() {
    if (waiting.delete(heed) && waiting.size === 0) end();
  },
});
