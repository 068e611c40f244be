import * as v from 'valibot';

/** What somebody may do through a proxy. Who may neither read nor write links finds no route for them. */
export const rights = ['read', 'create', 'delete', 'links:read', 'links:write'] as const;

export type Right = (typeof rights)[number];

/** What only our proxy adds to a list: the caller's rights, so that nothing is offered that would be refused. */
export const listNotesSchema = v.object({ can: v.nullish(v.array(v.string())) });
