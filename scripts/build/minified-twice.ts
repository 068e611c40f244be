import { minify } from 'terser';
import type { Plugin } from 'vite';

/** What the bundler's minifier leaves, terser takes; neither alone makes the drop-in as small. */
export const minifiedTwice: Plugin = {
  name: 'minified-twice',
  enforce: 'post',
  async generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      const { code, map } = await minify(file.code, {
        ecma: 2020,
        compress: { passes: 3, pure_getters: true, unsafe_arrows: true },
        // Only Lit and ky have names like these. They are private, and each copy of them speaks to itself alone.
        mangle: { properties: { regex: /^_/ } },
        format: { comments: /^!/ },
        sourceMap: { content: JSON.stringify(file.map), asObject: true },
      });
      if (!code) throw new Error(`terser made nothing of ${file.fileName}`);
      file.code = `${code}\n//# sourceMappingURL=${file.fileName}.map\n`;
      const mapFile = bundle[`${file.fileName}.map`];
      if (mapFile?.type === 'asset') mapFile.source = JSON.stringify(map);
    }
  },
};
