import * as v from 'valibot';
import { unwrap } from '../contract/envelope.js';
import { uuid } from '../contract/uuid.js';
import type { EdlinkOperation } from './edlink-upstream.js';
import { callHost } from './host-call.js';
import { Memory } from './memory.js';
import type { Settings } from './settings.js';
import { unusableAnswer, type CallUpstream } from './upstream-call.js';

/** Whose system an integration leads to, in Edlink's words. All that is read of an answer that has an `access_token`. */
export interface IntegrationNames {
  provider?: string;
  team?: string;
}

/** Gives nothing rather than fail: names are for display. */
export type NameIntegration = (integration_id: string) => Promise<IntegrationNames | undefined>;

const named = v.nullish(v.object({ name: v.nullish(v.string()) }));

/** `provider` stands beside `source` or inside it (upstream facts: `GET /api/v1/integrations/:id`). */
const integrationSchema = v.object({
  id: uuid,
  provider: named,
  source: v.nullish(v.object({ provider: named })),
  team: named,
});

const longestAnswer = 64 * 1024;
/** Characters. */
const longestName = 200;
/** Milliseconds that names are remembered, that Edlink is not asked again after a failure, and that somebody waits. */
const remembered = 3_600_000;
const failed = 5_000;
const longestWait = 2_000;

export function createIntegrationNames(
  call: CallUpstream<EdlinkOperation>,
  settings: Settings,
  now: () => number,
): NameIntegration {
  if (!settings.describeIntegration) return () => Promise.resolve(undefined);
  const names = new Memory<IntegrationNames>(remembered, now, failed);
  const ask = (id: string) => {
    const parse = (answer: unknown) => namesIn(answer, id);
    return call({ operation: 'describe', id, longest: longestAnswer, parse, trace: {} });
  };
  return (id) => callHost(() => names.get(id, () => ask(id)), longestWait).catch(() => undefined);
}

function namesIn(answer: unknown, id: string): IntegrationNames {
  const read = v.safeParse(integrationSchema, unwrap(answer));
  if (!read.success || read.output.id !== id) throw unusableAnswer();
  const { provider, source, team } = read.output;
  const providerName = provider?.name ?? source?.provider?.name;
  return {
    ...(providerName && { provider: providerName.slice(0, longestName) }),
    ...(team?.name && { team: team.name.slice(0, longestName) }),
  };
}
