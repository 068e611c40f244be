/** An element, as WebDriver names it in scripts (W3C WebDriver §12.4). */
export const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** A session of W3C WebDriver (classic). Its commands act on one current window, so they run one at a time. */
export interface Session {
  windows: () => Promise<string[]>;
  /** One command in a window: what the window answers to `method path`. */
  inWindow: (window: string, method: Method, path: string, body?: object) => Promise<unknown>;
  end: () => Promise<unknown>;
}

type Method = 'GET' | 'POST' | 'DELETE';

export async function startSession(driver: URL, capabilities: Record<string, unknown>): Promise<Session> {
  const { sessionId } = (await send('POST', new URL('session', driver), {
    capabilities: { alwaysMatch: capabilities },
  })) as { sessionId: string };

  const command = (method: Method, path: string, body?: object): Promise<unknown> =>
    send(method, new URL(`session/${sessionId}${path && `/${path}`}`, driver), body);

  let last: Promise<unknown> = Promise.resolve();
  const queued = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };

  return {
    windows: () => queued(() => command('GET', 'window/handles') as Promise<string[]>),
    inWindow: (window, method, path, body) =>
      queued(async () => {
        await command('POST', 'window', { handle: window });
        return command(method, path, body);
      }),
    end: () => queued(() => command('DELETE', '')),
  };
}

async function send(method: Method, url: URL, body?: object): Promise<unknown> {
  const answer = await fetch(url, {
    method,
    ...(method === 'POST' && {
      body: JSON.stringify(body ?? {}),
      headers: { 'Content-Type': 'application/json' },
    }),
  });
  const { value } = (await answer.json()) as { value: unknown };
  if (!answer.ok) throw new WebDriverError(value as ErrorValue);
  return value;
}

interface ErrorValue {
  error: string;
  message: string;
}

/** W3C WebDriver §6.6: `error` is the code. */
export class WebDriverError extends Error {
  override readonly name = 'WebDriverError';
  readonly code: string;

  constructor({ error, message }: ErrorValue) {
    super(`${error}: ${message}`);
    this.code = error;
  }
}
