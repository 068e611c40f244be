import { returnChannel } from '../contract/return-message.js';

/** What tabs tell each other. Anything on a page can write it, so it is a hint where to ask and when, never data. */
export interface Message {
  readonly type?: unknown;
  readonly proxy?: unknown;
  readonly id?: unknown;
}

export interface Channel {
  /** Returns what ends it. */
  listen(listener: (message: Message) => void): () => void;
  post(message: Message): void;
}

/** One for the page. It is closed where nobody listens, and while the page is hidden away: an open one may keep it out of the back-forward cache. */
export function createChannel(): Channel {
  const listeners = new Set<(message: Message) => void>();
  let channel: BroadcastChannel | undefined;

  const open = (): void => {
    try {
      channel ??= new BroadcastChannel(returnChannel);
      channel.onmessage = ({ data }: MessageEvent<Message | null>) => {
        for (const listener of [...listeners]) listener(data ?? {});
      };
    } catch {
      // Missing in some embedded browsers, and refused in sandboxed frames.
    }
  };

  const close = (): void => {
    channel?.close();
    channel = undefined;
  };

  const switchTo = (method: 'addEventListener' | 'removeEventListener'): void => {
    window[method]('pageshow', open);
    window[method]('pagehide', close);
  };

  return {
    listen(listener) {
      if (listeners.size === 0) {
        switchTo('addEventListener');
        open();
      }
      listeners.add(listener);
      return () => {
        if (!listeners.delete(listener) || listeners.size > 0) return;
        switchTo('removeEventListener');
        close();
      };
    },
    post(message) {
      channel?.postMessage(message);
    },
  };
}

export const pageChannel = createChannel();
