import type { Send } from './redis-connection.js';

/**
 * Looks whether the server keeps what it is given. Where `CONFIG` is forbidden, as managed services do, nothing is known
 * and nothing refused.
 * @throws Error that says what to change.
 */
export async function checkPromises(send: Send): Promise<void> {
  const [appendonly, policy = ''] = await Promise.all([
    settingOf(send, 'appendonly'),
    settingOf(send, 'maxmemory-policy'),
  ]);
  if (appendonly === 'no') {
    throw new Error(
      'This Redis forgets when it crashes (appendonly is no). Start it with `--appendonly yes --appendfsync always`.',
    );
  }
  // The volatile policies take keys that expire by themselves, and no record does.
  if (policy.startsWith('allkeys')) {
    throw new Error(
      `This Redis throws records away when its memory is full (maxmemory-policy is ${policy}). Set it to noeviction.`,
    );
  }
}

async function settingOf(send: Send, name: string): Promise<string | undefined> {
  const reply = await send(['CONFIG', 'GET', name]).catch(() => ({}));
  // A list of name and value, or, since version 3 of the protocol, an object.
  return Object.values(reply as Record<string, string>).at(-1);
}
