/** Remembers what came of the last call, for as long as it is called with the same. */
export function once<Given extends readonly unknown[], Result>(
  make: (...given: Given) => Result,
): (...given: Given) => Result {
  let last: { given: Given; result: Result } | undefined;
  return (...given) => {
    if (!last?.given.every((value, index) => value === given[index]))
      last = { given, result: make(...given) };
    return last.result;
  };
}
