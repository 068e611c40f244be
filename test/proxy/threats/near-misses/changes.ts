import type { RawRequest } from './raw-call.js';

/** One thing that is other than in a good request. */
export interface Change {
  title: string;
  of: (request: RawRequest) => RawRequest;
}

const shown = (text: string | Buffer): string => JSON.stringify(text.toString('latin1')).slice(1, 61);

export const method = (name: string): Change => ({
  title: `method ${name}`,
  of: (request) => ({ ...request, method: name }),
});

export const version = (text: string): Change => ({
  title: text,
  of: (request) => ({ ...request, version: text }),
});

/** A whole other target. */
export const target = (text: string): Change => ({
  title: shown(text),
  of: (request) => ({ ...request, target: text }),
});

/** The good target with something done to it. */
export const targetWith = (title: string, change: (good: string) => string): Change => ({
  title,
  of: (request) => ({ ...request, target: change(request.target) }),
});

export const id = (title: string, change: (good: string) => string): Change =>
  targetWith(`id ${title}`, (good) => good.replace(/[^/]+$/, change));

export const query = (text: string): Change => ({
  title: `?${shown(text)}`,
  of: (request) => ({ ...request, target: `${request.target}?${text}` }),
});

export const header = (name: string, value: string): Change => ({
  title: `${name}: ${shown(value)}`,
  of: (request) => add(without(name).of(request), name, value),
});

export const without = (name: string): Change => ({
  title: `no ${name}`,
  of: (request) => ({ ...request, headers: request.headers.filter(([other]) => other !== name) }),
});

/** A second one. */
export const twice = (name: string, value: string): Change => ({
  title: `also ${name}: ${shown(value)}`,
  of: (request) => add(request, name, value),
});

export const body = (text: string | Buffer): Change => ({
  title: `body ${shown(text)}`,
  of: (request) => header('Content-Length', String(Buffer.byteLength(text))).of({ ...request, body: text }),
});

/** The good body with other members. */
export const members = (fields: object): Change => ({
  title: `with ${shown(JSON.stringify(fields))}`,
  of: (request) =>
    body(JSON.stringify({ ...(JSON.parse(String(request.body)) as object), ...fields })).of(request),
});

/** Two changes that only mean something together. */
export const both = (title: string, first: Change, second: Change): Change => ({
  title,
  of: (request) => second.of(first.of(request)),
});

function add(request: RawRequest, name: string, value: string): RawRequest {
  return { ...request, headers: [...request.headers, [name, value]] };
}
