import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  type Browser,
  type Context,
  type Engine,
  engines,
  launch,
  type Page,
  skipReason,
} from '../browsers/index.js';
import { until } from '../browsers/patience.js';
import { type Host, type HostOptions, startHost } from '../host.js';
import { visit, type Visitor } from '../visitor.js';

/** One story: a host of its own, a person in front of its page, and whoever else comes in. */
export interface Scene {
  readonly engine: Engine;
  readonly host: Host;
  readonly anna: Visitor;
  /** Clicks *Connect* and gives the tab that opened. */
  readonly connect: () => Promise<Page>;
  /** The next tab that Anna's page opens. */
  readonly tab: () => Promise<Page>;
  /** Waits until Anna's page is the only one, so that no tab which is about to close is taken for the next. */
  readonly otherTabsAreClosed: () => Promise<unknown>;
  /** A browser of somebody else. */
  readonly otherBrowser: () => Promise<Context>;
}

export interface ScenarioOptions extends HostOptions {
  /** What the page may say on its console, and no more. */
  says?: readonly RegExp[];
  /** Differs from another one in what no engine can change: `npm test` tells it in one engine, the long run in all. */
  variant?: boolean;
}

type Tell = (title: string, options: ScenarioOptions, story: (scene: Scene) => Promise<void>) => void;

/** Scenarios that belong together. */
export interface Topic {
  title: string;
  tellAll: (tell: Tell) => void;
  /** Default: every engine. */
  only: readonly Engine[];
}

export const topic = (title: string, tellAll: Topic['tellAll'], only: Topic['only'] = engines): Topic => ({
  title,
  tellAll,
  only,
});

/** They wait for somebody's clock most of the time, so each engine takes two topics at once. */
const topicsAtOnce = 2;

/** Tells all topics in all engines at a time, with one browser for each engine and a new context for each scenario. */
export function tellStories(
  topics: readonly Topic[],
  isTold: (engine: Engine, variant: boolean, title: string) => boolean,
): void {
  describe('stories', { concurrency: engines.length }, () => {
    for (const engine of engines) {
      describe(engine, { skip: skipReason(engine), concurrency: topicsAtOnce }, () => {
        let browser: Browser;
        before(async () => {
          browser = await launch(engine);
        });
        after(() => browser.close());
        for (const { title, tellAll, only } of topics) {
          if (!only.includes(engine)) continue;
          describe(title, { concurrency: 1 }, () => {
            tellAll((scenario, options, story) => {
              if (isTold(engine, !!options.variant, title)) it(scenario, () => play(browser, options, story));
            });
          });
        }
      });
    }
  });
}

async function play(
  browser: Browser,
  { says = [], ...options }: ScenarioOptions,
  story: (scene: Scene) => Promise<void>,
): Promise<void> {
  const host = await startHost(options);
  const contexts: Context[] = [];
  const pages: Page[] = [];
  const newContext = async (): Promise<Context> => {
    const context = await browser.newContext();
    contexts.push(context);
    return context;
  };
  try {
    const context = await newContext();
    const anna = await visit(context, host);
    const tab = async (): Promise<Page> => {
      const page = await context.waitForTab();
      pages.push(page);
      return page;
    };
    const connect = async (): Promise<Page> => {
      await anna.clicks('button');
      return tab();
    };
    const otherTabsAreClosed = () =>
      until(async () => (await context.pages()).length === 1, 'the other tabs to close');
    await story({
      engine: browser.name,
      host,
      anna,
      connect,
      tab,
      otherTabsAreClosed,
      otherBrowser: newContext,
    });
    assertSaid((await anna.problems()).filter(isOurs), says);
    assertSaid(
      pages.flatMap(({ problems }) => problems.filter(isOurs)),
      [],
    );
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
    await host.close();
  }
}

/** Firefox asks for an icon that nobody has named, and then complains about it. */
const isOurs = (problem: string): boolean => !problem.includes('/favicon.ico');

function assertSaid(problems: string[], expected: readonly RegExp[]): void {
  assert.equal(problems.length, expected.length, problems.join('\n'));
  for (const [index, pattern] of expected.entries()) assert.match(problems[index] ?? '', pattern);
}
