import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Link } from '../contract/link.js';
import { createLinksController } from '../controllers/links-controller.js';
import type { Candidate } from '../links/candidates.js';
import { common } from '../locales/en/common.js';
import { links } from '../locales/en/links.js';
import { table } from '../locales/en/table.js';
import { createCovers } from './external-links.covers.js';
import { createExport } from './external-links.export.js';
import type { Writing } from './external-links.writing.js';
import { deriveFromLinks } from './external-links.derived.js';
import { countInWords, listView, withCovered, type ListView } from './external-links.list.js';
import { createRemoval } from './external-links.removal.js';
import { styles } from './external-links.styles.js';
import { columnsOf } from './external-links.table.js';
import type { LinksTexts } from './external-links.words.js';
import { buttons } from './shared/button.styles.js';
import { numberInWords } from './shared/language.js';
import { once } from './shared/once.js';
import { button, type Content } from './shared/parts.js';
import { partStyles } from './shared/parts.styles.js';
import { ProxyElement } from './shared/proxy-element.js';
import { keepRowFocus } from './shared/row-focus.js';
import { createSettledText } from './shared/settled-text.js';
import { createTableView } from './shared/table-view.js';
import { cardsBelow, tableStyles } from './shared/table.styles.js';
import { tokens } from './shared/tokens.styles.js';

const english = { ...common, ...table, ...links };

/**
 * Shows a school's admin who is linked to which outside identity at Pathwright, and lets them add, import, export and
 * remove links.
 *
 * @summary The school's external links.
 * @tag external-links
 *
 * @fires {LinkCreatedEvent} link-created - A link was made, by hand or by an import: `detail.link`.
 * @fires {LinkDeletedEvent} link-deleted - A link is gone: `detail.link`.
 * @fires {LinksImportedEvent} links-imported - An import has ended, or was given up: `detail.created`, `skipped`, `failed`.
 * @fires {ConnectErrorEvent} connect-error - A request failed: `detail.code`, `message`, `retryable`.
 *
 * @slot footer - Below everything, in every state.
 *
 * @csspart panel - The box around everything.
 * @csspart offer - The line that offers what `candidates` has.
 * @csspart offer-open - Opens it.
 * @csspart bar - Search and filter.
 * @csspart search - The search field.
 * @csspart type - The filter by type.
 * @csspart new - Opens the form for one link.
 * @csspart import-open - Opens the import.
 * @csspart export - Exports all links.
 * @csspart show-identities - Shows or covers all identities.
 * @csspart status - The live region: how many rows are shown, or how far an import is.
 * @csspart table - The table of links.
 * @csspart row - One link.
 * @csspart sort - Sorts by a column.
 * @csspart show - Shows or covers one identity.
 * @csspart remove - Removes one link, after a question.
 * @csspart elsewhere - What stands there for links that are removed elsewhere.
 * @csspart duplicate - The mark of an identity that is linked twice.
 * @csspart never - The mark of a link that was never updated.
 * @csspart foot - What comes after the last row.
 * @csspart show-more - Shows more rows.
 * @csspart load-more - Loads the next page.
 * @csspart load-all - Loads all pages.
 * @csspart try-again - Tries again after a failure.
 * @csspart skeleton - The shape of rows to come.
 * @csspart empty - What stands there without rows.
 * @csspart show-all - Shows all rows, when none fits.
 * @csspart form - The form for one link.
 * @csspart add-member - Its member.
 * @csspart add-identity - Its outside identity.
 * @csspart add-yes - Adds it.
 * @csspart add-close - Closes the form.
 * @csspart field-error - What is wrong with a field.
 * @csspart import - The import.
 * @csspart title - Its title, which says where it is.
 * @csspart import-file - The file.
 * @csspart import-text - The text instead of a file.
 * @csspart import-read - Goes on to the review.
 * @csspart import-retry - Reads the list again after a failure.
 * @csspart columns - Which column is what.
 * @csspart import-user_id - The column of the member.
 * @csspart import-external_id - The column of the outside identity.
 * @csspart import-separator - What separates the columns.
 * @csspart import-header - Whether the first line has names.
 * @csspart sums - The numbers of a review or a result.
 * @csspart review - The table of lines.
 * @csspart line - One of them.
 * @csspart faulty - One that cannot be written.
 * @csspart import-other - Starts with another file.
 * @csspart import-start - Writes the links.
 * @csspart progress - How far it is.
 * @csspart import-stop - Stops it.
 * @csspart import-resume - Goes on.
 * @csspart results - The lines that were not written.
 * @csspart import-results - Downloads the result of each line.
 * @csspart import-close - Closes the import.
 * @csspart import-done - Closes it after the end.
 * @csspart dialog - The question before a link is removed.
 * @csspart dialog-keep - Its "no".
 * @csspart dialog-cancel - Its "yes".
 * @csspart error - What went wrong.
 * @csspart code - The code for support.
 * @csspart detail - What the host's developer needs to know.
 *
 * @cssprop --connect-district-accent - Main action, focus ring.
 * @cssprop --connect-district-on-accent - Text on the accent.
 * @cssprop --connect-district-surface - Rows, cards and fields.
 * @cssprop --connect-district-text - Text.
 * @cssprop --connect-district-muted - Secondary text.
 * @cssprop --connect-district-border - Lines.
 * @cssprop --connect-district-warning - Marks, trouble that passes.
 * @cssprop --connect-district-danger - Faults.
 * @cssprop --connect-district-radius - Corners.
 * @cssprop --connect-district-gap - Space between blocks.
 */
export class ExternalLinksElement extends ProxyElement<LinksTexts> {
  static override readonly styles = [tokens, buttons, partStyles, tableStyles, cardsBelow('44rem'), styles];

  protected override readonly english: LinksTexts = english;

  static override readonly properties = {
    candidates: { attribute: false },
  };

  /** Links that the page proposes, say members and their Edlink person ids: offered as an import, and reviewed like one. */
  candidates: readonly Candidate[] = [];

  #taken: readonly Candidate[] | undefined;
  #offered: readonly Candidate[] | undefined;
  #type = '';
  #hadFocus = false;

  readonly #links = createLinksController(this);
  #writing: Writing | undefined;
  readonly #removal = createRemoval(this, this.#links, (text) => void this.say(text));
  readonly #export = createExport(this, this.#links, (count) => {
    void this.say(this.texts.exported(numberInWords(count, this.language)));
  });
  readonly #covers = createCovers(this);
  readonly #view = createTableView<Link>(this);
  readonly #derived = deriveFromLinks();
  readonly #told = createSettledText(this);

  constructor() {
    super();
    keepRowFocus(this);
  }

  /** Reads the list again. */
  async refresh(): Promise<void> {
    await this.#links.reload();
  }

  /** @internal */
  override get texts(): LinksTexts {
    return this.#derived.texts(super.texts);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#hadFocus = !!this.shadowRoot?.activeElement;
    if (changed.has('proxy')) this.#links.configure();
  }

  protected override updated(): void {
    // A step of the import that has gone gives the focus to the title of the next one.
    if (this.#hadFocus && !this.shadowRoot?.activeElement)
      this.renderRoot.querySelector<HTMLElement>('[part~="title"], [part~="search"]')?.focus();
  }

  protected override render(): TemplateResult {
    const importing = this.#writing?.isImporting ? this.#writing : undefined;
    // The import's own title and numbers say it to the eye.
    const seen = importing ? 'hidden' : 'muted';
    const list = this.#list;
    this.#told.settle(importing ? importing.inWords() : countInWords(list));
    return html`<div class="panel" part="panel">
      <p class=${seen} part="status" role="status">${this.#told.text || nothing}</p>
      ${importing ? importing.import() : html`${this.#offer}${this.#rights}${listView(list)}`}
      <p class="muted" role="status">${this.feedback || nothing}</p>
      ${this.#removal.dialog()}
      <slot name="footer"></slot>
    </div>`;
  }

  /** What the page proposes, until it has been imported. */
  get #offer(): Content {
    const { texts, candidates } = this;
    if (!this.#links.canWrite || candidates.length === 0 || candidates === this.#taken) return nothing;
    const open = (): void => {
      void this.#write((writing) => writing.prepare(candidates), candidates);
    };
    return html`<div class="offer" part="offer">
      <p>${texts.importOffer(numberInWords(candidates.length, this.language))}</p>
      ${button('offer-open', '', texts.importOfferYes, open)}
    </div>`;
  }

  get #rights(): Content {
    return this.#links.canWrite ? nothing : html`<p class="muted">${this.texts.linksReadOnly}</p>`;
  }

  get #list(): ListView {
    const { texts, language } = this;
    const { links } = this.#links;
    const rows = this.#derived.ofType(links, this.#type);
    const columns = this.#columnsFor(texts, language, this.#links.canWrite, this.#covers.version);
    const look = this.#view.look(rows, columns, language);
    return {
      texts,
      language,
      columns,
      links: this.#links,
      covers: this.#covers,
      view: this.#view,
      look: withCovered(look, this.#derived.bySearched(rows), this.#view.typed),
      types: this.#derived.types(links),
      type: this.#type,
      filterBy: (type) => {
        this.#type = type;
        this.requestUpdate();
      },
      add: () => void this.#write((writing) => writing.add()),
      openImport: () => void this.#write((writing) => writing.openImport()),
      exporting: this.#export,
      form: this.#writing?.form() ?? nothing,
    };
  }

  readonly #columnsFor = once((texts: LinksTexts, language: string, canWrite: boolean, _version: number) =>
    columnsOf({
      texts,
      language,
      canWrite,
      isShown: this.#covers.isShown,
      isRefused: this.#removal.isRefused,
      sharers: ({ external_id }) => this.#derived.byIdentity(this.#links.links).get(external_id) ?? [],
      toggle: this.#covers.toggle,
      remove: this.#removal.ask,
    }),
  );

  async #write(act: (writing: Writing) => void, offered?: readonly Candidate[]): Promise<void> {
    try {
      const { createWriting } = await import('./external-links.writing.js');
      this.#writing ??= createWriting(this, this.#links, () => (this.#taken = this.#offered));
    } catch {
      // A browser may not try again before the page is loaded anew (whatwg/html#6768).
      void this.say(this.texts.partMissing);
      return;
    }
    this.#offered = offered;
    act(this.#writing);
  }
}
