import type { Use } from '../token.js';

/** For whom links are asked: the tenant may be one that the URL names, and the actor one of the vendor's staff. */
export interface LinkCaller {
  tenant: string;
  actor: string;
}

/** A change that is about to be made. Nothing but its number is known of a link that is deleted. */
export type LinkChange = LinkCaller & {
  school: string;
} & ({ action: 'create'; user_id: number; external_id: string } | { action: 'delete'; link_id: number });

export interface PathwrightOptions {
  /**
   * `yourschool` of `https://yourschool.pathwright.com`, in lower case. A function is asked on every request; with
   * `undefined` the caller has no school, and so no routes for links.
   */
  school: string | ((caller: LinkCaller) => string | undefined | Promise<string | undefined>);
  /**
   * The token of one of the school's admins. Pathwright has one per user and school, so where there are several schools
   * it has to be a function. It is asked before every call upstream.
   */
  token: string | ((use: Use, caller: LinkCaller & { school: string }) => string | Promise<string>);
  /** Default `https://{school}.pathwright.com`. `http:` only on loopback, for the simulator. */
  baseUrl?: string;
  /** Milliseconds for one call upstream, its body included. Default 10,000. */
  timeout?: number;
  /**
   * Called before a link is created or deleted, and awaited: whoever binds an identity to an account can take it over.
   * When it throws, or takes more than 30 seconds, nothing is written, and the browser gets 503.
   */
  audit?: (change: LinkChange) => unknown;
}
