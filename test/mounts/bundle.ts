import { build, type Plugin, type Rolldown } from 'vite';
import { fileURLToPath } from 'node:url';

/** One ES module of an entry here and all that it imports, but what is external. */
export async function bundle(
  entry: string,
  { external = [], plugins = [] }: { external?: string[]; plugins?: Plugin[] },
): Promise<Rolldown.OutputChunk> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    plugins,
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: fileURLToPath(new URL(entry, import.meta.url)),
        external,
        preserveEntrySignatures: 'strict',
        output: { format: 'es', codeSplitting: false },
      },
    },
  });
  return (result as Rolldown.RolldownOutput).output[0];
}
