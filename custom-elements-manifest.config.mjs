export default {
  globs: ['src/elements/**/*.ts', 'src/define.ts', 'src/define/*.ts', 'src/events.ts'],
  outdir: 'dist',
  litelement: true,
  quiet: true,
  packagejson: false,
  plugins: [publishedPaths()],
};

/** The analyzer reads `src/…ts`; a reader of the package has `dist/…js`. */
function publishedPaths() {
  const publish = (path) => path.replace(/^\/?src\/(.*)\.[jt]s$/, 'dist/$1.js');
  const visit = (node) => {
    for (const [key, value] of Object.entries(node)) {
      if ((key === 'path' || key === 'module') && typeof value === 'string') node[key] = publish(value);
      else if (value && typeof value === 'object') visit(value);
    }
  };
  return {
    name: 'published-paths',
    packageLinkPhase: ({ customElementsManifest }) => visit(customElementsManifest),
  };
}
