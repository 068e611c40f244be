/** What the process ends with. */
export const exitCodes = { fine: 0, failed: 1, wrongUsage: 2 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A sub-command; it has a row in `run-command.ts`. */
export interface Command {
  /** For the list of commands: a few words. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly help: string;
  /** @throws UsageError for arguments it cannot use; any other error has failed, and its message is shown. */
  run(parameters: string[]): Promise<ExitCode>;
}
