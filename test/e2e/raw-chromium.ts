import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { chromiumArgs, findChromium } from '../../scripts/browsers.js';
import type { Page } from './browsers/index.js';
import { deepQuery } from './browsers/deep-query.js';
import { expression } from './browsers/expression.js';
import { until } from './browsers/patience.js';

/**
 * Chromium as a person has it: Playwright keeps every page visible and focused, and its timers awake, so a tab in the
 * background is none. This one is driven by its own protocol, over a pipe.
 */
export interface RawChromium {
  /** A new tab, in front. */
  readonly open: (url: string) => Promise<RawTab>;
  /** The next tab that a page opens. */
  readonly waitForTab: () => Promise<RawTab>;
  readonly close: () => Promise<void>;
}

export interface RawTab extends Pick<Page, 'evaluate' | 'waitFor' | 'click' | 'bringToFront'> {
  readonly press: (key: string) => Promise<void>;
}

type Send = <Answer = unknown>(method: string, parameters?: object, sessionId?: string) => Promise<Answer>;

interface Message {
  id?: number;
  method?: string;
  params?: { targetInfo?: { targetId: string; type: string } };
  result?: unknown;
  error?: { message: string };
}

export async function launchRawChromium(): Promise<RawChromium> {
  const profile = await mkdtemp(join(tmpdir(), 'connect-district-chromium-'));
  const options = ['--headless=new', '--remote-debugging-pipe', `--user-data-dir=${profile}`];
  const browser = spawn(findChromium() ?? '', [...chromiumArgs, ...options, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const tabs: string[] = [];
  const known = new Set<string>();
  const send = connect(browser.stdio[3] as Writable, browser.stdio[4] as Readable, ({ params }) => {
    const { targetId, type } = params?.targetInfo ?? {};
    if (type === 'page' && targetId) tabs.push(targetId);
  });
  await send('Target.setDiscoverTargets', { discover: true });
  await until(() => Promise.resolve(tabs.length), 'the first tab');
  known.add(tabs[0] ?? '');

  const attach = async (targetId: string): Promise<RawTab> => {
    known.add(targetId);
    const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    return rawTab((method, parameters) => send(method, parameters, sessionId));
  };
  return {
    async open(url) {
      const { targetId } = await send<{ targetId: string }>('Target.createTarget', { url });
      return attach(targetId);
    },
    waitForTab: async () =>
      attach(await until(() => Promise.resolve(tabs.find((tab) => !known.has(tab))), 'a new tab')),
    async close() {
      const gone = once(browser, 'exit');
      await send('Browser.close');
      await gone;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** JSON messages with a zero byte after each. */
function connect(output: Writable, input: Readable, hear: (message: Message) => void): Send {
  const waiting = new Map<number, (message: Message) => void>();
  let last = 0;
  let rest = '';
  input.setEncoding('utf8').on('data', (chunk: string) => {
    const texts = (rest + chunk).split('\0');
    rest = texts.pop() ?? '';
    for (const text of texts) {
      const message = JSON.parse(text) as Message;
      if (message.id) waiting.get(message.id)?.(message);
      else if (message.method === 'Target.targetCreated') hear(message);
    }
  });
  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result as never);
      });
      output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
}

function rawTab(send: Send): RawTab {
  const evaluate: Page['evaluate'] = async (work, ...parameters) => {
    const { result, exceptionDetails } = await send<{
      result: { value: unknown };
      exceptionDetails?: { text: string };
    }>('Runtime.evaluate', {
      expression: expression(work, parameters),
      awaitPromise: true,
      returnByValue: true,
      userGesture: false,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value as never;
  };
  return {
    evaluate,
    waitFor: (work, { parameters = [] as never, timeout } = {}) =>
      until(() => evaluate(work, ...parameters), work.toString(), timeout),
    async click(selector) {
      // One evaluation knows only its own source, so the search is brought along as text.
      const find = expression(deepQuery, [selector]);
      const middle = await until(async () => {
        const { result } = await send<{ result: { value: { x: number; y: number } | null } }>(
          'Runtime.evaluate',
          {
            expression: `(() => {
              const element = ${find};
              element?.scrollIntoView({ block: 'center' });
              const box = element?.getBoundingClientRect();
              return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
            })()`,
            returnByValue: true,
          },
        );
        return result.value;
      }, selector);
      for (const type of ['mousePressed', 'mouseReleased'])
        await send('Input.dispatchMouseEvent', { type, ...middle, button: 'left', clickCount: 1 });
    },
    async press(key) {
      for (const type of ['keyDown', 'keyUp'])
        await send('Input.dispatchKeyEvent', { type, key, code: key, ...virtualKeys[key] });
    },
    bringToFront: () => send('Page.bringToFront'),
  };
}

const virtualKeys: Record<string, object> = { Escape: { windowsVirtualKeyCode: 27 } };
