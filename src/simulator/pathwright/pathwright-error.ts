/** A refusal in Django REST Framework's form: `{ detail }`, texts by field, or a list of texts. */
export class PathwrightError extends Error {
  override readonly name = 'PathwrightError';

  constructor(
    readonly status: number,
    readonly body: object,
  ) {
    super(JSON.stringify(body));
  }
}

export const notFound = (detail = 'Not found.'): PathwrightError => new PathwrightError(404, { detail });
