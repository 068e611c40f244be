import { css } from 'lit';

/** Buttons, and links that look like them: `.main` is the one action of a state. */
export const buttons = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: 2.75rem;
    padding: 0.5em 1em;
    border: 1px solid var(--border);
    border-radius: calc(var(--radius) * 0.8);
    background: transparent;
    color: var(--text);
    font: inherit;
    font-weight: 500;
    text-align: center;
    text-decoration: none;
    overflow-wrap: anywhere;
    cursor: pointer;
    transition:
      background-color 0.15s,
      border-color 0.15s;
  }

  .button:hover {
    border-color: var(--muted);
    background: color-mix(in srgb, var(--text) 6%, transparent);
  }

  .button.main {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }

  .button.main:hover {
    background: color-mix(in srgb, var(--accent) 88%, var(--text));
  }

  .button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.7;
  }

  .button.quiet {
    border-color: transparent;
    color: var(--muted);
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  @media (forced-colors: active) {
    .button {
      border-color: ButtonText;
    }

    .button[aria-disabled='true'] {
      color: GrayText;
      opacity: 1;
    }
  }
`;
