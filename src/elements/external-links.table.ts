import { html, nothing, type TemplateResult } from 'lit';
import type { Link } from '../contract/link.js';
import { memberOf, type LinksTexts } from './external-links.words.js';
import { dateInWords, distanceInWords } from './shared/language.js';
import { rowAction } from './shared/table.parts.js';
import type { Column } from './shared/table-view.js';

/** What the columns have to know; the same object for as long as nothing of it changes. */
export interface LinksLook {
  readonly texts: LinksTexts;
  readonly language: string;
  readonly canWrite: boolean;
  readonly isShown: (link: Link) => boolean;
  /** Was refused: it is removed elsewhere, if at all. */
  readonly isRefused: (link: Link) => boolean;
  /** All links with the same external id. */
  readonly sharers: (link: Link) => readonly Link[];
  readonly toggle: (link: Link) => void;
  readonly remove: (link: Link) => void;
}

export function columnsOf(look: LinksLook): Column<Link>[] {
  const { texts, canWrite, isShown } = look;
  return [
    {
      name: 'member',
      label: texts.linkMember,
      // A shown identity is searched, too; as a text of its own column it would be sorted by as well.
      text: (link) =>
        `${texts.linkMember} ${memberOf(texts, link.user)} ${isShown(link) ? link.external_id : ''}`,
      value: ({ user }) => user,
      cell: (link) => `${texts.linkMember} ${memberOf(texts, link.user)}`,
    },
    {
      name: 'type',
      label: texts.linkType,
      text: ({ link_type }) => typeInWords(texts, link_type),
      cell: ({ link_type }) => html`<bdi>${typeInWords(texts, link_type)}</bdi>`,
    },
    // Neither sorted nor found by a part of it while it is covered: both would tell what it is, letter by letter.
    { name: 'identity', label: texts.linkIdentity, cell: (link) => identity(look, link) },
    {
      name: 'updated',
      label: texts.linkUpdated,
      value: ({ last_external_update }) => last_external_update && Date.parse(last_external_update),
      cell: (link) => updated(look, link),
    },
    ...(canWrite
      ? [
          {
            name: 'actions',
            label: texts.actions,
            cell: (link: Link) => removal(look, link),
          },
        ]
      : []),
  ];
}

/** A type that nobody knew when this was written keeps its own name. */
export const typeInWords = ({ linkTypes }: LinksTexts, type: string): string =>
  Object.hasOwn(linkTypes, type) ? linkTypes[type as keyof typeof linkTypes] : type;

const rowOf = ({ texts }: LinksLook, { id, user }: Link): string =>
  texts.linkRow(memberOf(texts, user), String(id));

function identity(look: LinksLook, link: Link): TemplateResult {
  const { texts, isShown, toggle, sharers } = look;
  const shown = isShown(link);
  const others = sharers(link);
  const act = (): void => toggle(link);
  const members = others.map(({ user }) => memberOf(texts, user)).join(', ');
  return html`<div class="identity">
    ${
      shown
        ? html`<bdi class="exact">${link.external_id}</bdi>`
        : html`<span aria-hidden="true">••••••••</span><span class="hidden">${texts.linkCovered}</span>`
    }
    ${rowAction({ part: 'show', label: shown ? texts.linkCover : texts.linkShow, row: rowOf(look, link), act })}
    ${others.length > 1 ? html`<span class="mark" part="duplicate">${texts.linkTwice(members)}</span>` : nothing}
  </div>`;
}

function updated({ texts, language }: LinksLook, { last_external_update: date }: Link): TemplateResult {
  if (!date) return html`<span class="mark" part="never">${texts.linkNever}</span>`;
  const words = distanceInWords(Date.parse(date), Date.now(), language);
  return html`<time datetime=${date} title=${dateInWords(date, language)}>${words}</time>`;
}

function removal(look: LinksLook, link: Link): TemplateResult {
  const { texts, remove, isRefused } = look;
  if (link.link_type === 'saml2' || isRefused(link))
    return html`<span class="muted" part="elsewhere">${texts.linkElsewhere}</span>`;
  const act = (): void => remove(link);
  return rowAction({ part: 'remove', label: texts.linkRemove, row: rowOf(look, link), act });
}
