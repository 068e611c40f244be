import { acknowledged, returnChannel, returned } from '../contract/return-message.js';

/** All that means "ask now": somebody comes back, something wakes up, the network is there again. */
export interface Signals {
  listen(): void;
  stop(): void;
}

/** `heed` is told whether it was the return page's message. */
export function createSignals(heed: (isReturn: boolean) => void): Signals {
  let channel: BroadcastChannel | undefined;

  const openChannel = (): void => {
    try {
      channel ??= new BroadcastChannel(returnChannel);
      channel.onmessage = ({ data }: MessageEvent<{ type?: unknown } | null>) => {
        if (data?.type !== returned) return;
        channel?.postMessage({ type: acknowledged });
        heed(true);
      };
    } catch {
      // Missing in some embedded browsers, and refused in sandboxed frames.
    }
  };

  const closeChannel = (): void => {
    channel?.close();
    channel = undefined;
  };

  const onAttention = ({ type }: Event): void => {
    // An open channel keeps a page out of some back-forward caches.
    if (type === 'pagehide') closeChannel();
    else if (type === 'pageshow') openChannel();
    if (document.visibilityState === 'visible' || type === 'online') heed(false);
  };

  const switchTo = (method: 'addEventListener' | 'removeEventListener'): void => {
    for (const type of ['focus', 'pageshow', 'pagehide', 'online']) window[method](type, onAttention);
    for (const type of ['visibilitychange', 'resume']) document[method](type, onAttention);
  };

  return {
    listen() {
      switchTo('addEventListener');
      openChannel();
    },
    stop() {
      switchTo('removeEventListener');
      closeChannel();
    },
  };
}
