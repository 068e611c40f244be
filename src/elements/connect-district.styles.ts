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

  /* Live regions are there before they have something to say, and then take no room. */
  [role='status']:empty {
    position: absolute;
  }

  /* Where something is under way there is a card; before that the button stands in the page as it is. */
  .panel:not(.idle, .creating),
  dialog {
    padding: calc(var(--gap) * 1.25);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
  }

  .title {
    display: flex;
    gap: 0.5em;
    font-size: 1.0625em;
    font-weight: 600;
  }

  /* The marks are for the eye only: the alternative text after the slash is empty. */
  [class^='title ']::before {
    flex: none;
    box-sizing: border-box;
    inline-size: 1.5em;
    block-size: 1.5em;
    border: 2px solid;
    border-radius: 50%;
    line-height: 1.2;
    text-align: center;
  }

  .busy::before {
    border-color: var(--accent) var(--border) var(--border);
    animation: turn 1s linear infinite;
    content: '';
  }

  .success::before {
    color: var(--success);
    content: '✓' / '';
  }

  .warning::before {
    color: var(--warning);
    content: '!' / '';
  }

  .danger::before {
    color: var(--danger);
    content: '×' / '';
  }

  .muted,
  .code,
  summary {
    color: var(--muted);
    font-size: 0.9375em;
  }

  .code {
    font-size: 0.8125em;
  }

  .notice {
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--warning);
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .busy::before {
      animation: none;
    }
  }

  summary {
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

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1em;
  }

  .hand-off {
    justify-self: stretch;
    padding-block-start: var(--gap);
    border-block-start: 1px solid var(--border);
  }

  dialog {
    box-sizing: border-box;
    max-inline-size: min(26rem, 100vw - 2rem);
  }

  dialog .actions {
    margin-block-start: var(--gap);
  }
`;
