import { respelt, type Spoilt } from './spoiling.js';

/** Onboardings are nearly what they should be: an element reads them, and the contract does not allow it. */
export const ofShapes: Record<string, Spoilt> = {
  'leaves out what is null': {
    rules: ['shapes'],
    line: /redirect_uri is missing: answer with all ten members/,
    spoil: (proxy) => async (request) =>
      respelt(await proxy(request), (row) =>
        Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
      ),
  },
  'answers with id and state only': {
    rules: ['shapes'],
    line: /redirect_uri is missing/,
    spoil: (proxy) => async (request) => respelt(await proxy(request), ({ id, state }) => ({ id, state })),
  },
  'spells members in its own way': {
    rules: ['shapes'],
    line: /integration_id is missing/,
    spoil: (proxy) => async (request) =>
      respelt(await proxy(request), ({ integration_id, ...row }) => ({
        ...row,
        integrationId: integration_id,
      })),
  },
  'passes zeros on': {
    rules: ['shapes'],
    line: /user_id is the zero UUID: write null/,
    spoil: (proxy) => async (request) =>
      respelt(await proxy(request), (row) => ({ ...row, user_id: '00000000-0000-0000-0000-000000000000' })),
  },
  'shouts ids': {
    rules: ['shapes'],
    line: /application_id has capitals: write ids in lower case/,
    spoil: (proxy) => async (request) =>
      respelt(await proxy(request), (row) => ({
        ...row,
        application_id: String(row['application_id']).replace(/^.{8}/, 'ABCDEF01'),
      })),
  },
  'adds the onboard URL': {
    rules: ['shapes'],
    line: /url is no member of an onboarding: build the answer field by field/,
    spoil: (proxy) => async (request) =>
      respelt(await proxy(request), (row) => ({ ...row, url: 'https://ed.link' })),
  },
  'adds a note of its own': {
    rules: ['shapes'],
    line: /email is no member of an onboarding/,
    spoil: (proxy) => async (request) =>
      respelt(await proxy(request), (row) => ({ ...row, $host: { email: 'anna@usd259.example' } })),
  },
  'notes a number for the district': {
    rules: ['shapes'],
    line: /\$host\.district is wrong/,
    spoil: (proxy) => async (request) =>
      respelt(await proxy(request), (row) => ({ ...row, $host: { district: 5 } })),
  },
};
