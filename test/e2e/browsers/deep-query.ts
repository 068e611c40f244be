/**
 * Runs in the page: the first element for a selector that looks into open shadow roots. `a >> b` is a `b`
 * somewhere inside of an `a`, whatever shadow roots lie between them.
 */
export function deepQuery(selector: string): Element | undefined {
  const inside = (root: ParentNode, step: string): Element[] => [
    ...root.querySelectorAll(step),
    ...shadowRootsIn(root).flatMap((shadow) => inside(shadow, step)),
  ];
  const shadowRootsIn = (root: ParentNode): ShadowRoot[] =>
    [root, ...root.querySelectorAll('*')].flatMap(
      (node) => (node instanceof Element && node.shadowRoot) || [],
    );
  const steps = selector.split('>>').map((step) => step.trim());
  let found: ParentNode[] = [document];
  for (const step of steps) found = found.flatMap((root) => inside(root, step));
  return found[0] as Element | undefined;
}
