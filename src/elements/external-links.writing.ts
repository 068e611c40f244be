import type { TemplateResult } from 'lit';
import { createImportController } from '../controllers/import-controller.js';
import type { LinksController, LinksHost } from '../controllers/links-controller.js';
import type { Candidate } from '../links/candidates.js';
import { writingLinks as english } from '../locales/en/writing-links.js';
import { createAddForm } from './external-links.form.js';
import { importView } from './external-links.import.js';
import { importInWords, type Progressing } from './external-links.run.js';
import type { LinksTexts } from './external-links.words.js';
import type { WritingTexts } from './external-links.writing-words.js';
import { loadParser } from './shared/csv-parser.js';
import { numberInWords } from './shared/language.js';
import type { Content } from './shared/parts.js';
import { rowsAtOnce } from './shared/table-view.js';

/** The element as this part of it sees it. */
export interface WritingHost extends LinksHost {
  readonly renderRoot: ParentNode;
  readonly texts: LinksTexts;
  readonly language: string;
  /** The texts of a part that brings its own English. */
  textsOf<Own extends object>(english: Own): Own;
  /** For what is to be heard. */
  say(text: string): Promise<void>;
}

/** All that only adding and importing need: the rules, the form, the import. It is loaded when somebody begins. */
export interface Writing {
  /** The import takes the place of the list until it is closed. */
  readonly isImporting: boolean;
  add(): void;
  openImport(): void;
  prepare(candidates: readonly Candidate[]): void;
  /** The form for one link, while it is open. */
  form(): Content;
  import(): TemplateResult;
  /** What there is to be heard of the import. */
  inWords(): string;
}

export function createWriting(host: WritingHost, links: LinksController, ended: () => void): Writing {
  const texts = (): WritingTexts => ({ ...host.texts, ...host.textsOf(english) });
  const form = createAddForm(host, links, texts, (text) => void host.say(text));
  const importing = createImportController(host, { links, loadParser, ended });
  let limit = rowsAtOnce;

  const reading = (): Progressing => {
    const { readCount: done, count: all } = links;
    const inWords = (number: number): string => numberInWords(number, host.language);
    return { done, all, text: texts().importReadCount(inWords(done), inWords(all)) };
  };

  return {
    get isImporting() {
      return importing.state.name !== 'closed';
    },
    add: form.open,
    openImport() {
      limit = rowsAtOnce;
      importing.open();
    },
    prepare(candidates) {
      limit = rowsAtOnce;
      void importing.prepare(candidates);
    },
    form: () => form.view(),
    import: () =>
      importView({
        texts: texts(),
        language: host.language,
        importing,
        reading: reading(),
        limit,
        showMore: () => {
          limit += rowsAtOnce;
          host.requestUpdate();
        },
      }),
    inWords: () => importInWords(texts(), host.language, importing.state),
  };
}
