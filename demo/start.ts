import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startDemo, type Demo } from './server/start-demo.js';

const directory = fileURLToPath(new URL('.data', import.meta.url));
const port = Number(process.env['PORT'] ?? 4300);

if (!Number.isInteger(port) || port < 1 || port > 65_534) {
  fail(`PORT must be a number from 1 to 65534 (the simulated Edlink and Pathwright take the next one).`);
}
if (process.argv.includes('--fresh')) await rm(directory, { recursive: true, force: true });

const demo = await startDemo({ port, directory }).catch(explain);
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
greet(demo);

function greet({ url, edlinkUrl }: Demo): void {
  console.log(`
  Lessonlake, a vendor's site:        ${url}
  Edlink and Pathwright, simulated:   ${edlinkUrl}

  Open the site and sign in:
    as one of two districts, to connect its SIS and to look after its school's links at Pathwright;
    as Lessonlake's staff, to see the onboardings of both, and to invite one.
  Where a new tab opens, any name, address and key will do.
  Beside it you can make Edlink and Pathwright misbehave, and read every event.

  What happens is kept in demo/.data. Start afresh: npm start -- --fresh
  Stop: Ctrl-C
`);
}

function stop(): void {
  // Whoever presses Ctrl-C twice does not want to wait.
  process.once('SIGINT', () => process.exit(1));
  void demo.close().then(() => {
    console.log('\n  Stopped. Nothing is lost: npm start goes on where this was.\n');
    process.exit(0);
  });
}

function explain(error: unknown): never {
  const { code, message, port: taken } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') {
    return fail(
      `Port ${taken ?? port} is taken. Stop what runs there, or choose another: PORT=5300 npm start`,
    );
  }
  return fail(message);
}

function fail(message: string): never {
  console.error(`\n  ${message}\n`);
  process.exit(1);
}
