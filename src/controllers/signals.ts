import { acknowledged, returnChannel, returned } from '../contract/return-message.js';

export type Signal = 'returned' | 'attention';

/** Whoever comes back, wakes up or gets a network again wants to know now. */
const attention: readonly (readonly [target: () => EventTarget, type: string])[] = [
  [() => document, 'visibilitychange'],
  [() => document, 'resume'],
  [() => window, 'focus'],
  [() => window, 'pageshow'],
  [() => window, 'online'],
];

/** Listens for everything that means "ask now", while there is something to ask. */
export class Signals {
  readonly #heed: (signal: Signal) => void;
  #channel: BroadcastChannel | undefined;
  #isListening = false;

  constructor(heed: (signal: Signal) => void) {
    this.#heed = heed;
  }

  listen(): void {
    if (this.#isListening) return;
    this.#isListening = true;
    for (const [target, type] of attention) target().addEventListener(type, this.#onAttention);
    // An open channel keeps a page out of some back-forward caches.
    window.addEventListener('pagehide', this.#closeChannel);
    this.#openChannel();
  }

  stop(): void {
    this.#isListening = false;
    for (const [target, type] of attention) target().removeEventListener(type, this.#onAttention);
    window.removeEventListener('pagehide', this.#closeChannel);
    this.#closeChannel();
  }

  readonly #onAttention = ({ type }: Event): void => {
    if (type === 'pageshow') this.#openChannel();
    if (document.visibilityState === 'hidden' && type === 'visibilitychange') return;
    this.#heed('attention');
  };

  #openChannel(): void {
    // Missing in some embedded browsers, and refused in sandboxed frames.
    try {
      this.#channel ??= new BroadcastChannel(returnChannel);
      this.#channel.onmessage = this.#onMessage;
    } catch {
      this.#channel = undefined;
    }
  }

  readonly #closeChannel = (): void => {
    this.#channel?.close();
    this.#channel = undefined;
  };

  readonly #onMessage = ({ data }: MessageEvent<{ type?: unknown } | null>): void => {
    if (data?.type !== returned) return;
    this.#channel?.postMessage({ type: acknowledged });
    this.#heed('returned');
  };
}
