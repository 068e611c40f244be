import { vendor } from '../server/districts.js';
import { html, type Html } from '../server/html.js';
import { accountOf, type Person } from '../server/people.js';
import { placesFor } from './navigation.js';

interface Layout {
  title: string;
  /** Whose page it is; `null` where nobody need be signed in. */
  person: Person | null;
  /** The page's own path, for the navigation. */
  path: string;
  main: Html;
  /** Elements of the head that only this page has. */
  head?: Html;
}

/** What all pages share: head, banner, navigation, and the one `main`. */
export const layout = ({ title, person, path, main, head }: Layout): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${vendor}</title>
        <link rel="icon" href="/logo.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/site.css" />
        ${head ?? null}
      </head>
      <body>
        <header class="banner">
          <a class="brand" href="/"><img src="/logo.svg" alt="" width="28" height="28" />${vendor}</a>
          ${person && account(person, path)}
        </header>
        ${main}
        <footer class="imprint">
          ${vendor} is made up. This is the demo of connect-district; Edlink and Pathwright are simulated, and
          nothing leaves this machine.
        </footer>
      </body>
    </html>`;

const account = (person: Person, path: string): Html => html`
  <nav aria-label="Pages">${placesFor(person).map((place) => link(place.path, place.label, path))}</nav>
  <div class="account">
    <p><strong>${person.name}</strong><br />${accountOf(person)}</p>
    <a class="button" href="/sign-in">Switch account</a>
    <form method="post" action="/sign-out"><button class="button">Sign out</button></form>
  </div>
`;

const link = (href: string, text: string, path: string): Html =>
  html`<a href="${href}" ${href === path && html`aria-current="page"`}>${text}</a> `;
