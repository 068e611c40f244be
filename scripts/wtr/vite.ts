import { existsSync } from 'node:fs';
import type { TestRunnerConfig, TestRunnerPlugin } from '@web/test-runner';
import { createServer, type Plugin, type ViteDevServer } from 'vite';
import { inRoot } from '../paths.js';

export type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

const socketModule = '/__web-dev-server__web-socket.js';

/** Vite's transforms in front of the test runner's own file server. */
export async function viteForTestRunner(): Promise<{ middleware: Middleware; plugin: TestRunnerPlugin }> {
  const watched = watchList();
  const vite = await createServer({
    configFile: inRoot('vite.config.ts'),
    root: inRoot('.'),
    clearScreen: false,
    logLevel: 'warn',
    appType: 'custom',
    plugins: [watched.plugin],
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { entries: ['test/elements/**/*.test.ts'], exclude: ['@web/test-runner-commands'] },
  });
  return { middleware: inFront(vite), plugin: { name: 'vite', ...watched.hooks(vite) } };
}

/** The runner's own files stay the runner's. */
function inFront(vite: ViteDevServer): Middleware {
  return async (context, next) => {
    if (context.path === '/' || context.path.startsWith('/__web-')) {
      await next();
      return;
    }
    const handled = await new Promise<boolean>((resolve, reject) => {
      context.res.once('close', () => {
        resolve(true);
      });
      vite.middlewares(context.req, context.res, (error?: Error) => {
        if (error) reject(error);
        else resolve(false);
      });
    });
    if (handled) context.respond = false;
    else await next();
  };
}

/** In watch mode the runner watches what Vite has served. */
function watchList(): { plugin: Plugin; hooks: (vite: ViteDevServer) => Omit<TestRunnerPlugin, 'name'> } {
  const files = new Set<string>();
  let watch = (file: string): void => void files.add(file);
  return {
    plugin: {
      name: 'test-runner',
      enforce: 'pre',
      resolveId: (id) => (id === socketModule ? { id, external: true } : undefined),
      transform(_code, id) {
        const [file = id] = id.split('?');
        if (!file.includes('node_modules') && existsSync(file)) watch(file);
        return undefined;
      },
    },
    hooks: (vite) => ({
      serverStart({ fileWatcher }) {
        watch = (file) => void fileWatcher.add(file);
        files.forEach(watch);
        fileWatcher.on('change', (file: string) => {
          vite.moduleGraph.onFileChange(file);
        });
      },
      serverStop: () => vite.close(),
    }),
  };
}
