import { html, nothing, type TemplateResult } from 'lit';
import type { Failure } from '../../onboarding/state.js';
import type { CommonTexts } from './proxy-element.js';

export type Content = TemplateResult | typeof nothing;

/** How a state looks at first sight; the marks are in the styles. */
export type Mood = 'busy' | 'success' | 'warning' | 'danger' | '';

export const hint = (text: string): Content => (text ? html`<p class="muted">${text}</p>` : nothing);

/** The first words of a state. They stand in the live region, so they change only when the state does. */
export const headline = (mood: Mood, title: string, text = '', more = ''): TemplateResult =>
  html`<p class="title ${mood}">${title}</p>
    ${hint(text)}${hint(more)}`;

export const supportCode = (texts: CommonTexts, code: string): TemplateResult =>
  html`<span class="code" part="code">${texts.code(code)}</span>`;

/** What a request met: for the person, by its code for whoever helps, and for the host's developer in full. */
export function notice(texts: CommonTexts, failure: Pick<Failure, 'code' | 'message'> | undefined): Content {
  if (!failure) return nothing;
  const { code, message } = failure;
  const problems: Record<string, string | undefined> = texts.problems;
  return html`<p class="notice" part="error">
      ${problems[code] ?? problems['other']} ${supportCode(texts, code)}
    </p>
    ${code === 'misconfigured' ? html`<p class="code" part="detail" lang="en">${message}</p>` : nothing}`;
}

export function button(part: string, kind: string, label: Content | string, act: () => void): TemplateResult {
  // The second click of a double one may fall on the button of the state that the first has led to.
  function once(this: unknown, { detail }: UIEvent): void {
    if (detail < 2) act.call(this);
  }
  return html`<button class="button ${kind}" part=${part} type="button" @click=${once}>${label}</button>`;
}

interface Question {
  readonly title: string;
  readonly text: Content | string;
  readonly no: string;
  readonly yes: string;
  /** What came of the "yes", where that was no success. */
  readonly trouble?: Content;
  readonly onNo: () => void;
  readonly onYes: () => void;
  /** The dialog is closed, by whatever means. */
  readonly onClose?: () => void;
}

/** A question before something that cannot be undone; its "no" comes first. The element opens it with `showModal`. */
export const question = ({
  title,
  text,
  no,
  yes,
  trouble = nothing,
  onNo,
  onYes,
  onClose,
}: Question): TemplateResult =>
  html`<dialog
    part="dialog"
    class="question"
    aria-labelledby="title"
    aria-describedby="text"
    @close=${onClose}
  >
    <p class="title" id="title">${title}</p>
    <p id="text">${text}</p>
    <div role="alert">${trouble}</div>
    <div class="actions">
      ${button('dialog-keep', 'main', no, onNo)} ${button('dialog-cancel', '', yes, onYes)}
    </div>
  </dialog>`;
