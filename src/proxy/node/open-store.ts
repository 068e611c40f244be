import type { ClassicLevel } from 'classic-level';
import type { ProxyStore } from '../store.js';
import type { Database } from '../store/database.js';
import { indexOf } from '../store/places.js';
import { readRecord, writeRecord } from '../store/records.js';
import { TransactionalStore } from '../store/transactional-store.js';
import { LevelDatabase } from './level-database.js';

/**
 * Opens the embedded store: on disk, every write synchronous, for one process. A second opener is refused, in this
 * process or another.
 */
export async function openStore(directory: string): Promise<ProxyStore> {
  if (typeof directory !== 'string' || directory === '') {
    throw new TypeError('openStore: give it the path of a directory');
  }
  const Level = await loadLevel();
  const level = new Level<string, unknown>(directory, { valueEncoding: 'json' });
  try {
    await level.open();
  } catch (error) {
    throw explain(error, directory);
  }
  const database = new LevelDatabase(level);
  await dropLeases(database);
  return new TransactionalStore(database);
}

/** Whoever held a lease in this store's last process is dead. */
async function dropLeases(database: Database): Promise<void> {
  for (const id of await database.members({ index: indexOf.pending })) {
    const record = await readRecord(database, id);
    if (!record?.lease) continue;
    await database.change((transaction) => writeRecord(transaction, { ...record, lease: null }));
  }
}

async function loadLevel(): Promise<typeof ClassicLevel> {
  try {
    return (await import('classic-level')).ClassicLevel;
  } catch (cause) {
    throw new Error(
      'The embedded store needs the optional dependency classic-level. Run `npm install classic-level`.',
      { cause },
    );
  }
}

function explain(error: unknown, directory: string): Error {
  const cause = error instanceof Error ? error.cause : undefined;
  const isLocked = cause instanceof Error && 'code' in cause && cause.code === 'LEVEL_LOCKED';
  return new Error(
    isLocked
      ? `The store in ${directory} is open already. It is for one process: close the other, or share a store between them.`
      : `The store in ${directory} cannot be opened: may this process write there?`,
    { cause: error },
  );
}
