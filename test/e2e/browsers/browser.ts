import type { Engine } from '../../../scripts/browsers.js';

/** A real browser with its popup blocker on, driven from outside; the same for every engine. */
export interface Browser {
  readonly name: Engine;
  /** Another person: cookies and storage of their own. */
  newContext: () => Promise<Context>;
  close: () => Promise<unknown>;
}

export interface Context {
  /** Opens a tab. */
  page: (url?: string) => Promise<Page>;
  /** Every open tab, those that pages have opened too. */
  pages: () => Promise<Page[]>;
  /** The next tab that a page has opened or will open; each is given out once. */
  waitForTab: (options?: Patience) => Promise<Page>;
  close: () => Promise<unknown>;
}

export interface Page {
  goto: (url: string) => Promise<unknown>;
  /** Runs a function that knows nothing but its arguments; these and its result are JSON. It is no click. */
  evaluate: <Arguments extends unknown[], Result>(
    work: (...parameters: Arguments) => Result | Promise<Result>,
    ...parameters: Arguments
  ) => Promise<Result>;
  /** Waits until the function gives something truthy, across navigations, and returns it. */
  waitFor: <Arguments extends unknown[], Result>(
    work: (...parameters: Arguments) => Result | Promise<Result>,
    options?: Patience & { parameters?: Arguments },
  ) => Promise<Result>;
  /** A real click. The selector is CSS, looks into open shadow roots, and steps with `>>`. */
  click: (selector: string) => Promise<unknown>;
  /** Types into an empty field. */
  fill: (selector: string, text: string) => Promise<unknown>;
  /** What can be read in the element. */
  text: (selector: string) => Promise<string>;
  url: () => Promise<string>;
  title: () => Promise<string>;
  reload: () => Promise<unknown>;
  /** False once the tab is gone, whoever closed it. */
  isOpen: () => Promise<boolean>;
  close: () => Promise<unknown>;
  bringToFront: () => Promise<unknown>;
  screenshot: () => Promise<Buffer>;
  /** Uncaught errors and console messages, as far as the driver hears of them: WebDriver (WebKit) does not. */
  readonly problems: string[];
}

export interface Patience {
  /** Milliseconds; `patience` unless told. */
  timeout?: number;
}
