import { isUuid } from '../contract/uuid.js';
import { defaultAllowedFields, knownFields } from './allowed-fields.js';
import { compileBasePath, type BasePathMatcher } from './base-path.js';
import { demand, readDuration } from './demand.js';
import { readPathwright, type PathwrightSettings } from './links/pathwright-settings.js';
import type { EdlinkOptions, ProxyOptions } from './options.js';
import { readBaseUrl, readOrigins } from './settings-urls.js';
import { isTokenSource } from './token.js';

export interface EdlinkSettings {
  token: EdlinkOptions['token'];
  teamId: string;
  applicationId: string;
  /** Without a slash at its end. */
  baseUrl: string;
  timeout: number;
}

/** The options, checked, with every default in its place. */
export interface Settings extends Pick<ProxyOptions, 'authorize' | Optional> {
  matchBasePath: BasePathMatcher;
  edlink: EdlinkSettings;
  /** Without it, there are no routes for links. */
  pathwright: PathwrightSettings | undefined;
  allow: ReadonlySet<string>;
  expiresIn: number;
  retention: number;
  watched: boolean;
  origins: ReadonlySet<string>;
  fetch: typeof globalThis.fetch;
  now: () => number;
  randomUuid: () => string;
  randomBytes: (length: number) => Uint8Array<ArrayBuffer>;
}

const hour = 60 * 60 * 1000;
const threeDays = 72 * hour;
const ninetyDays = 90 * 24 * hour;
const oneYear = 365 * 24 * hour;

/** @throws TypeError that says which option to change, and into what. Never with a token in it. */
export function readSettings(options: ProxyOptions): Settings {
  requireFunctions(options);
  demand(options.store, 'store is required: openStore(directory) of connect-district/proxy/node gives one');
  return {
    ...optional(options),
    authorize: options.authorize,
    matchBasePath: compileBasePath(options.basePath),
    edlink: readEdlink(options.edlink),
    pathwright: options.pathwright && readPathwright(options.pathwright),
    allow: readAllow(options.allow),
    expiresIn: readDuration('expiresIn', options.expiresIn ?? threeDays, oneYear),
    retention: readDuration('retention', options.retention ?? ninetyDays, 100 * oneYear),
    watched: options.watched === true,
    origins: readOrigins(options.origins ?? []),
    fetch: options.fetch ?? ((...request) => globalThis.fetch(...request)),
    now: options.now ?? Date.now,
    randomUuid: options.randomUuid ?? (() => crypto.randomUUID()),
    randomBytes: options.randomBytes ?? ((length) => crypto.getRandomValues(new Uint8Array(length))),
  };
}

type Optional =
  | 'teamIdOf'
  | 'describeTenant'
  | 'describeIntegration'
  | 'automaticApproval'
  | 'onConnected'
  | 'onConflict'
  | 'log'
  | 'metrics';

function optional(options: ProxyOptions): Pick<ProxyOptions, Optional> {
  const { teamIdOf, describeTenant, describeIntegration, automaticApproval } = options;
  const { onConnected, onConflict, log, metrics } = options;
  demand(
    describeIntegration === undefined || isTokenSource(describeIntegration.token),
    'describeIntegration.token must be the secret of your application, or a function that gives it',
  );
  demand(
    automaticApproval === undefined || typeof automaticApproval === 'boolean',
    'automaticApproval must be true or false',
  );
  return {
    ...(teamIdOf && { teamIdOf }),
    ...(describeTenant && { describeTenant }),
    ...(describeIntegration && { describeIntegration }),
    ...(automaticApproval !== undefined && { automaticApproval }),
    ...(onConnected && { onConnected }),
    ...(onConflict && { onConflict }),
    ...(log && { log }),
    ...(metrics && { metrics }),
  };
}

function requireFunctions(options: ProxyOptions): void {
  demand(
    typeof options.authorize === 'function',
    'authorize is required: a function (request, { params }) => ({ tenant, actor, scope, can }) or null. It has no default',
  );
  const names = [
    'teamIdOf',
    'describeTenant',
    'onConnected',
    'onConflict',
    'log',
    'metrics',
    'fetch',
    'now',
    'randomUuid',
    'randomBytes',
  ] as const;
  for (const name of names) {
    const given = options[name];
    demand(given === undefined || typeof given === 'function', `${name} must be a function`);
  }
}

function readEdlink(edlink: EdlinkOptions | undefined): EdlinkSettings {
  demand(edlink, 'edlink is required: { token, teamId, applicationId }');
  const { token, teamId, applicationId } = edlink;
  demand(
    isTokenSource(token),
    'edlink.token must be a service account token (visible characters only), or a function that gives one',
  );
  demand(
    typeof teamId === 'string' && isUuid(teamId),
    'edlink.teamId must be the UUID of your own (developer) team',
  );
  demand(
    typeof applicationId === 'string' && isUuid(applicationId),
    'edlink.applicationId must be the UUID of your application',
  );
  return {
    token,
    teamId: teamId.toLowerCase(),
    applicationId: applicationId.toLowerCase(),
    baseUrl: readBaseUrl('edlink.baseUrl', edlink.baseUrl ?? 'https://ed.link'),
    timeout: readDuration('edlink.timeout', edlink.timeout ?? 10_000, hour),
  };
}

function readAllow(allow: ProxyOptions['allow'] = defaultAllowedFields): ReadonlySet<string> {
  const known: readonly string[] = knownFields;
  demand(Array.isArray(allow), 'allow must be a list of field names');
  const names = allow as readonly string[];
  const unknown = names.find((name) => !known.includes(name));
  demand(
    unknown === undefined,
    `allow: ${JSON.stringify(unknown)} is not a field of an onboarding; choose from ${known.join(', ')}`,
  );
  return new Set(names);
}
