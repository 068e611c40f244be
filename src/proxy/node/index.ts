export { openProxy, type NodeProxy, type NodeProxyOptions } from './open-proxy.js';
export { openStore } from './open-store.js';
