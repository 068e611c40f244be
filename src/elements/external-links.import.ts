import { html, nothing, type TemplateResult } from 'lit';
import type { ImportController, ImportState } from '../controllers/import-controller.js';
import { decode } from '../links/decode.js';
import { resultsCsv } from '../links/results.js';
import { outcomeOf, progressBar, type Progressing } from './external-links.run.js';
import { reviewOf } from './external-links.review.js';
import type { ImportTexts } from './external-links.import-words.js';
import { download } from './shared/download.js';
import { fileName } from './shared/file-name.js';
import { button, notice, type Content } from './shared/parts.js';

export interface ImportView {
  readonly texts: ImportTexts;
  readonly language: string;
  readonly importing: ImportController;
  /** How far the list is read. */
  readonly reading: Progressing;
  /** Lines of the review on the page. */
  readonly limit: number;
  readonly showMore: () => void;
}

type Of<Name extends ImportState['name']> = Extract<ImportState, { name: Name }>;

/** The import takes the place of the list until it is closed. */
export function importView(view: ImportView): TemplateResult {
  const { state } = view.importing;
  return html`<section class="card" part="import" aria-labelledby="import-title">
    <p class="title" id="import-title" part="title" tabindex="-1">${titleOf(view.texts, state)}</p>
    ${bodyOf(view, state)}
  </section>`;
}

function titleOf(texts: ImportTexts, state: ImportState): string {
  switch (state.name) {
    case 'reading':
      return texts.importReading;
    case 'review':
      return texts.importReview;
    case 'run':
      return runTitle(texts, state);
    default:
      return texts.importTitle;
  }
}

function runTitle(texts: ImportTexts, { run }: Of<'run'>): string {
  if (run.phase.name === 'finished') return texts.importDone;
  if (run.phase.name === 'paused') return texts.importStopped;
  return run.phase.name === 'reading' ? texts.importLooking : texts.importRunning;
}

function bodyOf(view: ImportView, state: ImportState): Content {
  switch (state.name) {
    case 'closed':
      return nothing;
    case 'source':
      return source(view, state);
    case 'reading':
      return reading(view, state);
    case 'review':
      return reviewOf(view, state);
    case 'run':
      return run(view, state);
  }
}

function source({ texts, importing }: ImportView, { trouble }: Of<'source'>): TemplateResult {
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    void textIn(event.target as HTMLFormElement).then((text) => importing.read(text));
  };
  const fault = trouble ? texts.importEmpty : '';
  return html`<form class="stack" novalidate @submit=${onSubmit}>
    <div class="field wide">
      <label for="file">${texts.importFile}</label>
      <input id="file" part="import-file" type="file" accept=".csv,.tsv,.txt,text/csv" />
    </div>
    <div class="field wide">
      <label for="paste">${texts.importPaste}</label>
      <textarea
        id="paste"
        part="import-text"
        rows="6"
        dir="auto"
        spellcheck="false"
        autocomplete="off"
        aria-describedby="paste-hint paste-fault"
      ></textarea>
      <p class="muted" id="paste-hint">${texts.importPasteHint}</p>
      <p class="fault" id="paste-fault" part="field-error" role="alert">${fault}</p>
    </div>
    <div class="actions">
      <button class="button main" part="import-read" type="submit">${texts.importRead}</button>
      ${button('import-close', '', texts.importClose, () => importing.close())}
    </div>
  </form>`;
}

async function textIn(form: HTMLFormElement): Promise<string> {
  const file = form.querySelector<HTMLInputElement>('[type="file"]')?.files?.[0];
  return file
    ? decode(new Uint8Array(await file.arrayBuffer()))
    : (form.querySelector('textarea')?.value ?? '');
}

function reading(view: ImportView, { failure }: Of<'reading'>): TemplateResult {
  const { texts, importing } = view;
  return html`${failure ? notice(texts, failure) : progressBar(view.reading, texts.importReading)}
    <div class="actions">
      ${failure ? button('import-retry', 'main', texts.tryAgain, () => void importing.readAgain()) : nothing}
      ${button('import-close', '', texts.importClose, () => importing.close())}
    </div>`;
}

function run(view: ImportView, state: Of<'run'>): TemplateResult {
  const { texts, importing } = view;
  const { phase } = state.run;
  const save = (): void => download(fileName('import-results'), resultsCsv(state.lines, state.run));
  return html`${outcomeOf(view, state)}
    <div class="actions">
      ${
        importing.isWriting
          ? button('import-stop', 'main', texts.importStop, () => importing.stop())
          : html`${
              phase.name === 'paused'
                ? button('import-resume', 'main', texts.importGoOn, () => importing.resume())
                : nothing
            }
            ${button('import-results', '', texts.importDownload, save)}
            ${button('import-done', '', texts.importClose, () => importing.close())}`
      }
    </div>`;
}
