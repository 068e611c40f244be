import type { Write } from './hostile-upstream.js';

/** A status with its code, or the status alone where it is no problem. */
export type Expected = string;

/** What becomes of it on each route; one text for all that are not named. */
export type Verdicts =
  Expected | { all: Expected; create?: Expected; read?: Expected; list?: Expected; delete?: Expected };

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
