import { html, nothing, type TemplateResult } from 'lit';
import type { ImportState } from '../controllers/import-controller.js';
import { progressOf } from '../links/progress.js';
import type { Entry } from '../links/run-state.js';
import { resultInWords, type ImportTexts } from './external-links.import-words.js';
import type { ImportView } from './external-links.import.js';
import { numberInWords } from './shared/language.js';
import { notice, type Content } from './shared/parts.js';

/** How far something is; the text says the same in words. */
export interface Progressing {
  readonly done: number;
  readonly all: number;
  readonly text: string;
}

type Run = Extract<ImportState, { name: 'run' }>;

export const progressBar = ({ done, all, text }: Progressing, label: string): TemplateResult =>
  html`<div class="field wide">
    <progress part="progress" aria-label=${label} max=${Math.max(all, 1)} .value=${done}></progress>
    <p class="muted">${text}</p>
  </div>`;

/** How far the run is, what stopped it, and what became of its lines. */
export function outcomeOf(view: ImportView, state: Run): TemplateResult {
  const { texts, importing, reading } = view;
  const { phase } = state.run;
  return html`${phase.name === 'reading' ? progressBar(reading, texts.importLooking) : written(view, state)}
  ${phase.name === 'waiting' ? html`<p class="notice">${texts.importWaiting}</p>` : nothing}
  ${
    phase.name === 'paused'
      ? html`<p>${texts.importPaused}</p>
          ${notice(texts, phase.failure)}`
      : nothing
  }
  ${importing.isWriting ? nothing : html`${sums(view, state)}${failures(texts, state.run.entries)}`}`;
}

function written({ texts, language }: ImportView, { run }: Run): TemplateResult {
  const { done, all } = progressOf(run);
  const text = texts.importWritten(numberInWords(done, language), numberInWords(all, language));
  return progressBar({ done, all, text }, texts.importRunning);
}

function sums({ texts, language }: ImportView, { lines, run }: Run): TemplateResult {
  const { created, there } = progressOf(run);
  const skipped = there + lines.filter((line) => line.there).length;
  const { importResult } = texts;
  return sumList(language, [
    [importResult.created, created],
    [importResult.there, skipped],
    [importResult.failed, lines.length - created - skipped],
  ]);
}

export const sumList = (
  language: string,
  sums: readonly (readonly [label: string, count: number])[],
): TemplateResult =>
  html`<dl class="sums" part="sums">
    ${sums.map(
      ([label, count]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${numberInWords(count, language)}</dd>
        </div>`,
    )}
  </dl>`;

/** What somebody has to look at; what is merely waiting is in the sum. */
function failures(texts: ImportTexts, entries: readonly Entry[]): Content {
  const failed = entries.filter(({ result }) =>
    ['refused', 'linked_already', 'unknown'].includes(result.name),
  );
  if (failed.length === 0) return nothing;
  return html`<table part="results" aria-label=${texts.importNotWritten}>
    <thead>
      <tr>
        <th scope="col"><span class="plain">${texts.importLine}</span></th>
        <th scope="col"><span class="plain">${texts.linkMember}</span></th>
        <th scope="col"><span class="plain">${texts.linkIdentity}</span></th>
        <th scope="col"><span class="plain">${texts.importReason}</span></th>
      </tr>
    </thead>
    <tbody>
      ${failed.slice(0, mostShown).map((entry) => failedRow(texts, entry))}
    </tbody>
  </table>`;
}

/** The rest is in the file. */
const mostShown = 200;

const failedRow = (texts: ImportTexts, { line, user_id, external_id, result }: Entry): TemplateResult =>
  html`<tr>
    <th scope="row">${texts.importLine} ${line}</th>
    <td data-label=${texts.linkMember}>${user_id}</td>
    <td data-label=${texts.linkIdentity}>
      <div><bdi class="exact">${external_id}</bdi></div>
    </td>
    <td data-label=${texts.importReason}><p class="fault">${resultInWords(texts, result)}</p></td>
  </tr>`;

/** For the ear, and sparingly: a run is told of at each quarter. */
export function importInWords(texts: ImportTexts, language: string, state: ImportState): string {
  switch (state.name) {
    case 'reading':
      return texts.importReading;
    case 'review':
      return state.lines ? texts.importReview : texts.importUnclear;
    case 'run':
      return runInWords(texts, language, state);
    default:
      return '';
  }
}

function runInWords(texts: ImportTexts, language: string, { run }: Run): string {
  const { done, all } = progressOf(run);
  const quarter = Math.max(1, Math.ceil(all / 4));
  const told = run.phase.name === 'posting' ? Math.floor(done / quarter) * quarter : done;
  const words = texts.importWritten(numberInWords(told, language), numberInWords(all, language));
  if (run.phase.name === 'finished') return `${texts.importDone}. ${words}`;
  if (run.phase.name === 'paused') return `${texts.importStopped}. ${words}`;
  if (run.phase.name === 'waiting') return texts.importWaiting;
  return run.phase.name === 'reading' ? texts.importLooking : words;
}
