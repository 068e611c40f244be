import { html, nothing, type TemplateResult } from 'lit';
import type { Names } from '../locales/texts.js';
import type { LiveName } from '../onboarding/state.js';
import type { ConnectTexts } from './connect-district.js';
import { mailTo } from './shared/onboard-page.js';
import { button, question, supportCode, type Content } from './shared/parts.js';

/** The element as its templates see it. Lit calls listeners on the element, so its methods are listeners as they are. */
export interface View {
  readonly texts: ConnectTexts;
  readonly names: Names;
  readonly isDisabled: boolean;
  /** The onboard page, where there is an onboarding. */
  readonly page: string;
  /** "The link works until …", where that is known. */
  readonly until: string;
  readonly open: () => void;
  readonly opened: () => void;
  readonly refresh: () => void;
  readonly reset: () => void;
  readonly cancel: () => void;
  readonly askToCancel: () => void;
  readonly closeDialog: () => void;
  readonly copy: () => void;
  readonly share: () => void;
}

/** Whose system it is, in Edlink's words, which may run in another direction than the text around them. */
export const integrationNames = (names: readonly string[]): Content =>
  names.length
    ? html`<p part="integration">
        ${names.map((name, index) => html`${index ? ', ' : nothing}<bdi>${name}</bdi>`)}
      </p>`
    : nothing;

/** The link works for everybody who has it, so the names may be another's: what that means and whom to tell. */
export const notYours = (view: View, integrationId: string, advice: string): TemplateResult =>
  html`<details part="not-yours">
    <summary>${view.texts.notYours(view.names)}</summary>
    <p class="muted">${view.texts.notYoursHint} ${advice}</p>
    ${supportCode(view.texts, integrationId)}
  </details>`;

/** The one main action of a state that has come to an end, and what else one can do. */
export const actions = (label: string, act: () => void, other: Content = nothing): TemplateResult =>
  html`<div class="actions">${button('button', 'main', label, act)}${other}</div>`;

/** The beginning; the button stays where it is, and keeps the focus, while the onboarding is being made. */
export const beginning = ({ texts, names, isDisabled, open }: View, isBusy: boolean): TemplateResult => html`
  <button
    class="button main"
    part="button"
    type="button"
    aria-disabled=${isDisabled || isBusy || nothing}
    aria-describedby="intro"
    @click=${open}
  >
    <slot name="label">${texts.connect}</slot>
  </button>
  <p class="muted" id="intro"><slot name="intro">${texts.intro(names)}</slot></p>
  <slot name="help">
    <details part="help">
      <summary>${texts.needsTitle}</summary>
      <ul>
        ${texts.needs.map((need) => html`<li>${need}</li>`)}
      </ul>
    </details>
  </slot>
`;

/** How many steps are behind us, by state. */
const stepsDone: Record<LiveName, number> = { opening: 1, blocked: 1, waiting: 2, started: 2 };

export function steps({ texts }: View, state: LiveName): TemplateResult {
  const done = stepsDone[state];
  const labels = [texts.stepMade, texts.stepOpened, texts.stepSetUp, texts.stepConnected];
  return html`<ol part="steps" aria-label=${texts.steps}>
    ${labels.map((label, index) =>
      index < done
        ? html`<li class="done">${label}<span class="hidden">, ${texts.stepDone}</span></li>`
        : html`<li aria-current=${index === done ? 'step' : nothing}>${label}</li>`,
    )}
  </ol>`;
}

/** The way to the onboard page: a link, which no popup blocker stops. */
export const pageLink = ({ page, texts, opened }: View, label: string): TemplateResult =>
  html`<a class="button main" part="button link" href=${page} target="_blank" rel="noopener" @click=${opened}
    >${label}<span class="hidden">, ${texts.newTab}</span></a
  >`;

/** The person who clicks is often not the one who has the password. */
export function handOff({ texts, names, page, until, copy, share }: View): TemplateResult {
  return html`<div class="hand-off" part="hand-off">
    <p><b>${texts.handOff}</b></p>
    <div class="actions">
      ${button('copy', '', texts.copy, copy)}
      <a class="button" part="mail" href=${mailTo(texts, names, page, until)}>${texts.mail}</a>
      ${'share' in navigator ? button('share', '', texts.share, share) : nothing}
    </div>
    <p class="muted">${texts.handOffWarning(names)}</p>
  </div>`;
}

export const cancelDialog = ({ texts, closeDialog, cancel }: View): TemplateResult =>
  question({
    title: texts.cancelTitle,
    text: texts.cancelText,
    no: texts.cancelNo,
    yes: texts.cancelYes,
    onNo: closeDialog,
    onYes: cancel,
  });
