import { goThrough } from '../onboard-page.js';
import { isConnected } from './outcomes.js';
import { topic, type ScenarioOptions } from './scenario.js';

const strict = {
  'Content-Security-Policy': [
    "default-src 'none'; script-src 'self'; style-src 'none'; connect-src 'self'",
    "require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'",
  ].join('; '),
};

const dropIn = { src: '/connect-district.js', as: 'defer' } as const;
const spanish = { src: '/locales/es.js', as: 'defer' } as const;

const twice: Record<string, ScenarioOptions> = {
  'as a module and with defer': {
    scripts: [{ src: '/connect-district.js', as: 'module' }, dropIn],
  },
  'from two places': {
    variant: true,
    scripts: [dropIn, { src: '/copy/connect-district.js', as: 'defer' }],
  },
};

export const pages = topic('a page', (tell) => {
  tell('may have the strictest policy', { headers: strict }, async (scene) => {
    const { anna, connect } = scene;
    const tab = await connect();
    await anna.reaches('waiting', 'started');
    await anna.clicks('check');
    await anna.reaches('started');
    await anna.clicks('cancel');
    await anna.clicks('dialog-keep');
    await goThrough(tab);
    await isConnected(scene);
    await anna.clicks('button');
    await anna.reaches('idle');
  });

  for (const [how, options] of Object.entries(twice))
    tell(
      `may load the script twice, ${how}`,
      { ...options, says: [/^console\.warn: .*defined already/] },
      async (scene) => {
        await goThrough(await scene.connect());
        await isConnected(scene);
      },
    );

  for (const [when, scripts] of Object.entries({
    before: [spanish, dropIn],
    after: [dropIn, spanish],
  }))
    tell(
      `speaks Spanish when the texts load ${when} the drop-in`,
      { scripts, lang: 'es-MX', variant: when === 'before' },
      async ({ anna, connect }) => {
        await anna.sees('Spanish', ({ text }) => text.includes('Conecte su SIS'));
        await connect();
        await anna.reaches('waiting', 'started');
        await anna.sees('Spanish', ({ text }) => /Esperando a|La configuración está en marcha/.test(text));
      },
    );
});
