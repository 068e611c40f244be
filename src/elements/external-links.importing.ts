import type { TemplateResult } from 'lit';
import { createImportController } from '../controllers/import-controller.js';
import type { LinksController, LinksHost } from '../controllers/links-controller.js';
import type { Candidate } from '../links/candidates.js';
import { importing as english } from '../locales/en/importing.js';
import { importView } from './external-links.import.js';
import type { ImportTexts } from './external-links.import-words.js';
import { importInWords, type Progressing } from './external-links.run.js';
import type { LinksTexts } from './external-links.words.js';
import { parseCsv } from './shared/csv-parser.js';
import { numberInWords } from './shared/language.js';
import { rowsAtOnce } from './shared/table-view.js';

/** The element as the import sees it. */
export interface ImportingHost extends LinksHost {
  readonly texts: LinksTexts;
  readonly language: string;
  /** The texts of a part that brings its own English. */
  textsOf<Own extends object>(english: Own): Own;
}

/** All that only an import needs. It is loaded when one begins, and then takes the place of the list until it is closed. */
export interface Importing {
  readonly isOpen: boolean;
  open(): void;
  prepare(candidates: readonly Candidate[]): void;
  view(): TemplateResult;
  /** What there is to be heard. */
  inWords(): string;
}

export function createImporting(host: ImportingHost, links: LinksController, ended: () => void): Importing {
  const controller = createImportController(host, { links, parse: parseCsv, ended });
  let limit = rowsAtOnce;

  const texts = (): ImportTexts => ({ ...host.texts, ...host.textsOf(english) });

  const reading = (): Progressing => {
    const { readCount: done, count: all } = links;
    const inWords = (number: number): string => numberInWords(number, host.language);
    return { done, all, text: texts().importReadCount(inWords(done), inWords(all)) };
  };

  return {
    get isOpen() {
      return controller.state.name !== 'closed';
    },
    open() {
      limit = rowsAtOnce;
      controller.open();
    },
    prepare(candidates) {
      limit = rowsAtOnce;
      void controller.prepare(candidates);
    },
    view: () =>
      importView({
        texts: texts(),
        language: host.language,
        importing: controller,
        reading: reading(),
        limit,
        showMore: () => {
          limit += rowsAtOnce;
          host.requestUpdate();
        },
      }),
    inWords: () => importInWords(texts(), host.language, controller.state),
  };
}
