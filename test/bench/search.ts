import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { bundleAll } from '../../scripts/build/browser-scripts.js';
import { chromiumArgs, findChromium } from '../../scripts/browsers.js';
import { type Measurement, measurement } from './measurement.js';
import { skipReason } from '../e2e/browsers/index.js';

const rows = 1000;
const pageSize = 100;
/** A machine that has something else to do makes a single one slow; the median of them tells what it costs. */
const rounds = 5;
/** Letter by letter, and back again: what fits goes from everything to one row. */
const typed = 'district 77';

/** A keystroke in the search of a thousand onboardings, until the page is laid out, at a quarter of the CPU's speed. */
export async function search(): Promise<Measurement[]> {
  if (skipReason('chromium')) return [];
  const folder = await mkdtemp(join(tmpdir(), 'connect-district-search-'));
  await bundleAll(folder);
  const server = serve(await readFile(join(folder, 'all.js')));
  await once(server, 'listening');
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: chromiumArgs });
  try {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    const times = await keystrokes(page);
    return [
      measurement(`slowest keystroke in ${rows} onboardings`, Math.round(Math.max(...times)), 'ms', 50),
    ];
  } finally {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true });
  }
}

/** Milliseconds of each keystroke. */
async function keystrokes(page: Page): Promise<number[]> {
  await page.waitForFunction((count) => {
    const list = document.querySelector('district-onboardings') as never as {
      onboardings: unknown[];
      shadowRoot: ShadowRoot;
    };
    list.shadowRoot.querySelector<HTMLElement>('[part="load-all"]')?.click();
    return list.onboardings.length === count;
  }, rows);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const texts = Array.from(typed, (_, index) => typed.slice(0, index + 1));
  const strokes = [...texts, ...texts.slice(0, -1).reverse(), ''];
  const measured: number[][] = [];
  for (let round = 0; round < rounds; round++) measured.push(await page.evaluate(measureIn, strokes));
  return strokes.map((_, index) => median(measured.map((times) => times[index] ?? NaN)));
}

const median = (times: number[]): number => times.sort((one, other) => one - other)[rounds >> 1] ?? NaN;

/** Runs in the page. */
async function measureIn(texts: string[]): Promise<number[]> {
  const list = document.querySelector('district-onboardings') as HTMLElement & {
    updateComplete: Promise<boolean>;
  };
  const input = list.shadowRoot?.querySelector<HTMLInputElement>('[part="search"]');
  if (!input) throw new Error('no search');
  const times: number[] = [];
  for (const text of texts) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const begin = performance.now();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await list.updateComplete;
    list.getBoundingClientRect();
    times.push(performance.now() - begin);
  }
  return times;
}

const html = `<!doctype html><html lang="en"><title>bench</title><script src="all.js" defer></script>
<district-onboardings proxy="/edlink"></district-onboardings></html>`;

/** The page, the script, and what a proxy says of a thousand onboardings. */
function serve(script: Buffer): Server {
  return createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/all.js') response.setHeader('Content-Type', 'text/javascript').end(script);
    else if (pathname === '/') response.setHeader('Content-Type', 'text/html').end(html);
    else
      response
        .setHeader('Content-Type', 'application/json')
        .end(listFrom(Number(searchParams.get('cursor'))));
  }).listen(0);
}

function listFrom(start: number): string {
  const next = start + pageSize;
  const $data = Array.from({ length: pageSize }, (_, index) => onboarding(start + index));
  return JSON.stringify({ $data, ...(next < rows && { $next: String(next) }) });
}

const onboarding = (index: number): object => ({
  id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  state: ['created', 'started'][index % 2],
  expiration_date: new Date(Date.now() + index * 1_000_000).toISOString(),
  $host: { district: `District ${index}`, created_by: 'anna', created_at: new Date().toISOString() },
});
