import { css } from 'lit';

/** What the parts of `parts.ts` look like, in every element. */
export const partStyles = css`
  /* Live regions are there before they have something to say, and then take no room. */
  [role='status']:empty,
  [role='alert']:empty {
    position: absolute;
  }

  dialog {
    box-sizing: border-box;
    max-inline-size: min(26rem, 100vw - 2rem);
    padding: calc(var(--gap) * 1.25);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
  }

  dialog .actions {
    margin-block-start: var(--gap);
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
  .code {
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

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1em;
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
`;
