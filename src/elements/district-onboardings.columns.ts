import { html, nothing } from 'lit';
import type { Onboarding } from '../contract/onboarding.js';
import { conditionOf, type Condition } from '../onboarding/condition.js';
import type { OnboardingTexts } from './district-onboardings.js';
import { dateInWords, distanceInWords } from './shared/language.js';
import { mailTo, namesOf, pageOf } from './shared/onboard-page.js';
import type { Content } from './shared/parts.js';
import { rowAction, rowLink } from './shared/table.parts.js';
import type { Column } from './shared/table-view.js';

/** A system as the host names it. */
export interface Provider {
  readonly id: string;
  readonly name: string;
}

/** The element as its columns see it. */
export interface ColumnView {
  readonly texts: OnboardingTexts;
  readonly language: string;
  readonly vendorName: string;
  readonly onboardBase: string;
  readonly providers: readonly Provider[];
  readonly mayDelete: boolean;
  /** The server's time. */
  readonly date: number | undefined;
  copy(row: Onboarding): void;
  askToDelete(row: Onboarding): void;
}

/** Whose it is, in words. */
export const districtOf = ({ texts }: ColumnView, { $host }: Onboarding): string =>
  $host?.district || ($host ? texts.districtUnnamed : texts.districtUnknown);

/** A row's name: two without a district's name are still two. */
export const nameOf = (view: ColumnView, row: Onboarding): string =>
  row.$host?.district || `${districtOf(view, row)} (${row.id.slice(0, 8)})`;

export const providerOf = ({ providers, texts }: ColumnView, { provider_id, $host }: Onboarding): string =>
  providers.find(({ id }) => id.toLowerCase() === provider_id)?.name ||
  $host?.integration?.provider ||
  provider_id ||
  texts.providerOpen;

const conditionIn = (view: ColumnView, row: Onboarding): Condition => conditionOf(row, view.date);

export function stateOf(view: ColumnView, row: Onboarding): string {
  const condition = conditionIn(view, row);
  return condition === 'unknown' ? row.state : view.texts.conditions[condition];
}

/** How far away a moment is by the server's clock; where that is unknown, the moment itself. */
const moment = ({ date, language }: ColumnView, at: string): Content =>
  html`<time datetime=${at} title=${dateInWords(at, language)}
    >${date ? distanceInWords(Date.parse(at), date, language) : dateInWords(at, language)}</time
  >`;

/** The link still leads somewhere. */
const isInviting = (condition: Condition): boolean =>
  !/connected|unapproved|incomplete|expired/.test(condition);

const creatorOf = ({ $host }: Onboarding): string => $host?.created_by ?? '';

/** Who made it, and when. */
export function creation(view: ColumnView, row: Onboarding): Content {
  const { created_by, created_at } = row.$host ?? {};
  const who = created_by ? html`<bdi>${created_by}</bdi>` : nothing;
  if (!created_at) return created_by ? who : html`<span class="muted">${view.texts.createdUnknown}</span>`;
  return html`${who} <span class="muted">${moment(view, created_at)}</span>`;
}

function expiry(view: ColumnView, row: Onboarding): Content {
  const { state, expiration_date } = row;
  if (state === 'completed') return html`<span aria-hidden="true">–</span>`;
  return expiration_date ? moment(view, expiration_date) : html`${view.texts.noExpiry}`;
}

/** Whose system it is, as far as the host's server knows. */
const integrationNames = ({ $host }: Onboarding): string[] =>
  [$host?.integration?.provider, $host?.integration?.team].flatMap((name) => name || []);

function integration(view: ColumnView, row: Onboarding): Content {
  if (!row.integration_id) return html`<span class="muted">${view.texts.noIntegration}</span>`;
  return html`${integrationNames(row).map((name) => html`<bdi>${name}</bdi><br />`)}
    <code class="code" dir="ltr">${row.integration_id}</code>`;
}

function invitation(view: ColumnView, row: Onboarding): Content {
  if (!isInviting(conditionIn(view, row))) return html`<span aria-hidden="true">–</span>`;
  const { texts } = view;
  const name = nameOf(view, row);
  const page = pageOf(view, row.id).href;
  return html`<div class="actions">
    ${rowLink(texts, { part: 'open', label: texts.openPage, row: name, href: page })}
    ${rowAction({ part: 'copy', label: texts.rowCopy, row: name, act: () => view.copy(row) })}
    <a class="button small" part="mail" href=${mailFor(view, row)} aria-label="${texts.rowMail}: ${name}"
      >${texts.rowMail}</a
    >
  </div>`;
}

/** The mail to a district, from whoever invites it. */
export function mailFor(view: ColumnView, { id, $host, expiration_date }: Onboarding): string {
  const { texts } = view;
  const until = expiration_date ? texts.until(dateInWords(expiration_date, view.language)) : '';
  const words = { mailSubject: texts.inviteSubject, mailBody: texts.inviteBody };
  return mailTo(words, namesOf(view, $host?.district ?? ''), pageOf(view, id).href, until);
}

function deletion(view: ColumnView, row: Onboarding): Content {
  const { texts } = view;
  const isFinished = row.state === 'completed';
  const reason = isFinished ? `reason-${row.id}` : undefined;
  return html`${rowAction({
    part: 'delete',
    label: texts.delete,
    row: nameOf(view, row),
    reason,
    act: () => view.askToDelete(row),
  })}${reason ? html`<p class="code" id=${reason}>${texts.finishedStays}</p>` : nothing}`;
}

export function columnsFor(view: ColumnView): Column<Onboarding>[] {
  const { texts } = view;
  const expiresAt = ({ expiration_date }: Onboarding): number | null =>
    expiration_date ? Date.parse(expiration_date) : null;
  const all: Column<Onboarding>[] = [
    {
      name: 'district',
      label: texts.columnDistrict,
      text: (row) => districtOf(view, row),
      cell: (row) => html`<bdi>${districtOf(view, row)}</bdi>`,
    },
    {
      name: 'state',
      label: texts.columnState,
      text: (row) => stateOf(view, row),
      cell: (row) => html`<span class="state ${conditionIn(view, row)}">${stateOf(view, row)}</span>`,
    },
    {
      name: 'provider',
      label: texts.columnProvider,
      text: (row) => providerOf(view, row),
      cell: (row) => html`<bdi>${providerOf(view, row)}</bdi>`,
    },
    { name: 'created', label: texts.columnCreatedBy, text: creatorOf, cell: (row) => creation(view, row) },
    { name: 'expiry', label: texts.columnExpiry, value: expiresAt, cell: (row) => expiry(view, row) },
    {
      name: 'integration',
      label: texts.columnIntegration,
      text: (row) => [...integrationNames(row), row.integration_id ?? ''].join(' ').trim(),
      cell: (row) => integration(view, row),
    },
    { name: 'invitation', label: texts.columnInvitation, cell: (row) => invitation(view, row) },
  ];
  const actions = { name: 'actions', label: texts.actions, cell: (row: Onboarding) => deletion(view, row) };
  return view.mayDelete ? [...all, actions] : all;
}
