import { loadParser } from '../../../src/elements/shared/csv-parser.js';
import { readTable } from '../../../src/links/table.js';

/** What a page's script does that imports only when somebody asks for it. */
Object.assign(window, {
  readCsv: async (text: string) => readTable(text, await loadParser()).rows.map(({ cells }) => cells),
});
