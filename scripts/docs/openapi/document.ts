import { readFile } from 'node:fs/promises';
import { routes, type RouteName } from '../../../src/contract/routes.js';
import manifest from '../../../package.json' with { type: 'json' };
import { componentSchemas } from './component-schemas.js';
import * as examples from './examples.js';
import { componentHeaders } from './headers.js';
import { reference } from './json-schemas.js';
import { componentParameters, parametersOf } from './parameters.js';
import { responsesOf } from './responses.js';

const summaries: Readonly<Record<RouteName, string>> = {
  createOnboarding: 'Start an onboarding, or get the one that is under way',
  listOnboardings: 'List the onboardings the caller may see',
  readOnboarding: 'Read an onboarding',
  deleteOnboarding: 'Delete an onboarding, so that its link stops working',
  listLinks: "List the external links of the caller's school",
  createLink: 'Link a member to an outside identity',
  deleteLink: 'Remove a link, so that nobody signs in by it',
};

/** The contract between `<connect-district>` and its token proxy, as OpenAPI 3.1. */
export async function openapiDocument(): Promise<object> {
  return {
    openapi: '3.1.1',
    info: {
      title: 'The token proxy of connect-district',
      version: manifest.version,
      summary: manifest.description,
      license: { name: manifest.license, identifier: manifest.license },
      description: await text('rules'),
    },
    servers: [{ url: '{proxy}', ...proxyVariable }],
    security: [{ session: [] }, { bearer: [] }],
    paths: await describePaths(),
    components: {
      schemas: componentSchemas,
      parameters: componentParameters,
      headers: componentHeaders,
      securitySchemes,
    },
  };
}

const proxyVariable = {
  variables: {
    proxy: { default: '/edlink', description: "The element's attribute `proxy`: any path, on any origin." },
  },
};

const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'session',
    description: "The host's own session, under whatever name. The browser sends its cookies along.",
  },
  bearer: {
    type: 'http',
    scheme: 'bearer',
    description:
      "Or whatever header the host's page adds (the element's property `headers`). It is the host's token for its own server; Edlink's is never in a browser.",
  },
};

async function describePaths(): Promise<Record<string, Record<string, object>>> {
  const paths: Record<string, Record<string, object>> = {};
  for (const name of Object.keys(routes) as RouteName[]) {
    const { path, method } = routes[name];
    (paths[`/${path}`] ??= {})[method.toLowerCase()] = await describeOperation(name);
  }
  return paths;
}

const describeOperation = async (name: RouteName): Promise<object> => ({
  operationId: name,
  summary: summaries[name],
  description: await text(name),
  parameters: parametersOf(name),
  ...(name in requestBodies && { requestBody: requestBodies[name] }),
  responses: responsesOf(name),
});

const requestBodies: Readonly<Partial<Record<RouteName, object>>> = {
  createOnboarding: jsonBody('OnboardingRequest', { nothing: {}, provider: examples.request }),
  createLink: jsonBody('LinkRequest', { link: examples.linkRequest }),
};

function jsonBody(schema: string, values: Record<string, object>): object {
  const shown = Object.entries(values).map(([name, value]) => [name, { value }]);
  return {
    required: true,
    content: {
      'application/json': { schema: reference(schema), examples: Object.fromEntries(shown) as object },
    },
  };
}

/** What no schema can say. */
async function text(name: RouteName | 'rules'): Promise<string> {
  return (await readFile(new URL(`texts/${name}.md`, import.meta.url), 'utf8')).trim();
}
