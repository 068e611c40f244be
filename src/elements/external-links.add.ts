import { html, nothing, type TemplateResult } from 'lit';
import type { AddController } from '../controllers/add-controller.js';
import type { Fault, Line } from '../links/line.js';
import type { LinkFailure } from '../links/run-state.js';
import { faultInWords, refusalInWords, remarkInWords, type LinksTexts } from './external-links.words.js';
import { apart } from './shared/apart.js';
import { button, notice, type Content } from './shared/parts.js';

type Field = 'user_id' | 'external_id';

interface AddForm {
  readonly texts: LinksTexts;
  readonly adding: AddController;
  /** Somebody has tried to add it: from then on a missing field is a fault. */
  readonly isTried: boolean;
  readonly submit: () => void;
  readonly close: () => void;
}

/** The form for one link; what is wrong stands at its field. */
export function addForm(form: AddForm): TemplateResult {
  const { texts, adding, submit, close } = form;
  const { line, isBusy, failure } = adding;
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    submit();
  };
  return html`<form class="card" part="form" aria-labelledby="add-title" novalidate @submit=${onSubmit}>
    <p class="title" id="add-title">${texts.linkAdd}</p>
    <div class="bar">
      ${field(form, 'user_id', texts.linkMember, texts.linkMemberHint)}
      ${field(form, 'external_id', texts.linkIdentity, texts.linkIdentityHint)}
    </div>
    <div id="add-outcome">${outcome(texts, line)}</div>
    <div role="alert">${failure && !fieldOf(failure) ? refusal(texts, failure) : nothing}</div>
    <div class="actions">
      <button
        class="button main"
        part="add-yes"
        type="submit"
        aria-disabled=${isBusy || nothing}
        aria-describedby="add-outcome"
      >
        ${isBusy ? texts.linkAdding : texts.linkAddYes}
      </button>
      ${button('add-close', '', texts.stop, close)}
    </div>
  </form>`;
}

/** In words, before anything is written. */
function outcome(texts: LinksTexts, { user, external_id, there, faults, warnings }: Line): Content {
  if (there) return html`<p>${texts.linkThere}</p>`;
  if (faults.length > 0) return nothing;
  return html`<p>${apart(texts.linkWill, user, external_id)}</p>
    ${warnings.map((warning) => html`<p class="notice">${remarkInWords(texts, warning)}</p>`)}`;
}

function field(
  { texts, adding, isTried }: AddForm,
  name: Field,
  label: string,
  hint: string,
): TemplateResult {
  const { line, failure } = adding;
  const fault = faultAt(texts, name, line, isTried, failure);
  const onInput = ({ target }: InputEvent): void => {
    adding.type({ [name]: (target as HTMLInputElement).value });
  };
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <input
      id=${name}
      part=${name === 'user_id' ? 'add-member' : 'add-identity'}
      inputmode=${name === 'user_id' ? 'numeric' : 'text'}
      dir="auto"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      required
      aria-invalid=${fault ? 'true' : 'false'}
      aria-describedby="${name}-hint ${name}-fault"
      @input=${onInput}
    />
    <p class="muted" id="${name}-hint">${hint}</p>
    <p class="fault" id="${name}-fault" part="field-error">${fault}</p>
  </div>`;
}

function faultAt(
  texts: LinksTexts,
  name: Field,
  { faults }: Line,
  isTried: boolean,
  failure: LinkFailure | undefined,
): string {
  const fault = faults.find((one) => placeOf(one) === name && (isTried || !/^empty/.test(one.code)));
  if (fault) return faultInWords(texts, fault);
  return failure && fieldOf(failure) === name ? refusalInWords(texts, name) : '';
}

const placeOf = ({ code }: Fault): Field =>
  code === 'empty_user' || code === 'not_a_number' ? 'user_id' : 'external_id';

const fieldOf = ({ field }: LinkFailure): Field | undefined =>
  field === 'user_id' || field === 'external_id' ? field : undefined;

/** What Pathwright refuses without a field is no trouble that passes. */
const refusal = (texts: LinksTexts, failure: LinkFailure): Content =>
  failure.code === 'conflict' || failure.code === 'invalid_request'
    ? html`<p class="notice" part="error">${texts.linkResults.refused}</p>`
    : notice(texts, failure);
