/** The onboard page's look: `/onboard.css`. */
export const styleSheet = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f4f5f7, #14171c);
  --card: light-dark(#ffffff, #1d2128);
  --line: light-dark(#8a919e, #79818f);
  --hairline: light-dark(#dde1e7, #333944);
  --ink: light-dark(#1c2330, #e8ebf0);
  --quiet: light-dark(#586173, #a3acba);
  --accent: light-dark(#2a55c4, #9db8ff);
  --on-accent: light-dark(#ffffff, #10182b);
  --alarm: light-dark(#a8201a, #ffaaa3);
}
* { box-sizing: border-box; }
body {
  margin: 0; padding: 2rem 1rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
}
main {
  max-inline-size: 34rem; margin-inline: auto; padding: clamp(1.25rem, 5vw, 2.5rem);
  background: var(--card); border: 1px solid var(--hairline); border-radius: .75rem;
}
footer { max-inline-size: 34rem; margin: 1.25rem auto 0; color: var(--quiet); font-size: .8125rem; text-align: center; }
h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.25; font-weight: 650; text-wrap: balance; }
p { margin: 0 0 1rem; }
a { color: var(--accent); }
.progress { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0 0 1.5rem; padding: 0; list-style: none; }
.progress li { padding-block-end: .25rem; color: var(--quiet); font-size: .875rem; border-block-end: 2px solid transparent; }
.progress [aria-current] { color: var(--ink); font-weight: 600; border-color: var(--accent); }
.outline { margin: 0 0 1rem; padding-inline-start: 1.25rem; }
.outline li { margin-block-end: .375rem; padding-inline-start: .25rem; }
fieldset { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
legend { padding: 0; margin-block-end: .5rem; font-weight: 600; }
.choices { display: grid; gap: .5rem; }
.choices label, .checks label {
  display: flex; align-items: center; gap: .75rem; padding: .625rem .75rem;
  border: 1px solid var(--hairline); border-radius: .5rem; cursor: pointer;
}
.checks label { margin-block-end: .5rem; }
label:has(:checked) { border-color: var(--accent); }
.initial {
  display: grid; place-items: center; flex: none; inline-size: 2rem; block-size: 2rem;
  border-radius: .375rem; background: var(--ground); color: var(--quiet); font-weight: 600;
}
.field { display: block; margin-block-end: 1rem; font-weight: 600; font-size: .9375rem; }
.field input {
  display: block; inline-size: 100%; margin-block-start: .25rem; padding: .5rem .625rem; font: inherit; font-weight: 400;
  color: inherit; background: transparent; border: 1px solid var(--line); border-radius: .375rem;
}
.field input::placeholder { color: var(--quiet); opacity: 1; }
input[type='radio'], input[type='checkbox'] { flex: none; inline-size: 1.125rem; block-size: 1.125rem; margin: 0; accent-color: var(--accent); }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem 1.25rem; margin-block: 1.5rem 0; }
button {
  padding: .625rem 1.25rem; font: inherit; font-weight: 600; color: var(--on-accent); background: var(--accent);
  border: 1px solid transparent; border-radius: .5rem; cursor: pointer;
}
button:hover { filter: brightness(1.08); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.error { padding: .625rem .75rem; color: var(--alarm); border: 1px solid currentColor; border-radius: .5rem; }
`;
