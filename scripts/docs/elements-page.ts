/** What is read of the manifest: https://github.com/webcomponents/custom-elements-manifest */
export interface Manifest {
  modules: { declarations?: Element[] }[];
}

interface Named {
  name: string;
  description?: string;
}

interface Element {
  tagName?: string;
  description?: string;
  attributes?: (Named & { type?: { text: string }; default?: string; inheritedFrom?: object })[];
  members?: (Named & { kind: string; attribute?: string; privacy?: string })[];
  events?: Named[];
  slots?: Named[];
  cssParts?: Named[];
  cssProperties?: Named[];
  cssStates?: Named[];
}

const heading =
  '# The elements\n\nGenerated from the doc comments in `src/elements` by `npm run docs`; a test keeps it true.\n';

type Row = (string | undefined)[];

/** The reference of every element, from the manifest that the build makes. */
export function elementsPage({ modules }: Manifest): string {
  const elements = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
  return [heading, ...elements.map(section)].join('\n');
}

function section({
  tagName = '',
  description = '',
  attributes = [],
  members = [],
  ...rest
}: Element): string {
  const { events = [], slots = [], cssParts = [], cssProperties = [], cssStates = [] } = rest;
  return [
    `## \`<${tagName}>\`\n\n${description}\n`,
    table(
      'Attributes',
      ['attribute', 'type', 'default', ''],
      // What all elements have comes first: it begins with the one that is required.
      attributes
        .filter(({ description }) => description)
        .sort((a, b) => Number(!!b.inheritedFrom) - Number(!!a.inheritedFrom))
        .map(attributeRow),
    ),
    table('Properties and methods', ['member', ''], members.flatMap(memberRow)),
    table('Events', ['event', ''], events.map(row)),
    table('States', ['`:state(…)`', ''], cssStates.map(row)),
    table('Parts', ['`::part(…)`', ''], cssParts.map(row)),
    table('Custom properties', ['property', ''], cssProperties.map(row)),
    table('Slots', ['slot', ''], slots.map(row)),
  ].join('\n');
}

const code = (text: string): string => `\`${text}\``;

const row = ({ name, description }: Named): Row => [code(name), description];

type Attribute = NonNullable<Element['attributes']>[number];

function attributeRow({ name, type, default: preset = '', description }: Attribute): Row {
  // A name of the source's says nothing to a reader.
  const isLiteral = /^('.+'|true|false)$/.test(preset);
  return [
    code(name),
    type && code(type.text.replace(' | undefined', '')),
    isLiteral ? code(preset) : '',
    description,
  ];
}

type Member = NonNullable<Element['members']>[number];

/** What a script may use beside the attributes; members that Lit or the browser calls have no description. */
function memberRow({ name, description, kind, attribute, privacy }: Member): Row[] {
  if (attribute || !description || privacy) return [];
  return [[code(kind === 'method' ? `${name}()` : name), description]];
}

function table(title: string, head: string[], rows: Row[]): string {
  if (rows.length === 0) return '';
  const cell = (text = ''): string => text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
  const line = (cells: Row): string => `| ${cells.map(cell).join(' | ')} |`;
  return [`### ${title}\n`, line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n');
}
