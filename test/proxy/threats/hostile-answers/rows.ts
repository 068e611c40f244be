import type { Write } from './hostile-upstream.js';

/** A status with its code, or the status alone where it is no problem. */
export type Expected = string;

export const routes = ['create', 'read', 'list', 'delete', 'createLink', 'listLinks', 'deleteLink'] as const;
export type Route = (typeof routes)[number];

/** What becomes of it on each route; one text for all that are not named. */
export type Verdicts = Expected | ({ all: Expected } & Partial<Record<Route, Expected>>);

/** Pathwright's routes are like Edlink's where nothing else is said. */
const like: Partial<Record<Route, Route>> = { createLink: 'create', listLinks: 'list', deleteLink: 'delete' };

export const expectedOn = (route: Route, expected: Verdicts): Expected =>
  typeof expected === 'string'
    ? expected
    : (expected[route] ?? expected[like[route] ?? route] ?? expected.all);

export type Row = [title: string, write: Write, expected: Verdicts];

export const json = { 'Content-Type': 'application/json' };
export const invalid = '502 invalid_response';
export const unavailable = '502 upstream_unavailable';
export const credentials = '502 upstream_credentials';
export const tooLate = '504 upstream_unavailable';

/** What is good, and is understood. */
export const fine = { all: '200', create: '201', delete: '204' } satisfies Verdicts;

export const send =
  (status: number, body: string | Buffer, headers: Record<string, string> = json): Write =>
  (response) =>
    void response.writeHead(status, headers).end(body);
export const sendGood =
  (headers: Record<string, string>, coding: (good: string) => string | Buffer = (good) => good): Write =>
  (response, good) =>
    void response.writeHead(200, headers).end(coding(good));
/** The good answer as a text, changed. */
export const changed = (change: (good: string) => string): Write => sendGood(json, change);
