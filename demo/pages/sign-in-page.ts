import { admins, districts, vendor, type Admin } from '../server/districts.js';
import { html, type Html } from '../server/html.js';
import { layout } from './layout.js';

export const signInPage = (current: Admin | null): Html =>
  layout({
    title: 'Sign in',
    admin: null,
    path: '/sign-in',
    main: html`<main class="narrow">
      <h1>${current ? 'Switch district' : `Sign in to ${vendor}`}</h1>
      <p class="quiet">Two districts use ${vendor} here. Choose whose admin you are; there is no password.</p>
      <form method="post" action="/sign-in">
        <ul class="people">
          ${admins.map((admin) => html`<li>${person(admin, admin.id === current?.id)}</li>`)}
        </ul>
      </form>
    </main>`,
  });

const person = ({ id, name, role, district }: Admin, isCurrent: boolean): Html =>
  html`<button class="person" name="admin" value="${id}">
    <strong>${districts[district]?.name ?? district}</strong>
    <span>${name}, ${role}${isCurrent && ' (signed in)'}</span>
  </button>`;
