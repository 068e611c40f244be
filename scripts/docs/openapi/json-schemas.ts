import { toJsonSchemaDefs, type ConversionConfig, type JsonSchema } from '@valibot/to-json-schema';
import {
  linkListSchema,
  linkRequestSchema,
  linkSchema,
  positiveInteger,
} from '../../../src/contract/link.js';
import { listNotesSchema } from '../../../src/contract/list-notes.js';
import {
  absoluteUrl,
  hostNotesSchema,
  onboardingListSchema,
  onboardingRequestSchema,
  onboardingSchema,
  timestamp,
} from '../../../src/contract/onboarding.js';
import { problemSchema } from '../../../src/contract/problem.js';
import { uuid, uuidOrNone } from '../../../src/contract/uuid.js';

export const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** The contract's schemas as they are: of an answer, what has been read of it (`output`), which is what to write. */
export const jsonSchemas = toJsonSchemaDefs(
  {
    Onboarding: onboardingSchema,
    HostNotes: hostNotesSchema,
    OnboardingList: onboardingListSchema,
    OnboardingRequest: onboardingRequestSchema,
    Link: linkSchema,
    LinkList: linkListSchema,
    LinkRequest: linkRequestSchema,
    ListNotes: listNotesSchema,
    Problem: problemSchema,
    PositiveInteger: positiveInteger,
    Uuid: uuid,
    UuidOrNone: uuidOrNone,
    Timestamp: timestamp,
  },
  {
    target: 'draft-2020-12',
    typeMode: 'output',
    overrideRef: ({ referenceId }) => reference(referenceId).$ref,
    overrideAction: leaveFunctions,
    overrideSchema: finishSchema,
  },
);

/** A function has no JSON Schema; `component-schemas.ts` says what the three that are checked by one look like. */
function leaveFunctions({
  valibotAction,
  jsonSchema,
}: OverrideContext<'overrideAction'>): JsonSchema | undefined {
  if (absoluteUrl.pipe.some((action) => action === (valibotAction as unknown)))
    return { ...jsonSchema, format: 'uri' };
  return ['check', 'transform'].includes(valibotAction.type) ? jsonSchema : undefined;
}

/** A member that has a default is in every output. */
function finishSchema({ valibotSchema, jsonSchema }: OverrideContext<'overrideSchema'>): JsonSchema {
  const { default: _, required = [], ...schema } = jsonSchema;
  const entries: Record<string, object> = 'entries' in valibotSchema ? (valibotSchema.entries as never) : {};
  const always = Object.keys(entries).filter((name) => {
    const entry = entries[name];
    return required.includes(name) || (entry && 'default' in entry && entry.default !== undefined);
  });
  return always.length > 0 ? { ...schema, required: always } : schema;
}

type OverrideContext<Name extends 'overrideAction' | 'overrideSchema'> = Parameters<
  NonNullable<ConversionConfig[Name]>
>[0];
