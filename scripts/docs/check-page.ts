import { needs, type Rule } from '../../src/cli/check/rule.js';

/** Between these two lines of the page stands the table of the rules. */
const table = /(<!-- rules -->)[^]*(<!-- \/rules -->)/;

/** The page with the table of the rules as they are now. */
export function checkPage(page: string, rules: readonly Rule[]): string {
  const rows = rules.map(({ id, level, needs: needed = [], title }) => [
    `\`${id}\``,
    level,
    needed.map((need) => `\`${options[need]}\``).join(' '),
    title.replaceAll('|', '\\|'),
  ]);
  const lines = [['rule', 'level', 'needs', 'of a good proxy'], ['---', '---', '---', '---'], ...rows].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );
  return page.replace(
    table,
    (_all, begin: string, end: string) => `${begin}\n\n${lines.join('\n')}\n\n${end}`,
  );
}

const options: Record<keyof typeof needs, string> = {
  write: '--write',
  other: '--other-…',
  completed: '--completed',
};
