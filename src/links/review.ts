import { isIntegerText, type Link } from '../contract/link.js';
import { readClaims, type Claims } from './claims.js';
import type { CompleteMapping } from './columns.js';
import { indexLinks, type KnownLinks } from './known-links.js';
import type { Fault, Line, Warning } from './line.js';
import type { Table } from './table.js';
import { readValues, type Values } from './values.js';

/**
 * Compares every line with the others and with the links that are there, before anything is written. It is as good as
 * `links`: while the list is not complete, `plan` has it read again before the first line is written.
 */
export function review(table: Table, mapping: CompleteMapping, links: readonly Link[]): Line[] {
  const values = readValues(table, mapping);
  const known = indexLinks(links);
  const claims = readClaims(values.filter(({ external_id }) => external_id.trim() !== ''));
  return values.map((value) => lineOf(value, known, claims));
}

function lineOf(values: Values, known: KnownLinks, claims: Claims): Line {
  const { line, user, external_id } = values;
  const user_id = isIntegerText(user) ? Number(user) : undefined;
  const there = known.find(user_id, external_id);
  return {
    line,
    user,
    external_id,
    user_id,
    there,
    faults: there ? [] : faultsOf(values, user_id, known, claims),
    warnings: there ? [] : warningsOf(values, user_id, known, claims),
  };
}

function faultsOf(
  { line, external_id, faults: own }: Values,
  user_id: number | undefined,
  known: KnownLinks,
  claims: Claims,
): Fault[] {
  const faults: Fault[] = own.map((code) => ({ code }));
  const first = claims.firstOf(external_id);
  if (first && first.line !== line) faults.push({ code: 'duplicate_in_file', line: first.line });
  const link = known.withExternalId(external_id);
  if (link && user_id) faults.push({ code: 'linked_already', link });
  return faults;
}

function warningsOf(
  { line, user, external_id }: Values,
  user_id: number | undefined,
  known: KnownLinks,
  claims: Claims,
): Warning[] {
  const warnings: Warning[] = [];
  const links = user_id ? known.ofUser(user_id) : [];
  if (links.length > 0) warnings.push({ code: 'has_other_link', links });
  const earlier = claims.firstOfUser(user);
  if (user_id && earlier && earlier.line < line && earlier.external_id !== external_id)
    warnings.push({ code: 'has_other_line', line: earlier.line });
  const link = known.lookingLike(external_id);
  if (link) warnings.push({ code: 'looks_like_link', link });
  const other = claims.lookingLike(external_id);
  if (other) warnings.push({ code: 'looks_like_line', line: other.line, external_id: other.external_id });
  const rival = claims.rivalOf(external_id);
  if (rival && claims.firstOf(external_id)?.line === line)
    warnings.push({ code: 'claimed_again', line: rival.line });
  return warnings;
}
