import { expect } from '@open-wc/testing';
import type { ExternalLinksElement } from '../../../src/elements/external-links.js';
import { emulate, setViewport } from '../commands.js';
import { part, until } from '../stage.js';
import { click, find, findAll, isDrawn, review, rowOf, School, type } from './school.js';

const csv = [
  'user_id,external_id',
  '1,one',
  'x,two',
  '2,one',
  '3,مدارس',
  '4,ONE',
  '5,"averyverylongidentitywithoutanyspaceaveryverylongidentitywithoutanyspace"',
].join('\n');

/** How to get into each state. */
const ways: Record<string, (element: ExternalLinksElement, school: School) => Promise<void>> = {
  list: (element) => click(element, 'show-identities'),
  async 'no match'(element) {
    await type(element, 'search', 'nothing like that');
  },
  async form(element) {
    await click(element, 'new');
    await click(element, 'add-yes');
    await type(element, 'add-identity', 'person-1002');
    await type(element, 'add-member', '1001');
  },
  async dialog(element) {
    part(element, 'remove').click();
    await until(() => (find(element, 'dialog') as HTMLDialogElement | null)?.open);
  },
  source: (element) => click(element, 'import-open'),
  review: (element) => review(element, csv),
  async 'a finished import'(element) {
    await review(element, csv);
    await click(element, 'import-start');
    await until(() => find(element, 'import-done'));
  },
  async failed(element, school) {
    await school.interfere(401, { body: JSON.stringify({ code: 'unauthorized' }) });
    await element.refresh();
    await until(() => find(element, 'try-again'));
  },
};

async function fits(element: Element, width: number): Promise<void> {
  await setViewport({ width, height: 700 });
  expect(document.documentElement.scrollWidth, `${width} px`).to.be.at.most(innerWidth);
  await expect(element).to.be.accessible();
}

describe('<external-links>: for everybody', () => {
  for (const [name, way] of Object.entries(ways))
    it(`is accessible and fits a narrow page: ${name}`, async () => {
      const school = new School();
      await school.seed(8);
      await school.members([1, 3, 4, 5]);
      const element = await school.links();
      await way(element, school);
      // WebKit's window does not get narrower than this.
      await fits(element, 447);
      if (await emulate({ colorScheme: 'dark' })) {
        await fits(element, 320);
        await emulate({ colorScheme: null, forcedColors: 'active' });
        document.dir = 'rtl';
        await fits(element, 320);
        document.dir = '';
        await emulate({ forcedColors: null });
      }
      await setViewport({ width: 800, height: 600 });
    });

  it('names every action by its row, and says how many rows there are', async () => {
    const school = new School();
    await school.seed(8);
    const element = await school.links();
    const [link] = await school.atPathwright();
    const names = [...(rowOf(element, link!.id)?.querySelectorAll('button') ?? [])].map(
      (button) => button.ariaLabel,
    );
    expect(names).to.deep.equal([
      `Show: member ${link?.user}, link ${link?.id}`,
      `Remove: member ${link?.user}, link ${link?.id}`,
    ]);
    await until(() => part(element, 'status').textContent === '8 of 8 shown');
  });

  it('gives the focus to the title of each step of an import, and back to its button', async () => {
    const school = new School();
    await school.members([1]);
    const element = await school.links();
    const focused = (): Element | null | undefined => element.shadowRoot?.activeElement;
    part(element, 'import-open').focus();
    await click(element, 'import-open');
    expect(focused()).to.equal(part(element, 'title'));
    (part(element, 'import-text') as HTMLTextAreaElement).value = '1,one';
    part(element, 'import-read').focus();
    await click(element, 'import-read');
    await until(() => find(element, 'import-start'));
    expect(focused()).to.equal(part(element, 'title'));
    part(element, 'import-start').focus();
    await click(element, 'import-start');
    await until(() => find(element, 'import-done'));
    expect(focused()).to.equal(part(element, 'title'));
    await until(() => part(element, 'status').textContent.startsWith('The import is finished'));
    part(element, 'import-done').focus();
    await click(element, 'import-done');
    expect(focused()).to.not.equal(null);
  });

  it('shows hostile texts as texts', async () => {
    const school = new School();
    const corpus = await school.control<string[]>('naughty');
    const own = ['<img src=x onerror="alert(1)">', '\u202Eabc', '${7*7}', '"><script>alert(1)</script>'];
    const texts = [...new Set([...own, ...corpus])].filter((text) => text.trim() && text.length <= 1000);
    await school.members([1]);
    await school.addLinks(texts.map((external_id) => ({ user: 1, external_id })));
    const { alert } = window;
    let alerts = 0;
    window.alert = () => {
      alerts++;
    };
    const element = await school.links();
    await click(element, 'show-identities');
    await click(element, 'load-all');
    await until(() => !find(element, 'load-more'));
    while (find(element, 'show-more')) await click(element, 'show-more');
    await until(() => isDrawn(element, texts.length));
    const cells = findAll(element, 'row').map((row) => row.querySelector('.exact'));
    expect(new Set(cells.map((cell) => cell?.textContent))).to.deep.equal(new Set(texts));
    expect(cells.every((cell) => cell?.children.length === 0)).to.equal(true);
    await review(
      element,
      texts.map((text, index) => `${index + 1},"${text.replaceAll('"', '""')}"`).join('\n'),
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    window.alert = alert;
    expect(alerts).to.equal(0);
    expect(element.shadowRoot?.querySelector('img, script')).to.equal(null);
    expect(
      findAll(element, 'line').map((line) => line.querySelectorAll('.exact')[1]?.textContent),
    ).to.include('${7*7}');
  });
});
