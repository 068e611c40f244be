import type { Admin } from '../server/districts.js';
import { html, type Html } from '../server/html.js';
import { layout } from './layout.js';

export const notFoundPage = (admin: Admin): Html =>
  layout({
    title: 'Not found',
    admin,
    path: '',
    main: html`<main class="narrow">
      <h1>There is no such page</h1>
      <p><a href="/">To the data connection</a></p>
    </main>`,
  });
