import { css, unsafeCSS, type CSSResult } from 'lit';

/** Tables; what is above and below them. */
export const tableStyles = css`
  :host {
    container-type: inline-size;
    color: var(--text);
  }

  .panel {
    display: grid;
    gap: var(--gap);
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.75rem 1rem;
  }

  .field {
    display: grid;
    flex: 1 1 10rem;
    gap: 0.25rem;
    min-inline-size: 0;
    max-inline-size: 22rem;
    font-size: 0.9375em;
  }

  .field span,
  .field label {
    color: var(--muted);
  }

  input:not([type='checkbox']),
  select,
  textarea {
    box-sizing: border-box;
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 2.75rem;
    padding: 0.5em 0.75em;
    border: 1px solid color-mix(in srgb, currentcolor 55%, transparent);
    border-radius: calc(var(--radius) * 0.8);
    background: var(--surface);
    color: inherit;
    font: inherit;
    color-scheme: inherit;
  }

  option {
    background: var(--surface);
    color: var(--text);
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    background: var(--surface);
    text-align: start;
  }

  th,
  td {
    padding: 0.625rem 0.75rem;
    border-block-end: 1px solid var(--border);
    text-align: start;
    vertical-align: top;
  }

  time {
    unicode-bidi: isolate;
  }

  tbody th {
    font-weight: 600;
  }

  thead th {
    padding-block: 0.25rem;
    overflow-wrap: break-word;
    vertical-align: bottom;
  }

  .plain,
  .sort {
    color: var(--muted);
    font: inherit;
    font-size: 0.875em;
    font-weight: 600;
  }

  .plain {
    display: inline-block;
    padding-block: 0.5rem;
  }

  .sort {
    display: inline-flex;
    gap: 0.375em;
    padding: 0.5rem 0.25rem;
    margin-inline-start: -0.25rem;
    border: 0;
    background: none;
    text-align: start;
    cursor: pointer;
  }

  .sort::after {
    opacity: 0.5;
    content: '↕' / '';
  }

  [aria-sort] .sort {
    color: inherit;
  }

  [aria-sort] .sort::after {
    opacity: 1;
  }

  [aria-sort='ascending'] .sort::after {
    content: '↑' / '';
  }

  [aria-sort='descending'] .sort::after {
    content: '↓' / '';
  }

  .small {
    min-block-size: 2rem;
    padding: 0.25em 0.625em;
    font-size: 0.875em;
  }

  td .actions {
    gap: 0.375rem;
  }

  /* Names break where they must, what one does to them does not. */
  .small {
    overflow-wrap: normal;
    white-space: nowrap;
  }

  .empty,
  .foot:not(:empty) {
    display: grid;
    justify-items: start;
    gap: 0.75rem;
  }

  .empty {
    padding: calc(var(--gap) * 1.5);
    border: 1px dashed var(--border);
    border-radius: var(--radius);
  }

  .skeleton {
    display: grid;
    gap: 0.75rem;
  }

  .skeleton span {
    block-size: 2.5rem;
    border-radius: calc(var(--radius) * 0.8);
    background: color-mix(in srgb, currentcolor 9%, transparent);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  @keyframes breathe {
    to {
      opacity: 0.4;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .skeleton span {
      animation: none;
    }
  }

  /* In forced colours a background is nothing. */
  @media (forced-colors: active) {
    .skeleton span {
      border: 1px solid;
    }
  }
`;

/** The rows as cards. */
const cards = css`
  table,
  tbody,
  thead {
    display: block;
    background: none;
  }

  /* What sorts stays within reach. */
  thead tr {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    padding-block-end: 0.5rem;
  }

  thead th {
    padding: 0;
    border: 0;
  }

  /* A header that does nothing is for the ear only. */
  thead .plain {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  tbody tr {
    display: block;
    padding: 0.75rem 1rem;
    margin-block-end: 0.75rem;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
  }

  tbody th {
    display: block;
    padding: 0 0 0.25rem;
    border: 0;
  }

  td {
    display: grid;
    grid-template-columns: minmax(6rem, 30%) minmax(0, 1fr);
    gap: 0.75rem;
    padding: 0.25rem 0;
    border: 0;
  }

  td::before {
    color: var(--muted);
    font-size: 0.875em;
    content: attr(data-label) / '';
  }
`;

/** Cards where the element is narrower than its columns need; `width` is a length of ours. */
export const cardsBelow = (width: string): CSSResult =>
  unsafeCSS(`@container (inline-size < ${width}) {${cards.cssText}}`);
