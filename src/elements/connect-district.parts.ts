import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Failure, LiveName } from '../onboarding/state.js';
import type { Names, Texts } from '../locales/en.js';

/** What a person can do. */
export interface Actions {
  readonly connect: () => void;
  readonly opened: () => void;
  readonly refresh: () => void;
  readonly reset: () => void;
  readonly copy: () => void;
  readonly share: () => void;
  readonly askToCancel: () => void;
  readonly keepWaiting: () => void;
  readonly cancel: () => void;
}

/** All that the templates show and call. */
export interface View {
  readonly texts: Texts;
  readonly names: Names;
  readonly actions: Actions;
  readonly isDisabled: boolean;
  /** The onboard page, where there is an onboarding. */
  readonly page: string;
  /** "The link works until …", where that is known. */
  readonly until: string;
}

export type Content = TemplateResult | typeof nothing;
type Mark = 'busy' | 'success' | 'warning' | 'danger' | 'none';

const marks: Record<Mark, Content> = {
  busy: html`<span class="mark busy" aria-hidden="true"></span>`,
  success: drawing('success', svg`<path d="m6 10.5 3 3 5.5-6.5" />`),
  warning: drawing('warning', svg`<path d="M10 5.5v5.5m0 3v.1" />`),
  danger: drawing('danger', svg`<path d="m7 7 6 6m0-6-6 6" />`),
  none: nothing,
};

function drawing(kind: Mark, path: TemplateResult<2>): TemplateResult {
  return html`<svg
    class="mark ${kind}"
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    aria-hidden="true"
  >
    <circle cx="10" cy="10" r="9" />
    ${path}
  </svg>`;
}

/** The first words of a state. They stand in the live region, so they change only when the state does. */
export const headline = (mark: Mark, title: string, ...hints: string[]): TemplateResult => html`
  <p class="title">${marks[mark]}${title}</p>
  ${hints.map((hint) => (hint ? html`<p class="muted">${hint}</p>` : nothing))}
`;

/** What a request met, for the person and, by its code, for whoever helps. */
export const notice = (failure: Failure | undefined, { texts }: View): Content =>
  failure
    ? html`<p class="notice" part="error">
        ${texts.problems[failure.code]} <span class="code" part="code">${texts.code(failure.code)}</span>
      </p>`
    : nothing;

/** The host's developer is the only one who can help, and is told what was wrong. */
export const developerDetail = ({ code, message }: Failure): Content =>
  code === 'misconfigured' ? html`<p class="detail" part="detail" lang="en">${message}</p>` : nothing;

/** The beginning; the button stays where it is, and keeps the focus, while the onboarding is being made. */
export const beginning = (view: View, isBusy: boolean): TemplateResult => html`
  <button
    class="button main"
    part="button"
    type="button"
    aria-disabled=${view.isDisabled || isBusy ? 'true' : nothing}
    aria-describedby="intro"
    @click=${view.actions.connect}
  >
    <slot name="label">${view.texts.connect}</slot>
  </button>
  <p class="muted" id="intro"><slot name="intro">${view.texts.intro(view.names)}</slot></p>
  <slot name="help">
    <details part="help">
      <summary>${view.texts.needsTitle}</summary>
      <ul class="needs muted">
        ${view.texts.needs.map((need) => html`<li>${need}</li>`)}
      </ul>
    </details>
  </slot>
`;

/** How many steps are behind us, by state. */
const stepsDone: Record<LiveName, number> = { opening: 1, blocked: 1, waiting: 2, started: 3 };

export function steps(state: LiveName, { texts, names }: View): TemplateResult {
  const done = stepsDone[state];
  const labels = [texts.stepMade, texts.stepOpened, texts.stepSignedIn(names), texts.stepConnected];
  return html`<ol class="steps" part="steps" aria-label=${texts.steps}>
    ${labels.map(
      (label, index) =>
        html`<li class="step ${index < done ? 'done' : ''}" aria-current=${index === done ? 'step' : nothing}>
          <span
            >${label}${index < done ? html`<span class="visually-hidden">, ${texts.stepDone}</span>` : nothing}</span
          >
        </li>`,
    )}
  </ol>`;
}

/** The way to the onboard page: a link, which no popup blocker stops. */
export const pageLink = (label: string, { page, texts, actions }: View): TemplateResult =>
  html`<a
    class="button main"
    part="button link"
    href=${page}
    target="_blank"
    rel="noopener"
    @click=${actions.opened}
    >${label}<span class="visually-hidden">, ${texts.newTab}</span></a
  >`;

/** The person who clicks is often not the one who has the password. */
export function handOff(view: View): TemplateResult {
  const { texts, names, page, until } = view;
  const subject = encodeURIComponent(texts.mailSubject(names));
  const body = encodeURIComponent(texts.mailBody(names, page, until));
  return html`<div class="hand-off" part="hand-off">
    <p class="heading">${texts.handOff}</p>
    <div class="actions">
      <button class="button" part="copy" type="button" @click=${view.actions.copy}>${texts.copy}</button>
      <a class="button" part="mail" href="mailto:?subject=${subject}&body=${body}">${texts.mail}</a>
      ${'share' in navigator ? action('share', 'button', texts.share, view.actions.share) : nothing}
    </div>
    <p class="note">${texts.handOffWarning(names)}</p>
  </div>`;
}

export const action = (part: string, kind: string, label: string, act: () => void): TemplateResult =>
  html`<button class=${kind} part=${part} type="button" @click=${act}>${label}</button>`;

/** The one main action of a state that has come to an end. */
export const mainAction = (label: string, act: () => void): TemplateResult =>
  action('button', 'button main', label, act);

export const cancelDialog = (view: View): TemplateResult => {
  const { texts } = view;
  return html`<dialog part="dialog" aria-labelledby="cancel-title" aria-describedby="cancel-text">
    <p class="title" id="cancel-title">${texts.cancelTitle}</p>
    <p id="cancel-text">${texts.cancelText}</p>
    <div class="actions">
      ${action('dialog-keep', 'button main', texts.cancelNo, view.actions.keepWaiting)}
      ${action('dialog-cancel', 'button', texts.cancelYes, view.actions.cancel)}
    </div>
  </dialog>`;
};
