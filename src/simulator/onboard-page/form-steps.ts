import { html, type Markup } from './html.js';
import { permissions } from './permissions.js';
import { stepForm, type FormStep } from './step-form.js';
import { applicationOf, chosenProvider, providersOf, type Visit } from './visit.js';

type StepView = (visit: Visit, error?: string) => Markup;

/** The four forms a person goes through. */
export const formSteps: Record<FormStep, { title: string; view: StepView }> = {
  overview: { title: 'Connect your system', view: overview },
  source: { title: 'Choose a data source', view: source },
  details: { title: 'Details', view: details },
  permissions: { title: 'Permissions', view: sharing },
};

function overview(visit: Visit): Markup {
  const { name } = applicationOf(visit);
  const { teamName } = visit.simulation.settings;
  return stepForm(visit, {
    step: 'overview',
    heading: `Connect your system to ${name}`,
    intro: html`<p>
      <strong>${teamName}</strong> asks you to connect your school’s data to <strong>${name}</strong>.
    </p>`,
    fields: html`<ol class="outline">
      <li>Choose the system that holds your rosters.</li>
      <li>Tell us how to reach it. You need its address and an API key.</li>
      <li>Decide what ${name} may read.</li>
    </ol>`,
    button: 'Get started',
  });
}

function source(visit: Visit, error?: string): Markup {
  const isLocked = visit.record.provider_id !== null;
  return stepForm(visit, {
    step: 'source',
    heading: 'Choose a data source',
    intro: isLocked
      ? html`<p>${applicationOf(visit).name} asks for this system.</p>`
      : html`<p>Which system holds your rosters?</p>`,
    fields: html`<fieldset class="choices">
      <legend>Data source</legend>
      ${providersOf(visit).map((provider) => {
        const isChosen = visit.record.draft.providerId === provider.id;
        return html`<label>
          <input
            type="radio"
            name="provider_id"
            value="${provider.id}"
            required
            ${isChosen && html`checked`}
          />
          <span class="initial" aria-hidden="true">${provider.name.slice(0, 1)}</span>
          ${provider.name}
        </label>`;
      })}
    </fieldset>`,
    button: 'Continue',
    error,
  });
}

function details(visit: Visit, error?: string): Markup {
  const { districtName, baseUrl } = visit.record.draft;
  const provider = chosenProvider(visit);
  const address = `https://${provider?.application ?? 'sis'}.example.org`;
  return stepForm(visit, {
    step: 'details',
    heading: `Connect ${provider?.name ?? 'your system'}`,
    intro: html`<p>This is only a simulation: any name, address and key will do.</p>`,
    fields: html`
      <label class="field">
        District or institution name
        <input
          name="district_name"
          required
          maxlength="120"
          autocomplete="organization"
          placeholder="${visit.simulation.settings.districtName}"
          value="${districtName ?? ''}"
        />
      </label>
      <label class="field">
        Base URL
        <input name="base_url" type="url" required placeholder="${address}" value="${baseUrl ?? ''}" />
      </label>
      <label class="field">
        Client ID
        <input name="client_id" required autocomplete="off" spellcheck="false" placeholder="10000000000001" />
      </label>
      <label class="field">
        Client secret
        <input name="client_secret" type="password" required autocomplete="off" placeholder="any text" />
      </label>
    `,
    button: 'Continue',
    error,
  });
}

function sharing(visit: Visit, error?: string): Markup {
  const { name } = applicationOf(visit);
  const { districtName } = visit.record.draft;
  return stepForm(visit, {
    step: 'permissions',
    heading: 'Permissions',
    intro: html`<p>
      What may ${name} read from ${chosenProvider(visit)?.name ?? 'the system'} of
      <strong>${districtName ?? ''}</strong>?
    </p>`,
    fields: html`<fieldset class="checks">
      <legend>Shared data</legend>
      ${permissions.map(
        ({ key, label, isPreset }) =>
          html`<label>
            <input type="checkbox" name="permission" value="${key}" ${isPreset && html`checked`} />
            ${label}
          </label>`,
      )}
    </fieldset>`,
    button: 'Create Integration',
    error,
  });
}
