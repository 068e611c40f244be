import { invalid } from './failure.js';
import type { Keys } from './keys.js';

const ivLength = 12;

/**
 * Makes a position opaque. AES-GCM rather than a signature: it refuses what was changed and what was made for another
 * `context` (tenant and filter), and shows neither the store's positions nor Edlink's cursors.
 */
export async function sealCursor(keys: Keys, context: string, position: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(ivLength));
  const text = new TextEncoder().encode(position);
  const sealed = await crypto.subtle.encrypt(algorithm(iv, context), await cursorKey(keys), text);
  return toBase64Url(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
}

/** @throws ProxyFailure `invalid_request` naming `cursor`. */
export async function openCursor(keys: Keys, context: string, cursor: string): Promise<string> {
  const key = await cursorKey(keys);
  try {
    const bytes = fromBase64Url(cursor);
    const iv = bytes.slice(0, ivLength);
    const opened = await crypto.subtle.decrypt(algorithm(iv, context), key, bytes.slice(ivLength));
    return new TextDecoder().decode(opened);
  } catch {
    throw invalid('cursor', 'not a cursor of this list');
  }
}

const algorithm = (iv: Uint8Array<ArrayBuffer>, context: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(context),
});

const cursorKey = async (keys: Keys): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', await keys.derive('cursor'), 'AES-GCM', false, ['encrypt', 'decrypt']);

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
