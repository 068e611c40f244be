import * as v from 'valibot';

/** The rows of an upstream's list that can be understood: one bad row must not hide the good ones. */
export const goodRows = <Schema extends v.GenericSchema>(
  schema: Schema,
  rows: readonly unknown[],
): v.InferOutput<Schema>[] =>
  rows.flatMap((row) => {
    const read = v.safeParse(schema, row);
    return read.success ? [read.output] : [];
  });
