import { css } from 'lit';

/** What every element shares: the page's own font and colours, and names for what is added to them. */
export const tokens = css`
  :host {
    --accent: var(--connect-district-accent, light-dark(#1a56c4, #8db4ff));
    --on-accent: var(--connect-district-on-accent, light-dark(#fff, #0a1730));
    --surface: var(--connect-district-surface, light-dark(#fff, #17191f));
    --text: var(--connect-district-text, light-dark(#1b1f27, #e9ebf0));
    --muted: var(--connect-district-muted, color-mix(in srgb, currentcolor 75%, transparent));
    --border: var(--connect-district-border, color-mix(in srgb, currentcolor 20%, transparent));
    --success: var(--connect-district-success, light-dark(#14713d, #6fd69a));
    --warning: var(--connect-district-warning, light-dark(#8a4b00, #f5b95e));
    --danger: var(--connect-district-danger, light-dark(#b3261e, #ff9d94));
    --radius: var(--connect-district-radius, 0.625rem);
    --gap: var(--connect-district-gap, 1rem);

    display: block;
    overflow-wrap: anywhere;
    line-height: 1.5;
  }

  :host([hidden]) {
    display: none;
  }

  p,
  ol,
  ul {
    margin: 0;
    padding: 0;
  }

  /* Only for those who hear the page. */
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
