import type { Send } from './redis-connection.js';

/** A command that was sent, and its reply: `false` for none, as Lua has it. */
export interface Seen {
  command: string[];
  reply: string | string[] | false;
}

/**
 * The one script, and so the one step that every change is: if all that was read is still so, everything is written.
 * Values are compared and written as texts, because Lua's JSON makes `{}` of `[]`.
 */
const script = `
local seen, writes = cjson.decode(ARGV[1]), cjson.decode(ARGV[2])
for _, read in ipairs(seen) do
  if cjson.encode(redis.call(unpack(read.command))) ~= cjson.encode(read.reply) then return 0 end
end
for _, command in ipairs(writes) do redis.call(unpack(command)) end
return 1`;

export type Commit = (seen: Seen[], writes: string[][]) => Promise<boolean>;

/** Loads the script. Gives what says whether the writes have happened; they have not when something seen had changed. */
export async function loadCommit(send: Send): Promise<Commit> {
  const hash = String(await send(['SCRIPT', 'LOAD', script]));
  return async (seen, writes) => {
    const keys = new Set([...seen.map(({ command }) => command), ...writes].map(([, key = '']) => key));
    const rest = [String(keys.size), ...keys, JSON.stringify(seen), JSON.stringify(writes)];
    const reply = await send(['EVALSHA', hash, ...rest]).catch((error: unknown) => {
      if (!isForgotten(error)) throw error;
      return send(['EVAL', script, ...rest]);
    });
    return reply === 1;
  };
}

/** A Redis that was started again knows no script. Its errors begin with their code. */
const isForgotten = (error: unknown): boolean =>
  error instanceof Error && error.cause instanceof Error && error.cause.message.startsWith('NOSCRIPT');
