import type { Ignorer } from '@stryker-mutator/api/ignore';

interface Text {
  type: string;
  value?: unknown;
  quasis?: { value: { raw: string } }[];
}

/** Texts for people: no program reads a sentence, and no test should pin its words. */
export const sentences: Ignorer = {
  shouldIgnore(path) {
    const { type, value, quasis = [] } = (path as { node: Text }).node;
    const text = type === 'TemplateLiteral' ? quasis.map((part) => part.value.raw).join('') : value;
    const isText = type === 'StringLiteral' || type === 'TemplateLiteral';
    return isText && /[a-z]{2} [a-z]/i.test(String(text)) ? 'a sentence' : undefined;
  },
};
