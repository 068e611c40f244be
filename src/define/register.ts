/** A page may load an element twice, or in two versions: the first one stays. */
export function register(tag: string, element: CustomElementConstructor): void {
  if (customElements.get(tag)) console.warn(`<${tag}> is defined already.`);
  else customElements.define(tag, element);
}
