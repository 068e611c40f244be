export const edlinkOperations = ['create', 'read', 'list', 'delete', 'integration', 'providers'] as const;
export const pathwrightOperations = ['listLinks', 'createLink', 'deleteLink'] as const;

/** The upstream calls, by which they are counted and a fault is tied to them. `other` is what no API has. */
export const operations = [...edlinkOperations, ...pathwrightOperations, 'other'] as const;

export type Operation = (typeof operations)[number];
export type EdlinkOperation = (typeof edlinkOperations)[number] | 'other';
export type PathwrightOperation = (typeof pathwrightOperations)[number] | 'other';
