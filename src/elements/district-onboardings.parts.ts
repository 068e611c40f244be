import { html, nothing, type TemplateResult } from 'lit';
import type { ColumnView } from './district-onboardings.columns.js';
import { button } from './shared/parts.js';
import { searchField } from './shared/table.parts.js';

/** The element as what stands around its table sees it. */
export interface BarView extends ColumnView {
  readonly state: string;
  readonly providerId: string;
  readonly typed: string;
  readonly mayCreate: boolean;
  readonly search: (typed: string) => void;
  readonly choose: (filter: 'state' | 'providerId', value: string) => void;
  readonly refresh: () => void;
  readonly invite: () => void;
}

/** What can be looked for, and what can be done to all. */
export const bar = (view: BarView): TemplateResult => {
  const { texts, typed, search, providers, providerId, choose } = view;
  return html`<div class="bar" part="bar">
    ${searchField(texts, typed, search)}
    ${filter(
      'filter-state',
      texts.columnState,
      view.state,
      Object.entries(texts.states),
      texts.any,
      (value) => choose('state', value),
    )}
    ${
      providers.length
        ? filter(
            'filter-provider',
            texts.columnProvider,
            providerId,
            providers.map(({ id, name }) => [id, name]),
            texts.any,
            (value) => choose('providerId', value),
          )
        : nothing
    }
    <div class="actions">
      ${button('refresh', '', texts.refresh, view.refresh)}
      ${view.mayCreate ? button('new', 'main', texts.newOnboarding, view.invite) : nothing}
    </div>
  </div>`;
};

/** A value that is none of the known ones is the host's, and is shown as it is. */
function filter(
  part: string,
  label: string,
  chosen: string,
  options: readonly (readonly [value: string, label: string])[],
  any: string,
  choose: (value: string) => void,
): TemplateResult {
  const isKnown = !chosen || options.some(([value]) => value === chosen);
  const all = [['', any] as const, ...options, ...(isKnown ? [] : [[chosen, chosen] as const])];
  const onChange = ({ target }: Event): void => choose((target as HTMLSelectElement).value);
  return html`<label class="field">
    <span>${label}</span>
    <select part=${part} @change=${onChange}>
      ${all.map(
        ([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`,
      )}
    </select>
  </label>`;
}
