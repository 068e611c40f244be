import type { Right } from './list-notes.js';

interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly right: Right;
}

/**
 * The token proxy's routes, relative to its URL. `{id}` is a UUID, of a link a positive integer. The table is closed:
 * there is no other route. Those for links exist only where the host has them and grants them.
 */
export const routes = {
  createOnboarding: { method: 'POST', path: 'onboardings', right: 'create' },
  listOnboardings: { method: 'GET', path: 'onboardings', right: 'read' },
  readOnboarding: { method: 'GET', path: 'onboardings/{id}', right: 'read' },
  deleteOnboarding: { method: 'DELETE', path: 'onboardings/{id}', right: 'delete' },
  listLinks: { method: 'GET', path: 'links', right: 'links:read' },
  createLink: { method: 'POST', path: 'links', right: 'links:write' },
  deleteLink: { method: 'DELETE', path: 'links/{id}', right: 'links:write' },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;

export const isLinkRoute = (name: RouteName): boolean => routes[name].right.startsWith('links:');

/** No form and no link of another site can send this header, so every request carries it. */
export const clientHeader = { name: 'X-Requested-With', value: 'connect-district' } as const;

/** The same key gives the same onboarding. */
export const idempotencyHeader = 'Idempotency-Key';

/** What an idempotency key looks like: 16 to 128 visible characters. */
export const idempotencyKeyPattern = /^[\w.~-]{16,128}$/;

/** Caps of `GET onboardings`. */
export const listCaps = { ids: 50, limit: 100 } as const;

/** The filters of `GET onboardings`, as Edlink names them. */
export const listFilters = ['state', 'provider_id', 'application_id', 'integration_id', 'user_id'] as const;

export type OnboardingFilters = { readonly [Filter in (typeof listFilters)[number]]?: string | undefined };
