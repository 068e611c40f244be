import { createConfig, lintFromString } from '@redocly/openapi-core';
import { openapiFile } from '../../../scripts/docs.js';
import { routes, type RouteName } from '../../../src/contract/routes.js';

export interface OpenapiDocument {
  paths: Record<string, Record<string, { responses: Record<string, DocumentedAnswer> }>>;
}

export interface DocumentedAnswer {
  headers?: Record<string, { $ref: string }>;
  content?: Record<string, { schema: object; examples: object }>;
}

/** The document's answers to a route, by status. */
export function answersOf(document: OpenapiDocument, name: RouteName): Record<string, DocumentedAnswer> {
  const { path, method } = routes[name];
  return document.paths[`/${path}`]?.[method.toLowerCase()]?.responses ?? {};
}

/** What the linter says, with its recommended rules and no exception; it needs no network. */
export async function lint(document: object): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended'] });
  const source = JSON.stringify(document);
  const problems = await lintFromString({ source, absoluteRef: openapiFile, config });
  return problems.map(
    ({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer ?? ''}`,
  );
}
