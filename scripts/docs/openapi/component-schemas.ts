import type { JsonSchema } from '@valibot/to-json-schema';
import { refusalCodes } from '../../../src/contract/refusals.js';
import { uuidPattern, zeroUuid } from '../../../src/contract/uuid.js';
import {
  hostNotesFields,
  linkFields,
  linkListFields,
  linkRequestFields,
  listFields,
  listNotesFields,
  onboardingFields,
  problemFields,
  requestFields,
} from './field-texts.js';
import { jsonSchemas, reference } from './json-schemas.js';

/** JSON Schema knows no flags. */
const anyCase = uuidPattern.source.replaceAll('a-f', 'A-Fa-f');

/** `components.schemas` */
export const componentSchemas = {
  Onboarding: {
    description: "Edlink's object, field for field and in Edlink's spelling, and the proxy's own `$host`.",
    ...withTexts(jsonSchemas.Onboarding, onboardingFields),
  },
  HostNotes: {
    description: "Display texts from the host's own records. All of it is optional.",
    ...withTexts(jsonSchemas.HostNotes, hostNotesFields),
  },
  OnboardingList: {
    description: 'A page of onboardings. It may be short or empty although there is a next one.',
    ...withTexts(jsonSchemas.OnboardingList, listFields),
  },
  OnboardingRequest: {
    description: 'Which of these a browser may set is for the proxy to decide. There is no other field.',
    ...withTexts(jsonSchemas.OnboardingRequest, requestFields),
  },
  Link: {
    description: "Pathwright's object, field for field and in Pathwright's spelling.",
    ...withTexts(jsonSchemas.Link, linkFields),
  },
  LinkList: {
    description: 'A page of links as Pathwright has it, with cursors for its URLs.',
    ...withTexts(jsonSchemas.LinkList, linkListFields),
  },
  LinkRequest: {
    description: 'Who may sign in as what. There is no other field.',
    ...withTexts(jsonSchemas.LinkRequest, linkRequestFields),
  },
  ListNotes: {
    description: 'What only the proxy adds to a list. All of it is optional.',
    ...withTexts(jsonSchemas.ListNotes, listNotesFields),
  },
  Problem: {
    description: 'RFC 9457, with a stable `code` for programs.',
    ...withTexts(asAnswered(jsonSchemas.Problem), problemFields),
  },
  PositiveInteger: {
    description: "Pathwright's ids: in sequence, so that knowing one gives no right to it.",
    type: 'integer',
    minimum: 1,
    maximum: Number.MAX_SAFE_INTEGER,
  },
  Uuid: {
    description: 'The id of something that exists. Upper and lower case are the same id; write lower case.',
    ...jsonSchemas.Uuid,
    format: 'uuid',
    pattern: anyCase,
    not: { const: zeroUuid },
  },
  UuidOrNone: {
    description: `An id, or \`null\` for none. Edlink may write none as \`${zeroUuid}\`, or leave the field out; write \`null\` then.`,
    anyOf: [reference('Uuid'), { type: 'null' }],
  },
  Timestamp: { description: 'ISO 8601, in UTC.', ...jsonSchemas.Timestamp, format: 'date-time' },
};

function withTexts(schema: JsonSchema, texts: Record<string, string>): JsonSchema {
  const described = Object.entries(schema.properties ?? {}).map(([name, property]) => [
    name,
    { description: texts[name], ...(property as JsonSchema) },
  ]);
  return { ...schema, properties: Object.fromEntries(described) as Record<string, JsonSchema> };
}

/** The codes that only browsers say are none of an answer's; `type` and `status` are written, and not read. */
function asAnswered(schema: JsonSchema): JsonSchema {
  return {
    ...schema,
    properties: {
      ...schema.properties,
      code: { type: 'string', enum: refusalCodes },
      type: { type: 'string', format: 'uri-reference' },
      status: { type: 'integer' },
    },
  };
}
