import { html, nothing, type TemplateResult } from 'lit';
import type { Link } from '../contract/link.js';
import type { LinksController } from '../controllers/links-controller.js';
import type { Covers } from './external-links.covers.js';
import type { Export } from './external-links.export.js';
import { typeInWords } from './external-links.table.js';
import type { LinksTexts } from './external-links.words.js';
import { numberInWords } from './shared/language.js';
import { button, type Content } from './shared/parts.js';
import { fold } from './shared/rows.js';
import { empty, foot, searchField, skeleton, table } from './shared/table.parts.js';
import type { Column, Look, TableView } from './shared/table-view.js';

export interface ListView {
  readonly texts: LinksTexts;
  readonly language: string;
  readonly links: LinksController;
  readonly covers: Covers;
  readonly view: TableView<Link>;
  readonly columns: readonly Column<Link>[];
  readonly look: Look<Link>;
  readonly types: readonly string[];
  readonly type: string;
  readonly filterBy: (type: string) => void;
  readonly add: () => void;
  readonly openImport: () => void;
  readonly exporting: Export;
  /** The form for one link, while it is open. */
  readonly form: Content;
}

export function listView(list: ListView): TemplateResult {
  return html`${bar(list)}${list.form}${rows(list)}${end(list)}`;
}

function bar(list: ListView): TemplateResult {
  const { texts, view, covers, links, exporting } = list;
  return html`<div class="bar" part="bar">
      ${searchField(texts, view.typed, (typed) => view.search(typed))} ${typeField(list)}
    </div>
    <div class="actions">
      ${
        links.canWrite
          ? html`${button('new', 'main', texts.linkAdd, list.add)}
            ${button('import-open', '', texts.importOpen, list.openImport)}`
          : nothing
      }
      ${button('export', '', exporting.isBusy ? texts.exporting : texts.exportCsv, () => exporting.start())}
      ${button('show-identities', '', covers.areAllShown ? texts.linksCover : texts.linksShow, () => covers.toggleAll())}
    </div>
    <p class="muted">${covers.areAllShown ? texts.linksUncovered : texts.linksSearchHint}</p>`;
}

function typeField({ texts, types, type, filterBy }: ListView): TemplateResult {
  const onChange = ({ target }: Event): void => filterBy((target as HTMLSelectElement).value);
  return html`<label class="field">
    <span>${texts.linkType}</span>
    <select part="type" @change=${onChange}>
      <option value="" .selected=${type === ''}>${texts.any}</option>
      ${types.map(
        (known) =>
          html`<option value=${known} .selected=${known === type}>${typeInWords(texts, known)}</option>`,
      )}
    </select>
  </label>`;
}

function rows(list: ListView): Content {
  const { texts, links, view, columns, look } = list;
  const { status } = links;
  if (look.shown.length > 0)
    return table({
      label: texts.linksLabel,
      columns,
      rows: look.shown,
      idOf: ({ id }) => id,
      order: view.order,
      sortBy: (column) => view.sortBy(column),
    });
  if (status === 'failed') return nothing;
  if (links.links.length > 0) return noMatch(list);
  return status === 'complete' ? empty(texts.linksNone) : skeleton();
}

function noMatch({ texts, links, view, filterBy }: ListView): TemplateResult {
  const showAll = (): void => {
    view.search('');
    filterBy('');
  };
  return empty(
    links.status === 'complete' ? texts.noMatch : texts.noMatchMore,
    button('show-all', '', texts.showAll, showAll),
  );
}

function end({ texts, links, view, look }: ListView): Content {
  const { status, failure } = links;
  if (links.links.length === 0 && status !== 'failed') return nothing;
  return foot({
    texts,
    status,
    failure,
    hidden: look.fitting.length - look.wanted,
    showMore: () => view.showMore(),
    loadMore: () => void links.loadMore(),
    loadAll: () => void links.loadAll(),
  });
}

/** How many rows there are to be seen, in words. */
export function countInWords({ texts, language, links, look }: ListView): string {
  if (links.status === 'empty' || (links.status === 'loading' && links.links.length === 0))
    return texts.loading;
  if (links.links.length === 0) return links.status === 'complete' ? texts.linksNone : '';
  const isMore = links.status !== 'complete';
  const [shown, all] = [look.wanted, links.links.length];
  const say = isMore ? texts.countedMore : texts.counted;
  return say(numberInWords(shown, language), numberInWords(all, language));
}

/**
 * A covered identity is found by its whole text only. Whoever looks over the shoulder has read what was typed already;
 * but to find it by a part would let somebody guess the rest, letter by letter, without anything being uncovered.
 */
export function withCovered(
  look: Look<Link>,
  index: ReadonlyMap<string, readonly Link[]>,
  typed: string,
): Look<Link> {
  const found = index.get(fold(typed.trim())) ?? [];
  const join = (rows: readonly Link[]): Link[] => [...new Set([...found, ...rows])];
  return found.length > 0
    ? { fitting: join(look.fitting), wanted: look.wanted + found.length, shown: join(look.shown) }
    : look;
}
