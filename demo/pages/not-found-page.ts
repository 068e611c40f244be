import { html, type Html } from '../server/html.js';
import type { Person } from '../server/people.js';
import { layout } from './layout.js';

export const notFoundPage = (person: Person): Html =>
  layout({
    title: 'Not found',
    person,
    path: '',
    main: html`<main class="narrow">
      <h1>There is no such page</h1>
      <p><a href="/">To the first page</a></p>
    </main>`,
  });
