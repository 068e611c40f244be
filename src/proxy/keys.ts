import type { ProxyStore } from './store.js';

type Bytes = Uint8Array<ArrayBuffer>;

/** One key a purpose, so that a value made for one is worth nothing for another. */
type Purpose = 'idempotency' | 'cursor' | 'log';

/**
 * Keys derived from the store's secret: stable across restarts and the same on every machine that shares the store.
 * Web Crypto, because the core runs where there is no Node.
 */
export class Keys {
  readonly #store: ProxyStore;
  readonly #randomBytes: (length: number) => Bytes;
  #secret: Promise<CryptoKey> | undefined;

  constructor(store: ProxyStore, randomBytes: (length: number) => Bytes) {
    this.#store = store;
    this.#randomBytes = randomBytes;
  }

  /** HMAC-SHA-256 in hexadecimal. */
  async authenticate(purpose: Purpose, text: string): Promise<string> {
    const key = await importHmac(await this.derive(purpose));
    return toHex(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text)));
  }

  /** 32 bytes for one purpose. */
  async derive(purpose: Purpose): Promise<Bytes> {
    const label = new TextEncoder().encode(`connect-district ${purpose}`);
    return new Uint8Array(await crypto.subtle.sign('HMAC', await this.#readSecret(), label));
  }

  #readSecret(): Promise<CryptoKey> {
    this.#secret ??= this.#store
      .secret(toHex(this.#randomBytes(32)))
      .then((secret) => importHmac(new TextEncoder().encode(secret)));
    // A store that was not ready once may be ready the next time.
    this.#secret.catch(() => (this.#secret = undefined));
    return this.#secret;
  }
}

/** SHA-256 in hexadecimal. */
export async function digest(text: string): Promise<string> {
  return toHex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

const importHmac = (bytes: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);

const toHex = (bytes: ArrayBuffer | Bytes): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
