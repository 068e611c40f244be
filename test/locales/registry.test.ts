import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { en, type AllTexts } from '../../src/locales/en.js';
import { onLocale, registerLocale, textsFor } from '../../src/locales/registry.js';
import { evaluate } from './evaluate.js';

const texts = (connect: string): AllTexts => ({ ...en, connect });
const inLanguage = (language: string): AllTexts => textsFor(language, en);

describe('the registry', () => {
  it('has English for whom it does not understand', () => {
    for (const language of ['en', 'en-GB', 'tlh', '', '-', 'constructor', '__proto__'])
      assert.deepEqual(inLanguage(language), en, language);
  });

  it('finds a language for all its countries, in any spelling', () => {
    const spanish = texts('Conecte');
    registerLocale('es', spanish);
    for (const language of ['es', 'es-MX', 'ES', 'Es-419', 'es-Latn-MX'])
      assert.deepEqual(inLanguage(language), spanish);
    assert.deepEqual(inLanguage('est'), en);
  });

  it('prefers the country’s own texts', () => {
    const [french, canadian] = [texts('Connecter'), texts('Brancher')];
    registerLocale('fr-CA', canadian);
    assert.deepEqual(inLanguage('fr'), en);
    registerLocale('fr', french);
    assert.deepEqual(inLanguage('fr-ca'), canadian);
    assert.deepEqual(inLanguage('fr-FR'), french);
  });

  it('tells who listens, until they stop, when texts come or change', () => {
    const heard: string[] = [];
    const stop = onLocale(() => heard.push(inLanguage('de').connect));
    registerLocale('de', texts('Verbinden'));
    registerLocale('de', texts('Anschließen'));
    stop();
    registerLocale('de', texts('Anbinden'));
    assert.deepEqual(heard, ['Verbinden', 'Anschließen']);
  });

  it('has English for what a language leaves out', () => {
    registerLocale('nl', { connect: 'Verbind' });
    assert.deepEqual(inLanguage('nl'), texts('Verbind'));
  });

  it('gives an element what it has words for, and no less', () => {
    registerLocale('pt', { copy: 'Copiar' });
    assert.deepEqual(textsFor('pt', { copy: 'Copy', mail: 'Send' }), { copy: 'Copiar', mail: 'Send' });
  });

  it('replaces English too', () => {
    registerLocale('en', texts('Go'));
    assert.equal(inLanguage('en-US').connect, 'Go');
    registerLocale('en', en);
  });
});

describe('an announced language', () => {
  const registered = async (elements: Record<string, unknown>): Promise<unknown[]> => {
    const customElements = {
      whenDefined: (tag: string) =>
        tag in elements ? Promise.resolve(elements[tag]) : new Promise(() => undefined),
    };
    const { announceLocale } = evaluate('announce.ts', {}, { customElements }) as {
      announceLocale: (code: string, texts: AllTexts) => void;
    };
    announceLocale('es', en);
    await new Promise((resolve) => setImmediate(resolve));
    return Object.values(elements);
  };
  const element = () => {
    const given: unknown[] = [];
    return { given, registerLocale: (...language: unknown[]) => given.push(language) };
  };

  it('reaches every element of ours that is there or comes', async () => {
    const [one, other] = [element(), element()];
    await registered({ 'connect-district': one, 'external-links': other });
    assert.deepEqual(one.given, [['es', en]]);
    assert.deepEqual(other.given, [['es', en]]);
  });

  it('does not mind a foreign element of that name', async () => {
    await assert.doesNotReject(registered({ 'connect-district': {} }));
  });
});
