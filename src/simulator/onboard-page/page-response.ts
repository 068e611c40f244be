import type { SimulatorSettings } from '../settings-schema.js';
import { Markup, html } from './html.js';

/** A whole page. It loads its own style sheet and nothing else, and runs no script. */
export function pageResponse(
  settings: SimulatorSettings,
  title: string,
  content: Markup,
  status = 200,
): Response {
  const headers = new Headers({
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy':
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    'Referrer-Policy': 'no-referrer',
  });
  if (settings.coop) headers.set('Cross-Origin-Opener-Policy', settings.coop);
  return new Response(layout(title, content).text, { status, headers });
}

const layout = (title: string, content: Markup): Markup =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Onboarding</title>
        <link rel="stylesheet" href="/onboard.css" />
      </head>
      <body>
        <main>${content}</main>
        <footer>
          This is a simulation of Edlink’s onboarding page. Nothing you enter here reaches Edlink or any other
          system.
        </footer>
      </body>
    </html>`;
