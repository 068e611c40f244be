/** Maps with at most `width` at work; the results are in the order of the items. Stops at the first throw. */
export async function boundedMap<T, R>(
  items: readonly T[],
  width: number,
  map: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const work = async () => {
    for (const [index, item] of queue) results[index] = await map(item);
  };
  await Promise.all(Array.from({ length: width }, work));
  return results;
}
