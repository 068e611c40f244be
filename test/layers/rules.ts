/** What the files of a layer may import, besides their own layer. */
export interface Rule {
  ours: string[];
  /** npm packages and `node:`. */
  theirs: string[];
}

const browserParts = [
  'contract',
  'onboarding',
  'links',
  'client',
  'controllers',
  'elements',
  'events',
  'locales',
];

/** Who may import whom. A layer is a folder or a file of `src/`; the longest name that fits a file is its layer. */
export const rules: Record<string, Rule> = {
  contract: { ours: [], theirs: ['valibot'] },
  locales: { ours: [], theirs: [] },
  links: { ours: ['contract'], theirs: [] },
  onboarding: { ours: ['contract'], theirs: [] },
  events: { ours: ['contract', 'onboarding', 'links'], theirs: [] },
  'return-page': { ours: ['contract'], theirs: [] },
  client: { ours: ['contract'], theirs: ['ky', 'valibot'] },
  controllers: { ours: ['client', 'onboarding', 'links', 'contract', 'events'], theirs: ['lit'] },
  elements: {
    ours: [
      'elements/shared/csv-parser',
      'controllers',
      'onboarding',
      'links',
      'events',
      'locales',
      'contract',
    ],
    theirs: ['lit'],
  },
  'elements/shared/csv-parser': { ours: ['links'], theirs: ['papaparse'] },
  define: { ours: ['elements'], theirs: [] },
  index: { ours: browserParts, theirs: [] },
  proxy: { ours: ['contract'], theirs: ['valibot'] },
  'proxy/node': { ours: ['proxy', 'contract'], theirs: ['node:', 'srvx', 'classic-level'] },
  'proxy/redis': { ours: ['proxy', 'contract'], theirs: ['redis'] },
  simulator: { ours: ['contract'], theirs: ['valibot'] },
  'simulator/node': { ours: ['simulator', 'contract'], theirs: ['node:', 'srvx'] },
  cli: {
    ours: ['contract', 'proxy', 'proxy/node', 'simulator', 'simulator/node'],
    theirs: ['node:', 'valibot'],
  },
};
