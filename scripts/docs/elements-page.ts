import type { Attribute, CustomElementDeclaration, Package } from 'custom-elements-manifest/schema.js';

const heading =
  '# The elements\n\nGenerated from the doc comments in `src/elements` by `npm run docs`; a test keeps it true.\n';

type Row = (string | undefined)[];

/** The schema's types do not know of custom states yet. */
type Element = CustomElementDeclaration & { cssStates?: { name: string; description?: string }[] };

/** The reference of every element, from the manifest that the build makes. */
export function elementsPage(manifest: Package): string {
  const elements = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter((declaration): declaration is Element => 'tagName' in declaration);
  return [heading, ...elements.map(section)].join('\n');
}

function section(element: Element): string {
  const { tagName = '', description = '', attributes = [], events = [], slots = [] } = element;
  const { cssParts = [], cssProperties = [], cssStates = [] } = element;
  return [
    `## \`<${tagName}>\`\n\n${description}\n`,
    table('Attributes', ['attribute', 'type', 'default', ''], attributes.map(attributeRow)),
    table('Properties and methods', ['member', ''], memberRows(element)),
    table(
      'Events',
      ['event', ''],
      events.map(({ name, description }) => [code(name), description]),
    ),
    table(
      'States',
      ['`:state(…)`', ''],
      cssStates.map(({ name, description }) => [code(name), description]),
    ),
    table(
      'Parts',
      ['`::part(…)`', ''],
      cssParts.map(({ name, description }) => [code(name), description]),
    ),
    table(
      'Custom properties',
      ['property', ''],
      cssProperties.map(({ name, description }) => [code(name), description]),
    ),
    table(
      'Slots',
      ['slot', ''],
      slots.map(({ name, description }) => [code(name), description]),
    ),
  ].join('\n');
}

/** A name of the source's says nothing to a reader. */
const isLiteral = (preset = ''): boolean => /^('.+'|true|false)$/.test(preset);

const attributeRow = ({ name, type, default: preset, description }: Attribute): Row => [
  code(name),
  type && code(type.text.replace(' | undefined', '')),
  isLiteral(preset) ? code(preset ?? '') : '',
  description,
];

/** What a script may use beside the attributes; members that Lit or the browser calls have no description. */
function memberRows({ members = [] }: Element): Row[] {
  return members.flatMap((member) => {
    if ('attribute' in member || !member.description || member.privacy) return [];
    const { name, description } = member;
    return [[code(member.kind === 'method' ? `${name}()` : name), description]];
  });
}

function table(title: string, head: string[], rows: Row[]): string {
  if (rows.length === 0) return '';
  const line = (cells: Row): string =>
    `| ${cells.map((cell = '') => cell.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  return [`### ${title}\n`, line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n');
}

const code = (text: string): string => `\`${text}\``;
