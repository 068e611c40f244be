type Bytes = Uint8Array<ArrayBuffer>;

const paddingSize = 65_536;
const trickleSize = 16;
const space = 0x20;

/** The bytes, followed by white space (which JSON allows) up to `total`, made only as fast as they are read. */
export function padded(bytes: Bytes, total: number): ReadableStream<Bytes> {
  let left = total - bytes.length;
  return new ReadableStream<Bytes>({
    start(controller) {
      controller.enqueue(bytes);
    },
    pull(controller) {
      if (left <= 0) {
        controller.close();
        return;
      }
      controller.enqueue(new Uint8Array(Math.min(paddingSize, left)).fill(space));
      left -= paddingSize;
    },
  });
}

export function gzipped(body: ReadableStream<Bytes>): ReadableStream<Bytes> {
  return body.pipeThrough(new CompressionStream('gzip'));
}

/** A few bytes, a pause, a few bytes. */
export function trickling(bytes: Bytes, milliseconds: number): ReadableStream<Bytes> {
  let sent = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return new ReadableStream<Bytes>({
    async pull(controller) {
      if (sent >= bytes.length) {
        controller.close();
        return;
      }
      if (sent > 0) await new Promise((resolve) => (timer = setTimeout(resolve, milliseconds)));
      controller.enqueue(bytes.slice(sent, sent + trickleSize));
      sent += trickleSize;
    },
    cancel() {
      clearTimeout(timer);
    },
  });
}

/** The first half of a body, and then the error a reader sees when the line breaks. */
export function breakingInHalf(bytes: Bytes): ReadableStream<Bytes> {
  return new ReadableStream<Bytes>({
    start(controller) {
      controller.enqueue(bytes.slice(0, Math.ceil(bytes.length / 2)));
    },
    pull(controller) {
      controller.error(new TypeError('terminated'));
    },
  });
}
