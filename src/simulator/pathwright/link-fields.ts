import * as v from 'valibot';
import type { SimulatorSettings } from '../settings-schema.js';
import type { SchoolRecord } from '../world.js';
import { hasLink, isLinked } from './school-record.js';

const given = v.pipe(
  v.unknown(),
  v.check((value) => value !== undefined, 'This field is required.'),
  v.check((value) => value !== null, 'This field may not be null.'),
);

const isKey = (value: unknown): boolean =>
  typeof value === 'number' ? Number.isInteger(value) : typeof value === 'string' && /^\d+$/.test(value);
const isText = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';

/** What Django REST Framework would have checked field by field, in its words. */
export function linkFieldsSchema(settings: SimulatorSettings, school: SchoolRecord) {
  const { unknownUser, oneLinkPerMember, duplicateExternalId, longestExternalId: longest } = settings;
  return v.object({
    user_id: v.pipe(
      given,
      v.check(isKey, 'Incorrect type. Expected pk value.'),
      v.transform(Number),
      v.check(
        (id) => unknownUser === 'not-found' || school.members.has(id),
        ({ input }) => `Invalid pk "${input}" - object does not exist.`,
      ),
      v.check((id) => !oneLinkPerMember || !hasLink(school, id), 'This field must be unique.'),
    ),
    external_id: v.pipe(
      given,
      v.check(isText, 'Not a valid string.'),
      v.transform((value) => String(value).trim()),
      v.check((text) => text !== '', 'This field may not be blank.'),
      v.check((text) => !text.includes('\0'), 'Null characters are not allowed.'),
      // Python counts characters, not UTF-16 units.
      v.check(
        (text) => Array.from(text).length <= longest,
        `Ensure this field has no more than ${longest} characters.`,
      ),
      v.check(
        (text) => duplicateExternalId !== 'field-error' || !isLinked(school, text),
        'This field must be unique.',
      ),
    ),
  });
}

export type LinkFields = v.InferOutput<ReturnType<typeof linkFieldsSchema>>;
