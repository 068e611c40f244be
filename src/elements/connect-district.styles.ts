import { css } from 'lit';

export const styles = css`
  :host {
    max-inline-size: 34rem;
  }

  .panel {
    display: grid;
    justify-items: start;
    gap: var(--gap);
  }

  /* Where something is under way there is a card; before and without it the button stands in the page as it is. */
  .panel:not(.idle) {
    padding: calc(var(--gap) * 1.25);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
  }

  .idle,
  .status:not(:empty) {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
  }

  .title {
    display: flex;
    align-items: center;
    gap: 0.5em;
    font-size: 1.0625em;
    font-weight: 600;
  }

  .mark {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    border-radius: 50%;
    color: var(--muted);
  }

  .mark.busy {
    border: 2px solid var(--border);
    border-block-start-color: var(--accent);
    animation: turn 1s linear infinite;
  }

  .mark.success {
    color: var(--success);
  }

  .mark.warning {
    color: var(--warning);
  }

  .mark.danger {
    color: var(--danger);
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }

  .muted,
  .note,
  summary,
  .code {
    color: var(--muted);
    font-size: 0.9375em;
  }

  .notice {
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--warning);
  }

  .code,
  .detail {
    font-size: 0.8125em;
    overflow-wrap: anywhere;
  }

  summary {
    inline-size: fit-content;
    border-radius: 0.25rem;
    cursor: pointer;
  }

  .needs {
    display: grid;
    gap: 0.25rem;
    margin-block-start: 0.5rem;
    padding-inline-start: 1.25rem;
  }

  .steps {
    display: grid;
    gap: 0.375rem;
    padding: 0;
    list-style: none;
  }

  .step {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    color: var(--muted);
  }

  .step::before {
    content: '';
    flex: none;
    inline-size: 0.75rem;
    block-size: 0.75rem;
    border: 2px solid currentcolor;
    border-radius: 50%;
  }

  .step.done::before {
    background: currentcolor;
  }

  .step.done {
    color: var(--success);
  }

  .step[aria-current] {
    color: var(--text);
    font-weight: 600;
  }

  .step[aria-current]::before {
    border-color: var(--accent);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .hand-off {
    display: grid;
    gap: 0.5rem;
    justify-self: stretch;
    padding-block-start: var(--gap);
    border-block-start: 1px solid var(--border);
  }

  .hand-off .heading {
    font-weight: 600;
  }

  dialog {
    max-inline-size: min(26rem, calc(100vw - 2rem));
    padding: calc(var(--gap) * 1.25);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }

  dialog .actions {
    margin-block-start: var(--gap);
  }

  @media (forced-colors: active) {
    .step.done::before {
      background: CanvasText;
      forced-color-adjust: none;
    }

    .mark.busy {
      border-color: GrayText;
      border-block-start-color: CanvasText;
    }
  }
`;
