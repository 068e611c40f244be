export interface Script {
  src: string;
  /** A module, unless told; else a classic script with `defer`. */
  as?: 'module' | 'defer';
}

/** A vendor's admin page, as its author would write it. */
export interface HostPage {
  scripts: readonly Script[];
  attributes: Record<string, string>;
  lang: string;
}

export const hostPage = ({ scripts, attributes, lang }: HostPage): string => `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Brightwater admin</title>
    <script src="/record.js"></script>
    ${scripts.map(tag).join('\n    ')}
  </head>
  <body>
    <main>
      <h1>Rosters</h1>
      <form action="/saved">
        <connect-district ${inHtml(attributes)}></connect-district>
        <p><button id="save">Save</button></p>
      </form>
    </main>
  </body>
</html>`;

const tag = ({ src, as = 'module' }: Script): string =>
  as === 'module' ? `<script type="module" src="${src}"></script>` : `<script defer src="${src}"></script>`;

const inHtml = (attributes: Record<string, string>): string =>
  Object.entries(attributes)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
