import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Onboarding } from '../contract/onboarding.js';
import { OnboardingController } from '../controllers/onboarding-controller.js';
import { defaultOnboardBase } from '../controllers/settings.js';
import type { Names, Texts } from '../locales/en.js';
import { onLocale, registerLocale, textsFor } from '../locales/registry.js';
import type { Failure, FlowState, StateName } from '../onboarding/state.js';
import type { Actions, View } from './connect-district.parts.js';
import { screenFor } from './connect-district.screens.js';
import { styles } from './connect-district.styles.js';
import { buttons } from './shared/button.styles.js';
import { dateInWords, languageOf } from './shared/language.js';
import { tokens } from './shared/tokens.styles.js';

/**
 * Lets an admin of a school district connect their SIS or LMS through Edlink, and says when it is connected.
 *
 * @summary The main job: one button, one onboarding, one `integration-connected`.
 * @tag connect-district
 *
 * @fires {BeforeConnectEvent} before-connect - Before anything happens; cancelable.
 * @fires {OnboardingCreatedEvent} onboarding-created - The onboarding exists.
 * @fires {OnboardingStartedEvent} onboarding-started - Somebody has opened the page at Edlink.
 * @fires {IntegrationConnectedEvent} integration-connected - It is connected; `detail.integration_id` says as what.
 * @fires {OnboardingIncompleteEvent} onboarding-incomplete - Edlink says completed, without an integration.
 * @fires {OnboardingExpiredEvent} onboarding-expired - The link works no more.
 * @fires {OnboardingCancelledEvent} onboarding-cancelled - `detail.reason` says whether here (`user`) or elsewhere (`deleted`).
 * @fires {ConnectErrorEvent} connect-error - A request failed: `detail.code`, `message`, `retryable`.
 *
 * @slot label - The text of the button that starts.
 * @slot intro - The line below it.
 * @slot help - What one needs at hand; replaces the expandable list.
 * @slot footer - Below everything, in every state.
 *
 * @csspart panel - The box around everything.
 * @csspart status - The live region: what is going on.
 * @csspart button - The main action of every state.
 * @csspart link - The link to the onboard page.
 * @csspart steps - The list of steps.
 * @csspart help - What one needs at hand.
 * @csspart hand-off - The block for sending the link on.
 * @csspart copy - Copies the link.
 * @csspart mail - Sends the link by mail.
 * @csspart share - Shares the link, where the browser can.
 * @csspart check - Asks now.
 * @csspart cancel - Cancels, after a question.
 * @csspart reset - Starts over, where the main action is another.
 * @csspart dialog - That question.
 * @csspart dialog-keep - Its "no".
 * @csspart dialog-cancel - Its "yes".
 * @csspart error - What went wrong.
 * @csspart code - The code for support.
 * @csspart detail - What the host's developer needs to know.
 *
 * @cssprop --connect-district-accent - Main action, focus ring.
 * @cssprop --connect-district-on-accent - Text on the accent.
 * @cssprop --connect-district-surface - The card.
 * @cssprop --connect-district-text - Text.
 * @cssprop --connect-district-muted - Secondary text.
 * @cssprop --connect-district-border - Lines.
 * @cssprop --connect-district-success - Connected, and steps that are done.
 * @cssprop --connect-district-warning - Expired, incomplete, trouble that passes.
 * @cssprop --connect-district-danger - Failed.
 * @cssprop --connect-district-radius - Corners.
 * @cssprop --connect-district-gap - Space between blocks.
 *
 * @cssstate idle - Before anything.
 * @cssstate creating - The onboarding is being made.
 * @cssstate opening - Its page is being opened.
 * @cssstate blocked - There is a link, and no tab.
 * @cssstate waiting - Nobody has started yet, as far as Edlink says.
 * @cssstate started - Somebody has.
 * @cssstate connected - Done.
 * @cssstate incomplete - Completed without an integration.
 * @cssstate expired - The link works no more.
 * @cssstate cancelled - Cancelled, here or elsewhere.
 * @cssstate failed - Somebody has to do something.
 */
export class ConnectDistrictElement extends LitElement {
  static readonly formAssociated = true;
  static override readonly styles = [tokens, buttons, styles];
  /** Adds a language to every element of this script; see `locales/`. */
  static readonly registerLocale = registerLocale;

  /** The URL of the host's token proxy. Required. */
  @property() proxy = '';
  /** The system that the district must connect, by Edlink's id. */
  @property({ attribute: 'provider-id' }) providerId?: string;
  /** The application, where the proxy serves several. */
  @property({ attribute: 'application-id' }) applicationId?: string;
  /** The district's team at Edlink; only verified developers may set it. */
  @property({ attribute: 'team-id' }) teamId?: string;
  /** Where the onboard tab goes at the end: the return page, on this page's origin. May be relative. */
  @property({ attribute: 'redirect-uri' }) redirectUri?: string;
  /** When the link stops working, ISO 8601. */
  @property({ attribute: 'expiration-date' }) expirationDate?: string;
  /** An onboarding that exists already, to be followed. */
  @property({ attribute: 'onboarding-id' }) onboardingId?: string;
  /** Who asks, in the texts. */
  @property({ attribute: 'vendor-name' }) vendorName = '';
  /** Whose system it is, in the texts. */
  @property({ attribute: 'district-name' }) districtName = '';
  /** The name under which a form submits the integration's id. */
  @property({ reflect: true }) name = '';
  /** A form with this element is valid only when it is connected. */
  @property({ type: Boolean, reflect: true }) required = false;
  /** Nothing can be started. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Where onboard pages are. */
  @property({ attribute: 'onboard-base' }) onboardBase = defaultOnboardBase;
  /** The header that carries the host's CSRF token. */
  @property({ attribute: 'csrf-header' }) csrfHeader = 'X-CSRF-Token';
  /** The token itself. */
  @property({ attribute: 'csrf-token' }) csrfToken?: string;
  /** The name of a `<meta>` that has the token. */
  @property({ attribute: 'csrf-meta' }) csrfMeta?: string;
  /** The name of a cookie that has the token. */
  @property({ attribute: 'csrf-cookie' }) csrfCookie?: string;
  /** More headers for every request, such as a bearer token; a function, because they expire. */
  @property({ attribute: false }) headers?: () => HeadersInit | Promise<HeadersInit>;
  /** The integration this district has already; nothing happens and no event is dispatched. */
  @property({ attribute: 'integration-id' })
  get integrationId(): string | null {
    const flow = this.#controller.state;
    return flow.name === 'connected' ? flow.integrationId : (this.#givenIntegrationId ?? null);
  }
  set integrationId(integrationId: string | null) {
    this.#givenIntegrationId = integrationId ?? undefined;
  }

  @state() private feedback = '';
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  #givenIntegrationId: string | undefined;
  #stopLocale: (() => void) | undefined;
  #isFormDisabled = false;
  #hadFocus = false;
  readonly #internals = this.attachInternals();
  readonly #controller = new OnboardingController(this);

  /** Where the flow is. */
  get state(): StateName {
    return this.#controller.state.name;
  }

  /** The onboarding, as Edlink last said. */
  get onboarding(): Onboarding | null {
    const flow = this.#controller.state;
    return ('onboarding' in flow && flow.onboarding) || null;
  }

  /** What the last request met, until one is answered. */
  get error(): { code: Failure['code']; message: string } | null {
    const failure = failureOf(this.#controller.state);
    return failure ? { code: failure.code, message: failure.message } : null;
  }

  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopLocale = onLocale(() => {
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopLocale?.();
  }

  formDisabledCallback(isDisabled: boolean): void {
    this.#isFormDisabled = isDisabled;
    this.requestUpdate();
  }

  /** Starts, or opens the onboard page again. Call it inside a click, or the browser opens no tab. */
  open(): void {
    if (this.#isDisabled) return;
    // Attributes that were set in this very task count already.
    if (this.isUpdatePending) this.performUpdate();
    this.#controller.connect();
  }

  /** Deletes the onboarding, so that its link stops working. Does not ask. */
  cancel(): void {
    this.#controller.cancel();
  }

  /** Forgets the onboarding and starts over. Deletes nothing. */
  reset(): void {
    this.#givenIntegrationId = undefined;
    this.#controller.reset();
  }

  /** Asks now. */
  refresh(): void {
    this.#controller.refresh();
  }

  override focus(options?: FocusOptions): void {
    const main = this.renderRoot.querySelector<HTMLElement>('[part~="button"]');
    main?.focus(options);
  }

  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** @internal The blank tab's text, for the controller. */
  get openingText(): string {
    return this.#texts.opening(this.#names);
  }

  /** @internal Called by the controller before it dispatches the event that tells of the change. */
  stateChanged({ name }: FlowState): void {
    this.#internals.states.clear();
    this.#internals.states.add(name);
    this.#internals.setFormValue(this.integrationId);
    this.feedback = '';
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#hadFocus = !!this.shadowRoot?.activeElement;
    if (!this.hasUpdated) this.#internals.states.add(this.state);
    if (!this.hasUpdated || identity.some((key) => changed.has(key)))
      this.#controller.configure(this.#givenIntegrationId);
  }

  protected override updated(): void {
    const isMissing = this.required && !this.integrationId;
    const anchor = this.renderRoot.querySelector<HTMLElement>('[part~="button"]') ?? undefined;
    this.#internals.setValidity(
      isMissing ? { valueMissing: true } : {},
      isMissing ? this.#texts.required : '',
      anchor,
    );
    // Only a focus that was in here and lost its place is put back; none is taken from the page.
    if (this.#hadFocus && !this.shadowRoot?.activeElement) this.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const flow = this.#controller.state;
    const { status, body } = screenFor(flow, this.#view(flow));
    return html`<div class="panel ${flow.name}" part="panel">
        <div class="status" part="status" role="status">${status}</div>
        ${body}
        <slot name="footer"></slot>
      </div>
      <div class="visually-hidden" role="status">${this.feedback}</div>`;
  }

  readonly #actions: Actions = {
    connect: () => {
      this.open();
    },
    opened: () => {
      this.#controller.opened();
    },
    refresh: () => {
      this.refresh();
    },
    reset: () => {
      this.reset();
    },
    copy: () => void this.#copy(),
    share: () => void this.#share(),
    askToCancel: () => {
      this.dialog?.showModal();
    },
    keepWaiting: () => {
      this.dialog?.close();
    },
    cancel: () => {
      this.dialog?.close();
      this.cancel();
    },
  };

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#page);
      this.feedback = this.#texts.copied;
    } catch {
      // No secure context, or no permission.
      this.feedback = this.#texts.notCopied;
    }
  }

  async #share(): Promise<void> {
    try {
      await navigator.share({ title: this.#texts.mailSubject(this.#names), url: this.#page });
    } catch {
      // The person changed their mind.
    }
  }

  get #isDisabled(): boolean {
    return this.disabled || this.#isFormDisabled;
  }

  get #language(): string {
    return languageOf(this);
  }

  get #texts(): Texts {
    return textsFor(this.#language);
  }

  get #page(): string {
    return (this.onboarding && this.#controller.pageOf(this.onboarding.id)?.href) ?? '';
  }

  get #names(): Names {
    const { organization, edlink } = this.#texts;
    const host = this.#controller.pageOf('')?.host ?? '';
    return {
      vendor: this.vendorName || location.hostname,
      district: this.districtName,
      // Whoever is sent elsewhere than to Edlink must be able to see it.
      site: host === 'ed.link' ? edlink : host,
      organization,
    };
  }

  #view(flow: FlowState): View {
    const texts = this.#texts;
    const expires = 'onboarding' in flow ? flow.onboarding?.expiration_date : null;
    return {
      texts,
      names: this.#names,
      actions: this.#actions,
      isDisabled: this.#isDisabled,
      page: this.#page,
      until: expires ? texts.until(dateInWords(expires, this.#language)) : '',
    };
  }
}

/** What says whose onboarding it is, and where: with another of these the element begins anew. */
const identity = ['proxy', 'applicationId', 'providerId', 'onboardingId', 'integrationId'] as const;

const failureOf = (flow: FlowState): Failure | undefined =>
  'failure' in flow && flow.failure
    ? flow.failure
    : 'following' in flow
      ? flow.following?.failure
      : undefined;
