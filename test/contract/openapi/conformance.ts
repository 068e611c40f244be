import type { Answer } from '../../proxy/calling.js';
import type { RouteName } from '../../../src/contract/routes.js';
import { answersOf, lint, type OpenapiDocument } from './document.js';

export interface RealAnswer {
  route: RouteName;
  answer: Answer;
}

/**
 * What real answers have that the document does not allow, a sentence each. They join the document's examples: the
 * linter holds those against their JSON Schema, and allows no field that is not in it.
 */
export async function complaintsAbout(document: OpenapiDocument, answers: RealAnswer[]): Promise<string[]> {
  const copy = structuredClone(document);
  const complaints = answers.flatMap((one, index) => addExample(copy, one, `real ${index}`));
  return [...complaints, ...(await lint(copy))];
}

/** Says what an example cannot show. */
function addExample(document: OpenapiDocument, { route, answer }: RealAnswer, name: string): string[] {
  const { status, headers, text } = answer;
  const documented = answersOf(document, route)[status];
  if (!documented) return [`${route} answers ${status}, which is not documented`];
  const { content = {}, headers: promised = {} } = documented;
  const place = content[String(headers['content-type'])];
  if (!place && (text !== '' || Object.keys(content).length > 0)) {
    return [`${route} ${status} has another body than documented: ${text}`];
  }
  if (place) Object.assign(place.examples, { [name]: { value: JSON.parse(text) as unknown } });
  return Object.keys(promised)
    .filter((header) => header !== 'Retry-After' && headers[header.toLowerCase()] === undefined)
    .map((header) => `${route} ${status} has no ${header}`);
}
