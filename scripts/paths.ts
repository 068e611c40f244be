import { fileURLToPath } from 'node:url';

export const inRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

export const root = inRoot('.');
