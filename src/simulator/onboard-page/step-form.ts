import { html, type Markup } from './html.js';
import { pagePath, stepPath, type Visit } from './visit.js';

/** The steps a person sees, in order. */
const shownSteps = [
  { name: 'source', label: 'Data source' },
  { name: 'details', label: 'Details' },
  { name: 'permissions', label: 'Permissions' },
] as const;

export type FormStep = 'overview' | (typeof shownSteps)[number]['name'];

interface StepForm {
  readonly step: FormStep;
  readonly heading: string;
  readonly intro: Markup;
  readonly fields: Markup;
  readonly button: string;
  /** What was wrong with the last attempt. */
  readonly error?: string | undefined;
}

/** One step: where one is, a heading, a form that posts to the onboarding's page, and a way out. */
export const stepForm = (
  visit: Visit,
  { step, heading, intro, fields, button, error }: StepForm,
): Markup => html`
  ${progress(step)}
  <h1>${heading}</h1>
  ${intro} ${error !== undefined && html`<p class="error" role="alert">${error}</p>`}
  <form method="post" action="${pagePath(visit)}">
    <input type="hidden" name="step" value="${step}" />
    ${fields}
    <div class="actions">
      <button type="submit">${button}</button>
      <a href="${stepPath(visit, 'later')}">I cannot finish now</a>
    </div>
  </form>
`;

const progress = (current: FormStep): Markup | false =>
  current !== 'overview' &&
  html`<ol class="progress" aria-label="Progress">
    ${shownSteps.map(({ name, label }) =>
      name === current ? html`<li aria-current="step">${label}</li>` : html`<li>${label}</li>`,
    )}
  </ol>`;
