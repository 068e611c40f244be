import { css } from 'lit';

/** What the links have beside a table: a form, the import, and texts that are to be read letter by letter. */
export const styles = css`
  .card,
  .stack {
    display: grid;
    gap: var(--gap);
  }

  .card {
    padding: calc(var(--gap) * 1.25);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
  }

  .offer {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--accent);
  }

  .wide {
    max-inline-size: none;
  }

  .bar > .actions {
    flex: 1 1 auto;
  }

  .check {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-block-size: 2.75rem;
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
    font-weight: 600;
  }

  .identity {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
  }

  /* An identity is compared letter by letter, and its spaces count. */
  .exact {
    white-space: pre-wrap;
  }

  /* Only what others wrote is broken anywhere: words of ours would be, too, to make columns narrow. */
  th,
  td {
    overflow-wrap: break-word;
  }

  bdi {
    overflow-wrap: anywhere;
  }

  .card .bar {
    align-items: start;
  }

  .card > :empty {
    position: absolute;
  }

  .mark {
    display: inline-block;
    padding: 0 0.5em;
    border: 1px solid var(--warning);
    border-radius: 0.75em;
    color: var(--warning);
    font-size: 0.875em;
  }

  .fault {
    color: var(--danger);
  }

  .fault:empty {
    display: none;
  }

  .remark {
    color: var(--warning);
  }

  .faulty th {
    border-inline-start: 3px solid var(--danger);
  }

  input[aria-invalid='true'] {
    border-color: var(--danger);
  }

  progress {
    inline-size: 100%;
    accent-color: var(--accent);
  }

  .sums {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 2rem;
    margin: 0;
  }

  dt {
    color: var(--muted);
    font-size: 0.9375em;
  }

  dd {
    margin: 0;
    font-size: 1.25em;
    font-weight: 600;
  }

  @container (inline-size < 30rem) {
    .card {
      padding: 0.75rem;
    }
  }
`;
