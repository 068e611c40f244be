import { expect } from '@open-wc/testing';
import { emulate, setViewport } from './commands.js';

describe('the browser test runner', () => {
  it('sets the viewport', async () => {
    await setViewport({ width: 600, height: 500 });
    expect([innerWidth, innerHeight]).to.deep.equal([600, 500]);
  });

  it('emulates preferences in Chromium and says so', async () => {
    const emulated = await emulate({ colorScheme: 'dark', reducedMotion: 'reduce', forcedColors: 'active' });
    expect(emulated).to.equal(navigator.userAgent.includes('Chrome'));
    if (!emulated) return;
    for (const query of [
      '(prefers-color-scheme: dark)',
      '(prefers-reduced-motion)',
      '(forced-colors: active)',
    ])
      expect(matchMedia(query).matches, query).to.equal(true);
    await emulate({ colorScheme: null, reducedMotion: null, forcedColors: null });
  });
});
