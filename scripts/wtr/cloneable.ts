import type { TestRunnerPlugin } from '@web/test-runner';

const socketModule = '/__web-dev-server__web-socket.js';

/**
 * Sends failures whose actual or expected value cannot be cloned (DOM nodes, functions) as text. Without it
 * one such failure hangs its test file for two minutes: modernweb-dev/web#2772.
 */
export const cloneable: TestRunnerPlugin = {
  name: 'cloneable',
  transform(context) {
    if (context.path !== socketModule) return undefined;
    const body = String(context.body);
    const patched = body.replace('structuredClone(obj)', 'cloneable(obj)');
    if (patched === body)
      throw new Error('The socket module has changed: is the cloneable plugin still needed?');
    return { body: `${patched}\n${cloneableSource}` };
  },
};

const cloneableSource = `
function cloneable(value) {
  try {
    return structuredClone(value);
  } catch {
    return JSON.parse(JSON.stringify(value, asText()));
  }
}
function asText() {
  const seen = new WeakSet();
  return (_key, value) => {
    if (typeof value === 'function') return '[Function ' + value.name + ']';
    if (typeof value === 'bigint' || typeof value === 'symbol') return String(value);
    if (value instanceof Node) return value.outerHTML ?? value.nodeName;
    if (typeof value !== 'object' || value === null) return value;
    if (seen.has(value)) return '[Circular]';
    seen.add(value);
    return value;
  };
}`;
