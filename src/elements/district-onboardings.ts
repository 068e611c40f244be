import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Onboarding } from '../contract/onboarding.js';
import type { OnboardingFilters } from '../contract/routes.js';
import { createOnboardingsController } from '../controllers/onboardings-controller.js';
import { defaultOnboardBase } from '../controllers/settings.js';
import { eventFor } from '../events.js';
import { common } from '../locales/en/common.js';
import { onboardings } from '../locales/en/onboardings.js';
import { table as tableTexts } from '../locales/en/table.js';
import type { Texts } from '../locales/texts.js';
import type { Failure } from '../onboarding/state.js';
import { columnsFor, nameOf, type Provider } from './district-onboardings.columns.js';
import { createDeletion } from './district-onboardings.deletion.js';
import type { Invitation } from './district-onboardings.invitation.js';
import { bar } from './district-onboardings.parts.js';
import { styles } from './district-onboardings.styles.js';
import { buttons } from './shared/button.styles.js';
import { numberInWords } from './shared/language.js';
import { once } from './shared/once.js';
import { pageOf } from './shared/onboard-page.js';
import { button, notice } from './shared/parts.js';
import { partStyles } from './shared/parts.styles.js';
import { ProxyElement } from './shared/proxy-element.js';
import { keepRowFocus } from './shared/row-focus.js';
import { createSettledText } from './shared/settled-text.js';
import { empty, foot, skeleton, table } from './shared/table.parts.js';
import { cardsBelow, tableStyles } from './shared/table.styles.js';
import { createTableView, type Column, type Look } from './shared/table-view.js';
import { tokens } from './shared/tokens.styles.js';

const english = { ...common, ...tableTexts, ...onboardings };

export type OnboardingTexts = Texts<typeof english>;

/** For whom one can be made: a name, and the proxy that stands for them. */
export interface District {
  readonly name: string;
  readonly proxy: string;
}

/**
 * Lists onboardings, for the vendor's staff or a district's admin: whose, in which state, with their invite links.
 * Which ones there are is the proxy's to say.
 *
 * @summary All onboardings: filter, search, invite, delete; it keeps itself up to date.
 * @tag district-onboardings
 *
 * @fires {IntegrationConnectedEvent} integration-connected - One in the list was seen to be connected.
 * @fires {OnboardingCreatedEvent} onboarding-created - One was made here.
 * @fires {OnboardingDeletedEvent} onboarding-deleted - One was deleted here.
 * @fires {FiltersChangedEvent} filters-changed - Somebody has chosen other filters; `detail` has all that are set.
 * @fires {ConnectErrorEvent} connect-error - A request failed: `detail.code`, `message`, `retryable`.
 *
 * @slot footer - Below everything, in every state.
 *
 * @csspart panel - The box around everything.
 * @csspart bar - Search, filters and what can be done to all.
 * @csspart search - The search field.
 * @csspart filter-state - The filter by state.
 * @csspart filter-provider - The filter by system.
 * @csspart refresh - Reads the list again.
 * @csspart new - Begins a new onboarding.
 * @csspart status - The live region: how many rows are shown.
 * @csspart table - The table.
 * @csspart row - One of its rows.
 * @csspart sort - Sorts by a column.
 * @csspart open - Opens a row's invite link.
 * @csspart copy - Copies it.
 * @csspart mail - Sends it by mail.
 * @csspart delete - Deletes the row's onboarding, after a question.
 * @csspart skeleton - What is there before the rows.
 * @csspart empty - What is there instead of them.
 * @csspart foot - Below the rows.
 * @csspart show-more - Shows more of the rows that are loaded.
 * @csspart load-more - Loads more.
 * @csspart load-all - Loads all.
 * @csspart try-again - Tries again to load.
 * @csspart show-all - Shows all rows, when none fits.
 * @csspart dialog - The question before a deletion, and the form.
 * @csspart form - The form alone.
 * @csspart dialog-keep - The dialog's "no".
 * @csspart dialog-cancel - The question's "yes".
 * @csspart create - Sends the form.
 * @csspart problem - What the server has against a field.
 * @csspart copy-made - Copies the link of the new one.
 * @csspart mail-made - Sends it by mail.
 * @csspart done - Closes the dialog.
 * @csspart error - What went wrong.
 * @csspart code - The code for support.
 * @csspart detail - What the host's developer needs to know.
 */
export class DistrictOnboardingsElement extends ProxyElement<OnboardingTexts> {
  static override readonly styles = [tokens, buttons, partStyles, tableStyles, cardsBelow('58rem'), styles];

  protected override readonly english: OnboardingTexts = english;

  static override readonly properties = {
    state: {},
    providerId: { attribute: 'provider-id' },
    applicationId: { attribute: 'application-id' },
    integrationId: { attribute: 'integration-id' },
    userId: { attribute: 'user-id' },
    fields: {},
    onboardBase: { attribute: 'onboard-base' },
    providers: { attribute: false },
    districts: { attribute: false },
  };

  /** Only those in this state, as Edlink names it: `created`, `started`, `completed`. */
  state = '';
  /** Only those for this system, by Edlink's id. */
  providerId = '';
  /** Only those of this application. */
  applicationId = '';
  /** Only the one that led to this integration. */
  integrationId = '';
  /** Only those of this user of Edlink. */
  userId = '';
  /**
   * What the form for a new onboarding asks for, besides the district: any of `provider-id expiration-date
   * redirect-uri team-id automatic-approval application-id`. The proxy has to allow them.
   */
  fields = '';
  /** Where onboard pages are, if not at `https://ed.link/onboard/`. */
  onboardBase: string = defaultOnboardBase;
  /** The systems by name: `[{ id, name }]`. */
  providers: readonly Provider[] = [];
  /** For whom an onboarding can be made: `[{ name, proxy }]`. Without them there is no button for it. */
  districts: readonly District[] = [];

  readonly #controller = createOnboardingsController(this);
  #invitation: Invitation | undefined;
  readonly #deletion = createDeletion(this, this.#controller.remove, (row, wasGone) => {
    const name = nameOf(this, row);
    void this.say(wasGone ? this.texts.goneAlready(name) : this.texts.deletedOne(name));
  });
  readonly #view = createTableView<Onboarding>(this);
  readonly #count = createSettledText(this);
  #look: Look<Onboarding> = { fitting: [], wanted: 0, shown: [] };
  #shownColumns: readonly Column<Onboarding>[] = [];
  /** Columns are the same as long as what they say is. */
  readonly #columns = once(
    (..._says: readonly [OnboardingTexts, string, string, string, readonly Provider[], boolean]) =>
      columnsFor(this),
  );

  constructor() {
    super();
    keepRowFocus(this);
  }

  /** Those that are loaded, as the proxy last said. */
  get onboardings(): readonly Onboarding[] {
    return this.#controller.list.rows;
  }

  /** What the last request for the list met, until one is answered. */
  get error(): Pick<Failure, 'code' | 'message'> | null {
    return this.#controller.failure ?? null;
  }

  /** All filters that are set, as the list's parameters: what a host may put into its URL. */
  get filters(): OnboardingFilters {
    const all: OnboardingFilters = {
      state: this.state,
      provider_id: this.providerId,
      application_id: this.applicationId,
      integration_id: this.integrationId,
      user_id: this.userId,
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value));
  }

  /** Reads the list again. */
  refresh(): void {
    this.#controller.refresh();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated || identity.some((key) => changed.has(key))) this.#controller.configure();
    const { list } = this.#controller;
    const { texts, language, vendorName, onboardBase, providers, mayDelete } = this;
    this.#shownColumns = this.#columns(texts, language, vendorName, onboardBase, providers, mayDelete);
    this.#look = this.#view.look(list.rows, this.#shownColumns, language);
    this.#count.settle(this.#counted);
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    const { failure, list } = this.#controller;
    return html`<div class="panel" part="panel">
      ${bar(this)}
      <p class="muted" part="status" role="status">${this.#count.text || nothing}</p>
      <p class="muted" role="status">${this.feedback || nothing}</p>
      ${list.status === 'failed' ? nothing : notice(texts, failure)} ${this.#rows()} ${this.#foot()}
      <slot name="footer"></slot>
      ${this.#deletion.render(this)} ${this.#invitation?.render(this)}
    </div>`;
  }

  #rows(): TemplateResult | typeof nothing {
    const { texts } = this;
    const { list } = this.#controller;
    const { fitting, shown } = this.#look;
    if (fitting.length)
      return table({
        label: texts.onboardings,
        columns: this.#shownColumns,
        rows: shown,
        idOf: ({ id }) => id,
        order: this.#view.order,
        sortBy: this.#view.sortBy,
      });
    if (list.rows.length) {
      const text = list.status === 'complete' ? texts.noMatch : texts.noMatchMore;
      return empty(
        text,
        button('show-all', '', texts.showAll, () => this.search('')),
      );
    }
    if (list.status !== 'complete') return list.status === 'failed' ? nothing : skeleton();
    return Object.keys(this.filters).length
      ? empty(
          texts.noneFiltered,
          button('show-all', '', texts.clearFilters, () => this.#clearFilters()),
        )
      : empty(texts.noOnboardings);
  }

  #foot(): TemplateResult | typeof nothing {
    const { texts } = this;
    const { list, failure, loadMore, loadAll } = this.#controller;
    if (!list.rows.length && list.status !== 'failed') return nothing;
    const hidden = this.#look.fitting.length - this.#look.wanted;
    return foot({
      texts,
      status: list.status,
      failure,
      hidden,
      showMore: this.#view.showMore,
      loadMore,
      loadAll,
    });
  }

  get #counted(): string {
    const { texts, language } = this;
    const { list } = this.#controller;
    if (!list.rows.length) return list.status === 'loading' ? texts.loading : '';
    const shown = numberInWords(this.#look.wanted, language);
    const all = numberInWords(list.rows.length, language);
    return list.status === 'complete' ? texts.counted(shown, all) : texts.countedMore(shown, all);
  }

  #may(right: string): boolean {
    const { can } = this.#controller;
    return !can || can.includes(right);
  }

  /** @internal */
  get mayDelete(): boolean {
    return this.#may('delete');
  }

  /** @internal */
  get mayCreate(): boolean {
    return this.districts.length > 0 && this.#may('create');
  }

  /** @internal The server's time. */
  get date(): number | undefined {
    return this.#controller.date;
  }

  /** @internal */
  get typed(): string {
    return this.#view.typed;
  }

  /** @internal */
  search = (typed: string): void => {
    this.#view.search(typed);
  };

  /** @internal Somebody has chosen a filter. */
  choose = (filter: 'state' | 'providerId', value: string): void => {
    this[filter] = value;
    this.#tellFilters();
  };

  #clearFilters(): void {
    this.state = this.providerId = this.applicationId = this.integrationId = this.userId = '';
    this.#tellFilters();
  }

  #tellFilters(): void {
    this.dispatchEvent(eventFor({ name: 'filters-changed', detail: this.filters }));
  }

  /** @internal */
  async copy(row: Onboarding): Promise<void> {
    await this.copyLink(pageOf(this, row.id).href);
  }

  /** @internal What cannot be deleted says why. */
  askToDelete(row: Onboarding): void {
    if (row.state === 'completed') void this.say(`${nameOf(this, row)}: ${this.texts.finishedStays}`);
    else this.#deletion.ask(row);
  }

  /** @internal */
  async invite(): Promise<void> {
    try {
      const { createInvitation } = await import('./district-onboardings.invitation.js');
      this.#invitation ??= createInvitation(this, this.#controller.create);
    } catch {
      // A browser may not try again before the page is loaded anew (whatwg/html#6768).
      void this.say(this.texts.partMissing);
      return;
    }
    this.#invitation.open();
  }
}

/** What says which rows there are: with another of these the list begins anew. */
const identity = ['proxy', 'state', 'providerId', 'applicationId', 'integrationId', 'userId'] as const;
