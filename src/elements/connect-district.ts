import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Onboarding } from '../contract/onboarding.js';
import { createOnboardingController } from '../controllers/onboarding-controller.js';
import { defaultOnboardBase } from '../controllers/settings.js';
import { common } from '../locales/en/common.js';
import { connect } from '../locales/en/connect.js';
import type { Names, Texts } from '../locales/texts.js';
import type { Failure, StateName } from '../onboarding/state.js';
import { screenFor } from './connect-district.screens.js';
import { styles } from './connect-district.styles.js';
import { buttons } from './shared/button.styles.js';
import { dateInWords } from './shared/language.js';
import { namesOf, pageOf } from './shared/onboard-page.js';
import { partStyles } from './shared/parts.styles.js';
import { ProxyElement } from './shared/proxy-element.js';
import { tokens } from './shared/tokens.styles.js';

const english = { ...common, ...connect };

export type ConnectTexts = Texts<typeof english>;

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
 * @csspart integration - Whose system was connected: its provider and team.
 * @csspart not-yours - What to do when that is another's.
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
export class ConnectDistrictElement extends ProxyElement<ConnectTexts> {
  static readonly formAssociated = true;
  static override readonly styles = [tokens, buttons, partStyles, styles];

  protected override readonly english: ConnectTexts = english;

  static override readonly properties = {
    providerId: { attribute: 'provider-id' },
    applicationId: { attribute: 'application-id' },
    teamId: { attribute: 'team-id' },
    redirectUri: { attribute: 'redirect-uri' },
    expirationDate: { attribute: 'expiration-date' },
    onboardingId: { attribute: 'onboarding-id' },
    districtName: { attribute: 'district-name' },
    name: { reflect: true },
    required: { type: Boolean, reflect: true },
    disabled: { type: Boolean, reflect: true },
    onboardBase: { attribute: 'onboard-base' },
    integrationId: { attribute: 'integration-id', noAccessor: true },
  };

  /** The system that the district must connect, by Edlink's id. */
  providerId?: string;
  /** The application, where the proxy serves several. */
  applicationId?: string;
  /** The district's team at Edlink; only verified developers may set it. */
  teamId?: string;
  /** Where the onboard tab goes at the end: the return page, on this page's origin. May be relative. */
  redirectUri?: string;
  /** When the link stops working, ISO 8601. */
  expirationDate?: string;
  /** An onboarding that exists already, to be followed. */
  onboardingId?: string;
  /** Whose system it is, in the texts. */
  districtName = '';
  /** The name under which a form submits the integration's id. */
  name = '';
  /** A form with this element is valid only when it is connected. */
  required = false;
  /** Nothing can be started. */
  disabled = false;
  /** Where onboard pages are, if not at `https://ed.link/onboard/`. Another host than ed.link is shown by its name. */
  onboardBase: string = defaultOnboardBase;
  /** The integration this district has already; nothing happens and no event is dispatched. */
  get integrationId(): string | null {
    const flow = this.#controller.state;
    return flow.name === 'connected' ? flow.integrationId : (this.#givenIntegrationId ?? null);
  }
  set integrationId(integrationId: string | null) {
    this.#givenIntegrationId = integrationId ?? undefined;
    this.#isNewlyGiven = true;
    this.requestUpdate();
  }

  #givenIntegrationId: string | undefined;
  #isNewlyGiven = true;
  #isFormDisabled = false;
  #hadFocus = false;
  readonly #internals = this.attachInternals();
  readonly #controller = createOnboardingController(this);

  /** Where the flow is. */
  get state(): StateName {
    return this.#controller.state.name;
  }

  /** The onboarding, as Edlink last said. */
  get onboarding(): Onboarding | null {
    const { state } = this.#controller;
    return 'onboarding' in state ? state.onboarding : null;
  }

  /** What the last request met, until one is answered. */
  get error(): Pick<Failure, 'code' | 'message'> | null {
    const { state } = this.#controller;
    return ('failure' in state && state.failure) || null;
  }

  formDisabledCallback(isDisabled: boolean): void {
    this.#isFormDisabled = isDisabled;
    this.requestUpdate();
  }

  /** Starts, or opens the onboard page again. Call it inside a click, or the browser opens no tab. */
  open(): void {
    if (this.isDisabled) return;
    // Attributes that were set in this very task count already.
    if (this.isUpdatePending) this.performUpdate();
    this.#controller.connect();
  }

  /** Deletes the onboarding, so that its link stops working. Does not ask. */
  cancel(): void {
    this.closeDialog();
    this.#controller.send({ type: 'cancel' });
  }

  /** Forgets the onboarding and starts over. Deletes nothing. */
  reset(): void {
    this.#givenIntegrationId = undefined;
    this.#controller.send({ type: 'reset', forget: true });
  }

  /** Asks now. */
  refresh(): void {
    this.#controller.send({ type: 'refresh' });
  }

  override focus(options?: FocusOptions): void {
    this.#mainAction?.focus(options);
  }

  /** @internal The blank tab's text, for the controller. */
  get openingText(): string {
    return this.texts.opening(this.names);
  }

  /** @internal Called by the controller before it dispatches the event that tells of the change. */
  stateChanged(): void {
    this.#internals.states.clear();
    this.#internals.states.add(this.state);
    this.#internals.setFormValue(this.integrationId);
    this.feedback = '';
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#hadFocus = !!this.shadowRoot?.activeElement;
    if (!this.hasUpdated) this.#internals.states.add(this.state);
    if (!this.#isNewlyGiven && !identity.some((key) => changed.has(key))) return;
    this.#isNewlyGiven = false;
    this.#controller.configure(this.#givenIntegrationId);
  }

  protected override updated(): void {
    const isMissing = this.required && !this.integrationId;
    this.#internals.setValidity(
      { valueMissing: isMissing },
      this.texts.required,
      this.#mainAction ?? undefined,
    );
    // Only a focus that was in here and lost its place is put back; none is taken from the page.
    if (this.#hadFocus && !this.shadowRoot?.activeElement) this.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const { status, body } = screenFor(this.#controller.state, this);
    return html`<div class="panel ${this.state}" part="panel">
      <div class="status" part="status" role="status">${status}</div>
      ${body}
      <p class="muted" role="status">${this.feedback || nothing}</p>
      <slot name="footer"></slot>
    </div>`;
  }

  /** @internal */
  get names(): Names {
    return namesOf(this, this.districtName);
  }

  /** @internal */
  get isDisabled(): boolean {
    return this.disabled || this.#isFormDisabled;
  }

  /** @internal */
  get page(): string {
    return this.onboarding ? pageOf(this, this.onboarding.id).href : '';
  }

  /** @internal */
  get until(): string {
    const date = this.onboarding?.expiration_date;
    return date ? this.texts.until(dateInWords(date, this.language)) : '';
  }

  /** @internal The person followed the link. */
  opened(): void {
    this.#controller.send({ type: 'tab', opened: true });
  }

  /** @internal */
  askToCancel(): void {
    this.#dialog?.showModal();
  }

  /** @internal */
  closeDialog(): void {
    this.#dialog?.close();
  }

  /** @internal */
  async copy(): Promise<void> {
    await this.copyLink(this.page);
  }

  /** @internal */
  share(): void {
    // The person may change their mind, which is not an error.
    navigator.share({ title: this.texts.mailSubject(this.names), url: this.page }).catch(() => undefined);
  }

  get #mainAction(): HTMLElement | null {
    return this.renderRoot.querySelector('[part~="button"]');
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }
}

/** What says whose onboarding it is, and where: with another of these the element begins anew. */
const identity = ['proxy', 'applicationId', 'providerId', 'onboardingId'] as const;
