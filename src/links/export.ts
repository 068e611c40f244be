import type { Link } from '../contract/link.js';
import { writeCsv } from './csv.js';

const header = ['user_id', 'external_id', 'link_type', 'last_external_update', 'link_id'];

/** The links as a file for spreadsheets, and for an import. The texts come out of it as they went in. */
export const exportCsv = (links: readonly Link[]): string => writeCsv([header, ...links.map(cellsOf)]);

const cellsOf = ({ id, user, link_type, external_id, last_external_update }: Link): string[] => [
  String(user ?? ''),
  external_id,
  link_type,
  last_external_update ?? '',
  String(id),
];
