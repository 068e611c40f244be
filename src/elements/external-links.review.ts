import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Draft, ImportState } from '../controllers/import-controller.js';
import type { Mapping } from '../links/columns.js';
import { isWritable, type Line } from '../links/line.js';
import { separators } from '../links/table.js';
import type { ImportView } from './external-links.import.js';
import { sumList } from './external-links.run.js';
import type { ImportTexts } from './external-links.import-words.js';
import { faultInWords, remarkInWords } from './external-links.words.js';
import { apart } from './shared/apart.js';
import { numberInWords } from './shared/language.js';
import { button, type Content } from './shared/parts.js';

type Review = Extract<ImportState, { name: 'review' }>;

/** What would be written, and nothing is yet. */
export function reviewOf(view: ImportView, { draft, lines }: Review): TemplateResult {
  const { texts, importing } = view;
  return html`${draft.text === undefined ? nothing : columns(view, draft)}
    ${lines ? reviewed(view, lines) : html`<p class="fault">${texts.importUnclear}</p>`}
    <div class="actions">
      ${
        draft.text === undefined
          ? nothing
          : button('import-other', '', texts.importOther, () => importing.open())
      }
      ${button('import-close', '', texts.importClose, () => importing.close())}
    </div>`;
}

function columns({ texts, importing }: ImportView, { table, mapping }: Draft): TemplateResult {
  const names = ['tab', 'semicolon', 'comma', 'bar'] as const;
  const choices = separators.map(
    (separator, index) => [separator, texts.importSeparators[names[index] ?? 'comma']] as const,
  );
  const map = (change: Partial<Mapping>): void => importing.map({ ...mapping, ...change });
  const column = (field: 'user_id' | 'external_id', label: string): TemplateResult =>
    select(
      `import-${field}`,
      label,
      columnChoices(texts, table.rows[0]?.cells ?? []),
      String(mapping[field] ?? ''),
      (value) => map({ [field]: value === '' ? undefined : Number(value) }),
    );
  return html`<fieldset class="bar" part="columns">
    <legend>${texts.importColumns}</legend>
    ${column('user_id', texts.linkMember)} ${column('external_id', texts.linkIdentity)}
    ${select('import-separator', texts.importSeparator, choices, table.separator, (value) =>
      importing.separate(value),
    )}
    <label class="check">
      <input
        type="checkbox"
        part="import-header"
        .checked=${mapping.hasHeader}
        @change=${({ target }: Event) => map({ hasHeader: (target as HTMLInputElement).checked })}
      />
      ${texts.importHeader}
    </label>
  </fieldset>`;
}

type Choice = readonly [value: string, label: string];

const longestExample = 30;

const columnChoices = (texts: ImportTexts, cells: readonly string[]): Choice[] => [
  ['', texts.importChoose],
  ...cells.map((cell, index): Choice => [
    String(index),
    texts.importColumn(String(index + 1), Array.from(cell).slice(0, longestExample).join('')),
  ]),
];

const select = (
  part: string,
  label: string,
  choices: readonly Choice[],
  chosen: string,
  choose: (value: string) => void,
): TemplateResult =>
  html`<label class="field">
    <span>${label}</span>
    <select part=${part} @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}>
      ${choices.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
    </select>
  </label>`;

function reviewed(view: ImportView, lines: readonly Line[]): TemplateResult {
  const { texts, language, importing } = view;
  const writable = lines.filter(isWritable);
  const count = (isMeant: (line: Line) => unknown): number => lines.filter(isMeant).length;
  return html`${sumList(language, [
      [texts.importSums.writable, writable.length],
      [texts.importSums.faulty, count(({ faults }) => faults.length > 0)],
      [texts.importSums.remarks, count(hasRemarkOnly)],
      [texts.importSums.there, count(({ there }) => there)],
    ])}
    <div class="actions">
      ${
        writable.length > 0
          ? button('import-start', 'main', texts.importStart(numberInWords(writable.length, language)), () =>
              importing.start(),
            )
          : html`<p>${texts.importNothing}</p>`
      }
    </div>
    ${lineTable(view, lines)}`;
}

const hasRemarkOnly = ({ faults, warnings }: Line): boolean => faults.length === 0 && warnings.length > 0;

/** What needs somebody comes first. */
const urgency = ({ faults, warnings, there }: Line): number =>
  faults.length > 0 ? 0 : warnings.length > 0 ? 1 : there ? 3 : 2;

function lineTable({ texts, limit, showMore }: ImportView, lines: readonly Line[]): TemplateResult {
  const sorted = [...lines].sort((one, other) => urgency(one) - urgency(other));
  const heads = [texts.importLine, texts.linkMember, texts.linkIdentity, texts.importOutcome];
  return html`<table part="review" aria-label=${texts.importLines}>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col"><span class="plain">${head}</span></th>`)}
        </tr>
      </thead>
      <tbody>
        ${repeat(
          sorted.slice(0, limit),
          ({ line }) => line,
          (line) => lineRow(texts, line),
        )}
      </tbody>
    </table>
    ${sorted.length > limit ? button('show-more', '', texts.showMore, showMore) : nothing}`;
}

const lineRow = (texts: ImportTexts, line: Line): TemplateResult =>
  html`<tr part=${line.faults.length > 0 ? 'line faulty' : 'line'} data-line=${line.line}>
    <th scope="row">${texts.importLine} ${line.line}</th>
    <td data-label=${texts.linkMember}>
      <div><bdi class="exact">${line.user}</bdi></div>
    </td>
    <td data-label=${texts.linkIdentity}>
      <div><bdi class="exact">${line.external_id}</bdi></div>
    </td>
    <td data-label=${texts.importOutcome}><div>${outcome(texts, line)}</div></td>
  </tr>`;

function outcome(texts: ImportTexts, { user, external_id, there, faults, warnings }: Line): Content {
  if (there) return html`${texts.importThere}`;
  if (faults.length > 0)
    return html`<p class="fault"><b>${texts.importFault}</b></p>
      ${faults.map((fault) => html`<p>${faultInWords(texts, fault)}</p>`)}`;
  return html`<p>${apart(texts.linkWill, user, external_id)}</p>
    ${warnings.length > 0 ? html`<p class="remark"><b>${texts.importRemark}</b></p>` : nothing}
    ${warnings.map((warning) => html`<p>${remarkInWords(texts, warning)}</p>`)}`;
}
