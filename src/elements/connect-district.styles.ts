import { css } from 'lit';

export const styles = css`
  :host {
    max-inline-size: 34rem;
  }

  .panel,
  .status:not(:empty),
  .hand-off,
  ol {
    display: grid;
    justify-items: start;
    gap: 0.5rem;
  }

  .panel {
    gap: var(--gap);
  }

  /* Where something is under way there is a card; before that the button stands in the page as it is. */
  .panel:not(.idle, .creating) {
    padding: calc(var(--gap) * 1.25);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
  }

  summary {
    color: var(--muted);
    font-size: 0.9375em;
    cursor: pointer;
  }

  details p {
    margin-block: 0.5rem;
  }

  ul {
    margin-block-start: 0.5rem;
    padding-inline-start: 1.25rem;
    color: var(--muted);
    font-size: 0.9375em;
  }

  ol {
    list-style: none;
    color: var(--muted);
  }

  ol li {
    display: flex;
  }

  ol li::before {
    flex: none;
    inline-size: 1.5em;
    content: '○' / '';
  }

  .done {
    color: var(--success);
  }

  ol .done::before {
    content: '✓' / '';
  }

  [aria-current] {
    color: var(--text);
    font-weight: 600;
  }

  ol [aria-current]::before {
    color: var(--accent);
    content: '●' / '';
  }

  .hand-off {
    justify-self: stretch;
    padding-block-start: var(--gap);
    border-block-start: 1px solid var(--border);
  }
`;
