import { vendor } from '../server/districts.js';
import { html, type Html } from '../server/html.js';
import { accountOf, people, type Person } from '../server/people.js';
import { layout } from './layout.js';

export const signInPage = (current: Person | null): Html =>
  layout({
    title: 'Sign in',
    person: null,
    path: '/sign-in',
    main: html`<main class="narrow">
      <h1>${current ? 'Switch account' : `Sign in to ${vendor}`}</h1>
      <p class="quiet">
        Two districts use ${vendor} here, and ${vendor} looks after both. Choose who you are; there is no
        password.
      </p>
      <form method="post" action="/sign-in">
        <ul class="people">
          ${people.map((person) => html`<li>${choice(person, person.id === current?.id)}</li>`)}
        </ul>
      </form>
    </main>`,
  });

const choice = (person: Person, isCurrent: boolean): Html =>
  html`<button class="person" name="person" value="${person.id}">
    <strong>${accountOf(person)}</strong>
    <span>${person.name}, ${person.role}${isCurrent && ' (signed in)'}</span>
  </button>`;
