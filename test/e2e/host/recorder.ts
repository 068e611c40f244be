/** An event of the element as the page heard it. */
export interface Heard {
  name: string;
  detail: Record<string, unknown> | null;
  /** Milliseconds since 1970: the same clock as the server's. */
  at: number;
}

/** Keys of the tab's session storage, which outlives a reload. */
export const records = { events: 'recorded-events', problems: 'recorded-problems' } as const;

/** Runs in the host page before anything else: keeps the element's events, and whatever nobody wants to hear of. */
export function recordEverything(): void {
  const keep = (record: string, entry: unknown): void => {
    const kept = JSON.parse(sessionStorage.getItem(record) ?? '[]') as unknown[];
    sessionStorage.setItem(record, JSON.stringify([...kept, entry]));
  };
  const problem = (text: string): void => {
    keep('recorded-problems', text);
  };
  const names = [
    'before-connect',
    'onboarding-created',
    'onboarding-started',
    'integration-connected',
    'onboarding-incomplete',
    'onboarding-expired',
    'onboarding-cancelled',
    'connect-error',
  ];
  for (const name of names)
    document.addEventListener(name, (event) => {
      keep('recorded-events', { name, detail: (event as CustomEvent<unknown>).detail, at: Date.now() });
    });
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    problem(`csp: ${effectiveDirective} ${blockedURI} ${sample}`);
  });
  window.addEventListener('error', ({ message }) => {
    problem(`uncaught: ${message}`);
  });
  window.addEventListener('unhandledrejection', ({ reason }) => {
    problem(`unhandled: ${String(reason)}`);
  });
  for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
    console[level] = (...values: unknown[]) => {
      problem(`console.${level}: ${values.join(' ')}`);
    };
  }
}
