/**
 * The BroadcastChannel between the return page and the elements of the same origin. Anything on the page can write
 * to it, so a message is a hint to ask the proxy, never data.
 */
export const returnChannel = 'connect-district';

/** Sent by the return page: the onboard tab has come back. */
export const returned = 'returned';

/** The answer of an element that follows an onboarding: the tab may close itself. */
export const acknowledged = 'acknowledged';
