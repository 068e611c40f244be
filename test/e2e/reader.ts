import type { CDPSession, Page } from 'playwright-core';
import { until } from './browsers/patience.js';

/** What has the focus, as the accessibility tree has it. */
export interface Focused {
  role: string;
  name: string;
}

/** Somebody with a keyboard and a screen reader: knows nothing of a page but what the accessibility tree tells. */
export interface Reader {
  press(...keys: string[]): Promise<void>;
  focused(): Promise<Focused>;
  /** Presses Tab until that has the focus. */
  tabTo(name: string | RegExp): Promise<void>;
  /** All names of this role. */
  names(role: string): Promise<string[]>;
  /** Waits until a live region says this. */
  hears(words: string | RegExp): Promise<void>;
}

interface Node {
  nodeId: string;
  role?: { value: string };
  name?: { value: string };
  childIds?: string[];
  properties?: { name: string; value: { value?: unknown } }[];
}

/** More than any page here has. */
const stops = 150;

export async function readerOf(page: Page): Promise<Reader> {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  const read = () => readTree(session);
  const press: Reader['press'] = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = async (): Promise<Focused> => describe((await read()).filter(isFocused).at(-1));
  return {
    press,
    focused,
    async tabTo(name) {
      for (let count = 0; count < stops; count++) {
        await press('Tab');
        if (isLike((await focused()).name, name)) return;
      }
      throw new Error(`Tab does not lead to ${String(name)}.`);
    },
    names: async (role) =>
      (await read()).map(describe).flatMap((node) => (node.role === role ? node.name : [])),
    async hears(words) {
      const isSaid = async () => spokenIn(await read()).some((text) => isLike(text, words));
      await until(isSaid, `the announcement ${String(words)}`);
    },
  };
}

/** All nodes: what is ignored by itself may have children that are not. */
async function readTree(session: CDPSession): Promise<Node[]> {
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: Node[] };
  return nodes;
}

const property = ({ properties = [] }: Node, wanted: string): unknown =>
  properties.find(({ name }) => name === wanted)?.value.value;

/** The page itself has it, too. */
const isFocused = (node: Node): boolean => property(node, 'focused') === true;

const describe = (node: Node | undefined): Focused => ({
  role: node?.role?.value ?? '',
  name: node?.name?.value ?? '',
});

/** The texts in live regions, region by region. */
function spokenIn(nodes: Node[]): string[] {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const textIn = ({ role, name, childIds = [] }: Node): string =>
    role?.value === 'StaticText'
      ? (name?.value ?? '')
      : childIds.map((id) => textIn(byId.get(id) as Node)).join('');
  return nodes.filter(isLive).map(textIn);
}

const isLive = (node: Node): boolean => ['polite', 'assertive'].includes(String(property(node, 'live')));

const isLike = (text: string, words: string | RegExp): boolean =>
  typeof words === 'string' ? text.trim() === words : words.test(text);
