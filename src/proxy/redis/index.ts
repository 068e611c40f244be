export { openRedisStore, type RedisStoreOptions } from './open-redis-store.js';
export type { RedisClient } from './redis-connection.js';
