import { linkListSchema, linkSchema, type Link, type LinkList, type LinkRequest } from '../contract/link.js';
import { readAs } from './read-answer.js';
import { createSend, type ProxyClientOptions } from './sending.js';

/**
 * The routes of Pathwright's external links. Nothing is repeated here: a POST whose answer was lost may have happened.
 * Every method throws `ProblemError`, `InvalidResponseError` or `NetworkError`, or the signal's reason.
 */
export interface LinksClient {
  /** `GET links`: the page that a cursor stands for, or the first one. */
  listLinks(cursor: string | undefined, signal: AbortSignal): Promise<LinkList>;
  /** `POST links`. */
  createLink(request: LinkRequest, signal: AbortSignal): Promise<Link>;
  /** `DELETE links/{id}`. */
  deleteLink(id: number, signal: AbortSignal): Promise<void>;
}

export function createLinksClient(options: ProxyClientOptions): LinksClient {
  const send = createSend(options);
  return {
    async listLinks(cursor, signal) {
      const query = cursor === undefined ? [] : ([['cursor', cursor]] as const);
      return readAs(linkListSchema, await send('links', { query, signal }));
    },
    async createLink(json, signal) {
      return readAs(linkSchema, await send('links', { method: 'post', json, signal }));
    },
    async deleteLink(id, signal) {
      await send(`links/${id}`, { method: 'delete', signal });
    },
  };
}
