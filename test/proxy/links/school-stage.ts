import type { TestContext } from 'node:test';
import type { LinkChange } from '../../../src/proxy/index.js';
import type { School, SimulatorSettingsPatch } from '../../../src/simulator/index.js';
import type { CallOptions, Answer } from '../calling.js';
import { school, setStage, type Stage } from '../stage.js';

export const path = '/edlink/links';

export interface SchoolStage extends Stage {
  /** Anna's. */
  school: School;
  /** What the host was told before it was done. */
  audited: LinkChange[];
  list: (cursor?: string | null, options?: CallOptions) => Promise<Answer>;
  link: (body: unknown, options?: CallOptions) => Promise<Answer>;
  unlink: (id: number, options?: CallOptions) => Promise<Answer>;
  /** What has been asked, in order: `GET /link/?page=2`. */
  asked: () => string[];
}

type Changes = Parameters<typeof setStage>[1];

/** A proxy with links, in front of a school with a member, 456. */
export async function setSchoolStage(
  context: TestContext,
  changes: Changes = {},
  settings: SimulatorSettingsPatch = {},
): Promise<SchoolStage> {
  const audited: LinkChange[] = [];
  const audit = (change: LinkChange) => audited.push(change);
  const stage = await setStage(
    context,
    { ...changes, pathwright: { audit, ...changes.pathwright } },
    settings,
  );
  const { call, simulator } = stage;
  simulator.school(school).addMembers([{ id: 456, name: 'Anna' }]);
  return {
    ...stage,
    audited,
    school: simulator.school(school),
    list: (cursor, options) => call('GET', cursor ? `${path}?cursor=${cursor}` : path, options),
    link: (body, options) => call('POST', path, { body, ...options }),
    unlink: (id, options) => call('DELETE', `${path}/${id}`, options),
    asked: () => simulator.requests.log.map(inOneLine),
  };
}

function inOneLine({ method, path: asked, query }: Stage['simulator']['requests']['log'][number]): string {
  const search = new URLSearchParams(query.map(([name, value]) => [name, value])).toString();
  return `${method} ${asked.replace(/^.*\/api\/public/, '')}${search && `?${search}`}`;
}

/** `422 invalid_request user_id` */
export const inWords = ({ status, problem: { code, field } }: Answer): string =>
  [status, code, field].filter((part) => part !== undefined).join(' ');
