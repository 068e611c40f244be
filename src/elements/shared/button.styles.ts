import { css } from 'lit';

/** Buttons, and links that look like them: `.main` is the one action of a state. */
export const buttons = css`
  .button {
    box-sizing: border-box;
    display: inline-grid;
    align-content: center;
    min-block-size: 2.75rem;
    padding: 0.5em 1em;
    border: 1px solid var(--border);
    border-radius: calc(var(--radius) * 0.8);
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 500;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }

  .button:hover {
    border-color: currentcolor;
  }

  .main {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }

  .quiet {
    padding-inline: 0;
    border: 0;
    color: var(--muted);
    text-decoration: underline;
  }

  [aria-disabled] {
    cursor: default;
    opacity: 0.7;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
`;
