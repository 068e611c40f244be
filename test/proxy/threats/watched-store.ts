import type { ProxyStore } from '../../../src/proxy/store.js';

const reading: readonly (string | symbol)[] = [
  'recordOf',
  'list',
  'pending',
  'connectionOf',
  'secret',
  'close',
];

export interface WatchedStore {
  store: ProxyStore;
  /** The names of the operations that were to change something. */
  writes: string[];
}

/** The same store, and a list of what was to be changed in it. */
export function watchStore(inner: ProxyStore): WatchedStore {
  const writes: string[] = [];
  const store = new Proxy(inner, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]): unknown => {
        if (!reading.includes(name)) writes.push(String(name));
        return Reflect.apply(member, target, given);
      };
    },
  });
  return { store, writes };
}
