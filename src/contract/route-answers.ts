import type { RefusalCode } from './refusals.js';
import type { RouteName } from './routes.js';

/** Everything that a route may answer. */
export interface RouteAnswers {
  /** Statuses with what was asked for. */
  success: readonly number[];
  /** Each other status, with the codes that its problem may have. */
  refusals: Readonly<Record<number, readonly RefusalCode[]>>;
}

const everywhere = {
  401: ['unauthorized'],
  403: ['forbidden'],
  404: ['not_found'],
  429: ['rate_limited'],
  500: ['host_not_ready'],
  502: ['upstream_unavailable', 'upstream_credentials', 'invalid_response'],
  503: ['host_not_ready'],
  504: ['upstream_unavailable'],
} as const;

export const routeAnswers: Readonly<Record<RouteName, RouteAnswers>> = {
  createOnboarding: {
    success: [201, 200],
    refusals: {
      ...everywhere,
      409: ['conflict', 'integration_conflict'],
      413: ['invalid_request'],
      415: ['invalid_request'],
      422: ['not_allowed', 'invalid_request'],
      503: ['host_not_ready', 'upstream_unavailable'],
    },
  },
  listOnboardings: { success: [200], refusals: { ...everywhere, 422: ['invalid_request'] } },
  readOnboarding: { success: [200], refusals: { ...everywhere, 409: ['integration_conflict'] } },
  deleteOnboarding: { success: [204], refusals: { ...everywhere, 409: ['conflict'] } },
  listLinks: { success: [200], refusals: { ...everywhere, 422: ['invalid_request'] } },
  createLink: {
    success: [201],
    refusals: {
      ...everywhere,
      409: ['conflict'],
      413: ['invalid_request'],
      415: ['invalid_request'],
      422: ['not_allowed', 'invalid_request'],
    },
  },
  deleteLink: { success: [204], refusals: { ...everywhere, 409: ['conflict'] } },
};
