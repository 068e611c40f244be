import { writeFile } from 'node:fs/promises';
import { exitCodes, type Command } from '../command.js';
import { check } from './check.js';
import { NoAnswer } from './fault.js';
import { inJunit } from './junit.js';
import { readCheckParameters } from './parameters.js';
import { isFine } from './report.js';
import { inText } from './text.js';

/** `connect-district check URL` */
export const checkCommand: Command = {
  summary: 'hold a token proxy, in whatever language, against the contract',
  help: `Usage: connect-district check <URL of the proxy> [options]

Asks the proxy what <connect-district> and other clients ask, and says in one line each what
it does wrong and what to change. It only reads, unless --write is given.

  --level basic|full         basic: what <connect-district> needs, so that a bare pass-through
                             is enough; full (default): what keeps tenants apart, too
  --cookie <name>=<value>    the session of somebody who may use the proxy; as often as needed
  --header "<Name>: <value>" the same, for sessions in headers, and for CSRF tokens
  --other-cookie, --other-header
                             the session of an admin of another tenant, who must see nothing
  --write                    make onboardings, and delete them again; only what was made here,
                             and never a link of Pathwright's.
                             The first caller must have no live onboarding
  --body <JSON>              what the proxy takes as the body of a POST (default {})
  --completed <id>           a completed onboarding of the first caller's: with --write, too,
                             that it cannot be deleted
  --timeout <milliseconds>   for one answer (default 10000)
  --json                     print the report as JSON
  --junit <file>             write it as JUnit XML, too

Exit code 0: every rule that was asked for holds. 1: one does not, something that was made
here could not be deleted, or Ctrl-C. 2: nothing was checked: wrong options, or no answer.

The rules are described in docs/check.md.`,

  async run(parameters) {
    const { check: options, json, junit } = readCheckParameters(parameters);
    const stop = new AbortController();
    process.once('SIGINT', () => stop.abort());
    const report = await check({ ...options, signal: stop.signal, fetch: globalThis.fetch }).catch(
      sayNoAnswer,
    );
    if (!report) return exitCodes.wrongUsage;
    if (junit !== undefined) await writeFile(junit, inJunit(report));
    process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : inText(report));
    return isFine(report) && !stop.signal.aborted ? exitCodes.fine : exitCodes.failed;
  },
};

/** Nobody was checked, which is another thing than a proxy that is wrong. */
function sayNoAnswer(error: unknown): void {
  if (!(error instanceof NoAnswer)) throw error;
  process.stderr.write(`Nobody answers there: ${error.message}\n`);
}
