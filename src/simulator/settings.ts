import * as v from 'valibot';
import { SimulatorSettingsError } from './settings-error.js';
import { settingsSchema, type SimulatorSettings } from './settings-schema.js';
import { defaultProviders, defaultSchools, simulatorDefaults } from './simulator-defaults.js';

const threeDays = 259_200_000;

/** Upstreams that behave as their documents say, and in the stricter way where they are silent. */
export const defaultSettings: SimulatorSettings = {
  teamId: simulatorDefaults.teamId,
  teamName: simulatorDefaults.teamName,
  teamVerified: false,
  token: simulatorDefaults.token,
  readToken: simulatorDefaults.readToken,
  expiredTokens: [],
  applications: [
    {
      id: simulatorDefaults.applicationId,
      name: simulatorDefaults.applicationName,
      secret: simulatorDefaults.applicationSecret,
    },
  ],
  teamTokenReadsIntegrations: false,
  providers: defaultProviders,
  districtName: simulatorDefaults.districtName,
  envelope: true,
  noneAs: 'null',
  errorStatus: 'by-code',
  singularError: 'never',
  createStatus: 200,
  deleteAnswer: '200-body',
  deleteRefusal: { status: 400, code: 'INVALID_INTEGRATION_STATE' },
  listFilters: 'filter',
  pageSize: 100,
  startedReportedAs: 'started',
  integrationStateField: 'status',
  honoursIdempotency: false,
  lifetime: threeDays,
  defaultExpiration: 'shown',
  readAfterExpiry: 'object',
  startedBy: 'opening',
  integrationIdAfterReads: 0,
  integrationStatus: 'as-asked',
  lagReads: 0,
  lagMilliseconds: 0,
  redirectAddsQuery: false,
  redirectKeepsQuery: true,
  redirectOrigins: 'any',
  coop: null,
  schools: defaultSchools,
  linkPaging: 'page',
  linkPageSize: 100,
  externalReportedAs: 'external',
  linkTimes: 'shown',
  createLinkStatus: 201,
  createdLinkOmitsUser: true,
  duplicateExternalId: 'field-error',
  unknownUser: 'field-error',
  oneLinkPerMember: false,
  longestExternalId: 255,
  samlRefusal: 400,
  faults: [],
};

/** The settings with the patch laid over them. Throws `SimulatorSettingsError` and changes nothing if one is wrong. */
export function applyPatch(settings: SimulatorSettings, patch: unknown): SimulatorSettings {
  const read = v.safeParse(v.partial(settingsSchema), patch);
  if (!read.success) throw settingsErrorOf(read.issues[0]);
  const given = Object.entries(read.output).filter(([, value]) => value !== undefined);
  return { ...settings, ...Object.fromEntries(given) };
}

function settingsErrorOf(issue: v.BaseIssue<unknown>): SimulatorSettingsError {
  const name = v.getDotPath(issue);
  const isUnknown = issue.type === 'strict_object' && issue.expected === 'never';
  if (name !== null && isUnknown) return new SimulatorSettingsError(name, `There is no setting "${name}".`);
  const subject = name === null ? 'The settings are wrong' : `The setting "${name}" is wrong`;
  const expected = issue.expected ?? issue.message;
  return new SimulatorSettingsError(
    name ?? 'settings',
    `${subject}: expected ${expected}, received ${issue.received}.`,
  );
}
