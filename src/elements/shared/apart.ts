import { html, type TemplateResult } from 'lit';

/** Private-use characters that stand for what is put in later. */
const placeOf = (index: number): string => String.fromCharCode(0xe000 + index);
const places = /([\uE000-\uE0FF])/;

/** A text around what other people wrote. Theirs may run in another direction, and none of it gets out of its `<bdi>`. */
export function apart(say: (...places: string[]) => string, ...theirs: readonly string[]): TemplateResult {
  const parts = say(...theirs.map((_, index) => placeOf(index))).split(places);
  return html`${parts.map((part) => (places.test(part) ? html`<bdi>${theirs[part.charCodeAt(0) - 0xe000]}</bdi>` : part))}`;
}
