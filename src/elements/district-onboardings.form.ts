import { html, nothing, type TemplateResult } from 'lit';
import type { Onboarding, OnboardingRequest, OnboardingRequestField } from '../contract/onboarding.js';
import type { Failure } from '../onboarding/state.js';
import { mailFor, type ColumnView } from './district-onboardings.columns.js';
import type { OnboardingTexts } from './district-onboardings.js';
import { pageOf } from './shared/onboard-page.js';
import { button, headline, notice } from './shared/parts.js';

/** For whom one can be made: a name, and the proxy that stands for them. */
export interface District {
  readonly name: string;
  readonly proxy: string;
}

/** The element as the dialog sees it. */
export interface FormView extends ColumnView {
  readonly districts: readonly District[];
  /** The fields to ask for, as the attribute names them. */
  readonly fields: string;
  readonly feedback: string;
}

interface Form {
  readonly isSending: boolean;
  readonly failure: Failure | undefined;
  readonly submit: (event: SubmitEvent) => void;
  readonly close: () => void;
}

const known: readonly OnboardingRequestField[] = [
  'provider_id',
  'expiration_date',
  'redirect_uri',
  'team_id',
  'application_id',
  'automatic_approval',
];

/** The fields that a host has named, in its order. */
export function fieldsIn(attribute: string): OnboardingRequestField[] {
  const names = attribute.split(/\s+/).map((name) => name.replaceAll('-', '_'));
  return [...new Set(names)].flatMap((name) => known.filter((field) => field === name));
}

/** What was filled in, as the POST takes it; what was left empty is left out. */
export function requestFrom(form: FormData, fields: readonly OnboardingRequestField[]): OnboardingRequest {
  const entries = fields.flatMap((field) => {
    const text = form.get(field);
    if (typeof text !== 'string' || !text) return [];
    return [[field, valueOf(field, text)] as const];
  });
  return Object.fromEntries(entries);
}

function valueOf(field: OnboardingRequestField, text: string): string | boolean {
  if (field === 'automatic_approval') return true;
  if (field === 'expiration_date') return new Date(text).toISOString();
  // What is no URL is the server's to refuse.
  if (field === 'redirect_uri' && URL.canParse(text, document.baseURI))
    return new URL(text, document.baseURI).href;
  return text.trim();
}

export function form(view: FormView, { isSending, failure, submit, close }: Form): TemplateResult {
  const { texts, districts } = view;
  const fields = fieldsIn(view.fields);
  const isAtField = fields.some((field) => field === failure?.field);
  const one = districts.length === 1;
  return html`<form class="fields" @submit=${submit}>
    <label class="field">
      <span>${texts.newFor}</span>
      <select name="district" required>
        ${one ? nothing : html`<option value="">${texts.newChoose}</option>`}
        ${districts.map(({ name }, index) => html`<option value=${index}>${name}</option>`)}
      </select>
    </label>
    ${fields.map((field) => fieldFor(view, field, field === failure?.field ? failure : undefined))}
    <div role="alert">${isAtField ? nothing : notice(texts, failure)}</div>
    <div class="actions">
      <button class="button main" part="create" type="submit" aria-disabled=${isSending || nothing}>
        ${isSending ? texts.creatingOne : texts.create}
      </button>
      ${button('dialog-keep', '', texts.stop, close)}
    </div>
  </form>`;
}

/** One field, and what the server had against it. */
function fieldFor(
  view: FormView,
  field: OnboardingRequestField,
  failure: Failure | undefined,
): TemplateResult {
  const { texts } = view;
  const problem = failure ? `${field}-problem` : nothing;
  const hint = field === 'automatic_approval' ? `${field}-hint` : nothing;
  const described = [problem, hint].filter((id) => id !== nothing).join(' ') || nothing;
  const words = html`<label for=${field}>${texts.fields[field]}</label>`;
  const control = controlFor(view, field, !!failure, described);
  return html`<div class="field ${field === 'automatic_approval' ? 'check' : ''}">
    ${field === 'automatic_approval' ? html`${control}${words}` : html`${words}${control}`}
    ${hint === nothing ? nothing : html`<p class="code" id=${hint}>${texts.approvalHint}</p>`}
    ${failure ? html`<p class="problem" part="problem" id=${problem}>${problemOf(texts, failure)}</p>` : nothing}
  </div>`;
}

function controlFor(
  { texts, providers }: FormView,
  field: OnboardingRequestField,
  isInvalid: boolean,
  described: string | typeof nothing,
): TemplateResult {
  const invalid = isInvalid ? 'true' : nothing;
  if (field === 'provider_id' && providers.length)
    return html`<select id=${field} name=${field} aria-invalid=${invalid} aria-describedby=${described}>
      <option value="">${texts.providerOpen}</option>
      ${providers.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
    </select>`;
  const types: Partial<Record<OnboardingRequestField, string>> = {
    expiration_date: 'datetime-local',
    automatic_approval: 'checkbox',
  };
  return html`<input
    id=${field}
    name=${field}
    type=${types[field] ?? 'text'}
    autocomplete="off"
    aria-invalid=${invalid}
    aria-describedby=${described}
  />`;
}

function problemOf({ fieldProblems }: OnboardingTexts, { code, field }: Failure): string {
  const byField: Record<string, string | undefined> = fieldProblems;
  return code === 'not_allowed' ? fieldProblems.notAllowed : (byField[field ?? ''] ?? fieldProblems.other);
}

/** It is there: its link, at once. */
export function made(view: FormView, row: Onboarding, district: string, close: () => void): TemplateResult {
  const { texts, feedback } = view;
  return html`<div role="status">${headline('success', texts.made(row.$host?.district ?? district))}</div>
    <p class="link"><bdi>${pageOf(view, row.id).href}</bdi></p>
    <div class="actions">
      ${button('copy-made', 'main', texts.copy, () => view.copy(row))}
      <a class="button" part="mail-made" href=${mailFor(view, row)}>${texts.sendMail}</a>
      ${button('done', '', texts.done, close)}
    </div>
    <p class="muted" role="status">${feedback || nothing}</p>`;
}
