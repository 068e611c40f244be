/**
 * Maps with at most `width` at work; the results are in the order of the items. After a throw nothing more is begun, and
 * it is thrown on when what was under way has ended.
 */
export async function boundedMap<T, R>(
  items: readonly T[],
  width: number,
  map: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const failures: unknown[] = [];
  const queue = items.entries();
  const work = async () => {
    for (const [index, item] of queue) {
      if (failures.length > 0) return;
      await map(item).then(
        (result) => (results[index] = result),
        (error: unknown) => failures.push(error),
      );
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  if (failures.length > 0) throw failures[0];
  return results;
}
