import * as v from 'valibot';
import { positiveInteger } from '../../contract/link.js';
import type { LinkSeed, School } from '../pathwright/school.js';
import type { Simulator } from '../simulator.js';
import { problem } from './control-problem.js';
import { readBody } from './read-body.js';

const schoolPath = /^\/__simulator\/schools\/(?<name>[^/]+)(?<rest>\/members|\/links)?$/;

const membersSchema = v.array(v.strictObject({ id: positiveInteger, name: v.string() }));

const linksSchema = v.array(
  v.strictObject({
    id: v.exactOptional(positiveInteger),
    user: positiveInteger,
    link_type: v.exactOptional(v.string()),
    external_id: v.string(),
    last_external_update: v.exactOptional(v.nullable(v.string())),
  }),
);

const countSchema = v.strictObject({ count: v.pipe(v.number(), v.integer(), v.minValue(0)) });

/** `GET schools/{name}`, `POST schools/{name}/members`, `POST schools/{name}/links`; `null` for what is none of them. */
export function answerSchoolControl(
  simulator: Simulator,
  method: string,
  path: string,
  body: string,
): Response | null {
  const { name, rest = '' } = schoolPath.exec(path)?.groups ?? {};
  if (name === undefined) return null;
  if (!simulator.settings.schools.some((school) => school.name === name)) {
    return problem(404, 'not_found', 'There is no such school.');
  }
  return carryOut(simulator.school(name), `${method} ${rest}`, body);
}

function carryOut(school: School, control: string, body: string): Response | null {
  switch (control) {
    case 'GET ':
      return Response.json({ members: school.members, links: school.links });
    case 'POST /members':
      return addMembers(school, body);
    case 'POST /links':
      return addLinks(school, body);
    default:
      return null;
  }
}

function addMembers(school: School, body: string): Response {
  const members = readBody(membersSchema, body);
  if (members instanceof Response) return members;
  school.addMembers(members);
  return Response.json(members);
}

/** A list of links, or how many are to be made up: `{ "count": 2500 }`. */
function addLinks(school: School, body: string): Response {
  const links = readBody(v.union([countSchema, linksSchema]), body);
  if (links instanceof Response) return links;
  return 'count' in links ? Response.json(school.seedLinks(links.count)) : tryAddLinks(school, links);
}

function tryAddLinks(school: School, links: readonly LinkSeed[]): Response {
  try {
    return Response.json(school.addLinks(links));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return problem(422, 'invalid_request', error.message);
  }
}
