/** The command was called with something it cannot use; the message says with what, and what would be right. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
