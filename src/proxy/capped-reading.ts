type Reason = 'empty' | 'too_long' | 'not_json';

/** Why a body was not read. Its text is not part of it. */
export class UnreadableBody extends Error {
  override readonly name = 'UnreadableBody';
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason);
    this.reason = reason;
  }
}

type Body = ReadableStream<Uint8Array> | null;

/** Reads JSON, counting as it reads: a `Content-Length` may lie, and a compressed body grows. */
export async function readJson(body: Body, longest: number, signal: AbortSignal): Promise<unknown> {
  const bytes = await readBytes(body, longest, signal);
  if (bytes.byteLength === 0) throw new UnreadableBody('empty');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new UnreadableBody('not_json');
  }
}

/** As `readJson`, before it is parsed. @throws UnreadableBody `too_long`, or what the signal says. */
export async function readBytes(body: Body, longest: number, signal: AbortSignal): Promise<Uint8Array> {
  if (!body) return new Uint8Array();
  const reader = body.getReader();
  // An endless or stalled body never settles its read, so the deadline has to cancel it.
  const stop = () => void reader.cancel(signal.reason).catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await collect(reader, longest, signal);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function collect(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  longest: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    signal.throwIfAborted();
    if (done) return join(chunks, length);
    length += value.byteLength;
    if (length > longest) {
      void reader.cancel().catch(() => undefined);
      throw new UnreadableBody('too_long');
    }
    chunks.push(value);
  }
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
