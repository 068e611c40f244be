/** What this machine has of the programs that the tests ask for. */
export interface Choice<Name extends string = string> {
  found: Name[];
  missing: Name[];
  /** The part of `missing` without which a run is a failure. */
  lacking: Name[];
}

/** `asked` is a list with commas: all of it is required. Without one all are wanted, and only some insisted on. */
export function choose<Name extends string>(
  finders: Record<Name, () => unknown>,
  { asked, insisted }: { asked: string | undefined; insisted: Name[] },
): Choice<Name> {
  const names = Object.keys(finders) as Name[];
  const wanted = asked ? names.filter((name) => asked.split(',').includes(name)) : names;
  const required = asked ? wanted : insisted;
  const missing = wanted.filter((name) => !finders[name]());
  return {
    found: wanted.filter((name) => !missing.includes(name)),
    missing,
    lacking: missing.filter((name) => required.includes(name)),
  };
}
