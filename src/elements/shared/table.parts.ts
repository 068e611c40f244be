import { html, nothing, type TemplateResult } from 'lit';
import type { ListStatus } from '../../controllers/paged-list.js';
import type { table as english } from '../../locales/en/table.js';
import type { Texts } from '../../locales/texts.js';
import type { Failure } from '../../onboarding/state.js';
import { button, notice, type Content } from './parts.js';
import type { CommonTexts } from './proxy-element.js';
import type { Order } from './rows.js';
import type { Column } from './table-view.js';

export type TableTexts = CommonTexts & Texts<typeof english>;

interface Table<Row> {
  /** What the rows are. */
  readonly label: string;
  /** The first one names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string | number;
  readonly order: Order | undefined;
  readonly sortBy: (column: string) => void;
}

/** In a narrow place the styles make cards of the rows; a cell then says its column by itself. */
export function table<Row>({ label, columns, rows, idOf, order, sortBy }: Table<Row>): TemplateResult {
  return html`<table part="table" aria-label=${label}>
    <thead>
      <tr>
        ${columns.map((column) => header(column, order, sortBy))}
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => tableRow(row, idOf(row), columns))}
    </tbody>
  </table>`;
}

const tableRow = <Row>(row: Row, id: string | number, [first, ...others]: readonly Column<Row>[]) =>
  html`<tr part="row" data-row=${id}>
    <th scope="row">${first?.cell(row)}</th>
    ${others.map((column) => html`<td data-label=${column.label}><div>${column.cell(row)}</div></td>`)}
  </tr>`;

function header<Row>(
  { name, label, text, value }: Column<Row>,
  order: Order | undefined,
  sortBy: (column: string) => void,
): TemplateResult {
  if (!text && !value) return html`<th scope="col"><span class="plain">${label}</span></th>`;
  return html`<th scope="col" aria-sort=${order?.by === name ? order.direction : nothing}>
    <button class="sort" part="sort" type="button" @click=${() => sortBy(name)}>${label}</button>
  </th>`;
}

/** The visible words first, as somebody would say them who operates by voice. */
const named = (action: string, row: string): string => `${action}: ${row}`;

interface RowAction {
  readonly part: string;
  readonly label: string;
  /** The row, in words. */
  readonly row: string;
  readonly act: () => void;
  /** The id of the text that says why it cannot be done; saying so is what `act` does then. */
  readonly reason?: string | undefined;
}

/** A button of a row, named by what it does and to which row. */
export const rowAction = ({ part, label, row, act, reason }: RowAction): TemplateResult =>
  html`<button
    class="button small"
    part=${part}
    type="button"
    aria-label=${named(label, row)}
    aria-disabled=${reason ? 'true' : nothing}
    aria-describedby=${reason ?? nothing}
    @click=${act}
  >
    ${label}
  </button>`;

/** The same as a link, which opens elsewhere. */
export const rowLink = (
  texts: TableTexts,
  { part, label, row, href }: { part: string; label: string; row: string; href: string },
): TemplateResult =>
  html`<a
    class="button small"
    part=${part}
    href=${href}
    target="_blank"
    rel="noopener"
    aria-label="${named(label, row)}, ${texts.newTab}"
    >${label}</a
  >`;

export const searchField = (
  texts: TableTexts,
  typed: string,
  search: (typed: string) => void,
): TemplateResult => {
  const onInput = ({ target }: InputEvent): void => search((target as HTMLInputElement).value);
  return html`<label class="field">
    <span>${texts.search}</span>
    <input part="search" type="search" autocomplete="off" .value=${typed} @input=${onInput} />
  </label>`;
};

/** The shape of what is coming, for the eye only; the ear has the live region. */
export const skeleton = (): TemplateResult =>
  html`<div class="skeleton" part="skeleton" aria-hidden="true">
    ${Array.from({ length: 5 }, () => html`<span></span>`)}
  </div>`;

export const empty = (text: string, more: Content = nothing): TemplateResult =>
  html`<div class="empty" part="empty">
    <p>${text}</p>
    ${more}
  </div>`;

interface Foot {
  readonly texts: TableTexts;
  readonly status: ListStatus;
  readonly failure: Pick<Failure, 'code' | 'message'> | undefined;
  /** Rows that are loaded and fit, but are not on the page yet. */
  readonly hidden: number;
  readonly showMore: () => void;
  readonly loadMore: () => void;
  readonly loadAll: () => void;
}

/** What comes after the last row: more of them, or why there are none. A button stays while it works, with its focus. */
export function foot({ texts, status, failure, hidden, showMore, loadMore, loadAll }: Foot): TemplateResult {
  const isLoading = status === 'loading';
  const more = isLoading || status === 'more';
  return html`<div class="foot" part="foot">
    ${status === 'failed' ? notice(texts, failure) : nothing}
    <div class="actions">
      ${hidden > 0 ? button('show-more', '', texts.showMore, showMore) : nothing}
      ${more ? button('load-more', '', isLoading ? texts.loading : texts.loadMore, loadMore) : nothing}
      ${more ? button('load-all', 'quiet', texts.loadAll, loadAll) : nothing}
      ${status === 'failed' ? button('try-again', 'main', texts.tryAgain, loadMore) : nothing}
    </div>
  </div>`;
}
