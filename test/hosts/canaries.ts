/** Secrets that are easily recognised wherever they turn up. */
export const token = 'canary-token-4e1b';
export const accessToken = 'canary-access-token-7f3a';
