import { css } from 'lit';

export const styles = css`
  tbody th {
    min-inline-size: 7rem;
  }

  .state {
    display: inline-flex;
    gap: 0.375em;
  }

  /* Our own words stay whole. */
  .state:not(.unknown) {
    overflow-wrap: break-word;
  }

  .state::before {
    content: '○' / '';
  }

  .started::before {
    color: var(--accent);
    content: '●' / '';
  }

  .connected::before {
    color: var(--success);
    content: '✓' / '';
  }

  .unapproved::before,
  .incomplete::before {
    color: var(--warning);
    content: '!' / '';
  }

  .unapproved {
    font-weight: 600;
  }

  .expired::before {
    color: var(--danger);
    content: '×' / '';
  }

  @container (inline-size >= 60rem) {
    td .actions {
      flex-wrap: nowrap;
    }
  }

  .creation[open] {
    display: grid;
    gap: var(--gap);
  }

  .creation {
    inline-size: min(30rem, 100vw - 2rem);
    max-inline-size: none;
  }

  .fields {
    display: grid;
    gap: var(--gap);
  }

  .fields .field {
    max-inline-size: none;
  }

  .check {
    grid-template-columns: auto 1fr;
    align-items: baseline;
  }

  .check p {
    grid-column: 2;
  }

  .problem {
    color: var(--danger);
  }

  [aria-invalid] {
    border-color: var(--danger);
    outline-color: var(--danger);
  }

  .link {
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--border);
    border-radius: calc(var(--radius) * 0.8);
    font-family: ui-monospace, monospace;
    font-size: 0.875em;
  }
`;
