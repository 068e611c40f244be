import type { Simulation } from '../simulation.js';
import type { SchoolRecord } from '../world.js';
import { linksOf } from './school-record.js';
import { linkJson } from './link-json.js';
import { byCursor } from './paging/by-cursor.js';
import { byLimitAndOffset } from './paging/by-limit-and-offset.js';
import { byPageNumber } from './paging/by-page-number.js';

const pagings = { page: byPageNumber, 'limit-offset': byLimitAndOffset, cursor: byCursor };

/** A query that the paging does not know is ignored: nothing is known of filters. */
export function listLinks({ settings }: Simulation, school: SchoolRecord, url: URL): Response {
  const links = linksOf(school);
  const { next, previous, rows } = pagings[settings.linkPaging](links, url, settings.linkPageSize);
  const results = rows.map((link) => linkJson(settings, link));
  return Response.json({ count: links.length, next, previous, results });
}
