import { readFile } from 'node:fs/promises';
import { exitCodes, type Command, type ExitCode } from './command.js';
import { checkCommand } from './check/command.js';
import { simulate } from './simulate.js';
import { UsageError } from './usage-error.js';

const commands: Record<string, Command> = { simulate, check: checkCommand };

/** Runs what `connect-district …` asks for. Answers go to the standard output, complaints to the standard error. */
export async function runCommand([name, ...parameters]: string[]): Promise<ExitCode> {
  try {
    if (name === undefined) throw new UsageError('Say what to do.');
    if (isHelp(name)) return print(help());
    if (name === '--version') return print(await readVersion());
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) throw new UsageError(`There is no command "${name}".`);
    return parameters.some(isHelp) ? print(command.help) : await command.run(parameters);
  } catch (error) {
    return complain(error);
  }
}

const isHelp = (parameter: string): boolean => parameter === '--help' || parameter === '-h';

function help(): string {
  const rows = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`);
  return [
    'Usage: connect-district <command> [options]',
    '',
    ...rows,
    '',
    '  <command> --help   what a command can do',
    '  --version          the version of this package',
  ].join('\n');
}

async function readVersion(): Promise<string> {
  const manifest = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

function print(text: string): ExitCode {
  process.stdout.write(`${text}\n`);
  return exitCodes.fine;
}

function complain(error: unknown): ExitCode {
  const isUsage = error instanceof UsageError;
  const message = error instanceof Error ? error.message : String(error);
  const advice = isUsage ? '\nTry: connect-district --help' : '';
  process.stderr.write(`${message}${advice}\n`);
  return isUsage ? exitCodes.wrongUsage : exitCodes.failed;
}
