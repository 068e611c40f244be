import { expect } from '@open-wc/testing';
import { part, until } from '../stage.js';
import { click, downloaded, find, findAll, review, rowOf, School, type, wordsOf } from './school.js';

const saysAtLast = (element: Element, words: string): Promise<void> =>
  until(() => wordsOf(element).includes(words), words);

describe('<external-links>: one by one', () => {
  it('adds a link, after saying what it will do', async () => {
    const school = new School();
    await school.members([456]);
    const element = await school.links();
    await click(element, 'new');
    await until(() => element.shadowRoot?.activeElement === part(element, 'add-member'));
    await type(element, 'add-member', '456');
    await type(element, 'add-identity', ' person-9 ');
    expect(wordsOf(element)).to.contain('Member 456 will sign in as person-9.');
    expect(await school.requests('POST')).to.deep.equal([]);
    await click(element, 'add-yes');
    await saysAtLast(element, 'Member 456 is linked.');
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'new'));
    expect(findAll(element, 'row')).to.have.length(1);
    const [link] = await school.atPathwright();
    expect(link).to.include({ user: 456, external_id: 'person-9' });
    expect(school.heard).to.have.length(1);
    expect(school.heard[0]?.name).to.equal('link-created');
    expect(school.heard[0]?.detail).to.deep.include({
      link: { ...link, last_external_update: link?.last_external_update },
    });
  });

  it('says at the field what is wrong, before and after asking Pathwright', async () => {
    const school = new School();
    await school.members([456]);
    await school.addLinks([{ user: 456, external_id: 'taken' }]);
    const element = await school.links();
    await click(element, 'new');
    const faults = (): string[] => findAll(element, 'field-error').map((fault) => fault.textContent.trim());
    await click(element, 'add-yes');
    expect(faults()).to.deep.equal(['The member is missing.', 'The outside identity is missing.']);
    await type(element, 'add-identity', 'taken');
    await type(element, 'add-member', '457');
    expect(faults()).to.deep.equal(['', 'This outside identity is linked already, to member 456.']);
    await type(element, 'add-member', '12a');
    expect(faults()[0]).to.contain('whole number');
    expect(part(element, 'add-member').getAttribute('aria-invalid')).to.equal('true');
    await type(element, 'add-member', '999');
    await type(element, 'add-identity', 'free');
    await click(element, 'add-yes');
    await until(() => faults()[0]?.includes('Pathwright refused this member'));
    expect(await school.requests('POST')).to.have.length(1);
  });

  it('looks whether a link is there whose answer was lost, and sends it no second time', async () => {
    const school = new School();
    await school.members([456]);
    const element = await school.links();
    await click(element, 'new');
    await type(element, 'add-member', '456');
    await type(element, 'add-identity', 'person-9');
    await school.interfere(504, { body: JSON.stringify({ code: 'upstream_unavailable' }) });
    await click(element, 'add-yes');
    await until(() => find(element, 'error'));
    await school.addLinks([{ user: 456, external_id: 'person-9' }]);
    await click(element, 'add-yes');
    await saysAtLast(element, 'Member 456 is linked.');
    expect(await school.requests('POST')).to.have.length(1);
    expect(school.names()).to.deep.equal(['connect-error', 'link-created']);
  });

  it('removes a link after a question, and goes on to the next row', async () => {
    const school = new School();
    await school.seed(9);
    const element = await school.links();
    const [first, second] = await school.atPathwright();
    const remove = rowOf(element, first!.id)?.querySelector<HTMLElement>('[part~="remove"]');
    remove?.focus();
    remove?.click();
    await until(() => (find(element, 'dialog') as HTMLDialogElement | null)?.open);
    expect(part(element, 'dialog').textContent).to.contain(first?.external_id).and.to.contain(first?.user);
    part(element, 'dialog-cancel').click();
    await saysAtLast(element, 'is removed');
    await until(() => !rowOf(element, first!.id));
    await until(() => !find(element, 'dialog'));
    await until(() => element.shadowRoot?.activeElement?.closest('tr') === rowOf(element, second!.id));
    expect(await school.atPathwright()).to.have.length(8);
    expect(school.names()).to.deep.equal(['link-deleted']);
  });

  it('keeps a link whose removal is refused, and says where it is done', async () => {
    const school = new School();
    await school.seed(2);
    const element = await school.links();
    const [link] = await school.atPathwright();
    rowOf(element, link!.id)?.querySelector<HTMLElement>('[part~="remove"]')?.click();
    await until(() => (find(element, 'dialog') as HTMLDialogElement | null)?.open);
    await school.interfere(409, { body: JSON.stringify({ code: 'conflict' }) });
    part(element, 'dialog-cancel').click();
    await saysAtLast(element, 'cannot be removed here');
    expect(rowOf(element, link!.id)?.querySelector('[part~="elsewhere"]')).to.not.equal(null);
    expect(findAll(element, 'row')).to.have.length(2);
  });

  it('offers nothing more that writes after a 403', async () => {
    const school = new School();
    await school.seed(2);
    const element = await school.links();
    const [link] = await school.atPathwright();
    rowOf(element, link!.id)?.querySelector<HTMLElement>('[part~="remove"]')?.click();
    await until(() => (find(element, 'dialog') as HTMLDialogElement | null)?.open);
    await school.interfere(403, { body: JSON.stringify({ code: 'forbidden' }) });
    part(element, 'dialog-cancel').click();
    await saysAtLast(element, 'but not change them');
    for (const name of ['new', 'import-open', 'remove']) expect(find(element, name), name).to.equal(null);
  });
});

describe('<external-links>: the import', () => {
  const sums = (element: Element): string[] =>
    [...(element.shadowRoot?.querySelectorAll('dd') ?? [])].map((sum) => sum.textContent);

  it('marks exactly the planted faults of a thousand lines, and writes nothing before it is told to', async () => {
    const school = new School();
    await school.seed(7);
    const faulty = new Set<number>();
    const lines = Array.from({ length: 1000 }, (_, index) => {
      const line = index + 2;
      const bad = [`x${line},bad-${line}`, `,bad-${line}`, `${line},`, `${line},person-1003`];
      const fault = line % 25 === 3 ? bad[(line / 25) & 3] : undefined;
      if (fault) faulty.add(line);
      return fault ?? `${2000 + index},new-${line}`;
    });
    const element = await school.links();
    await review(element, ['user_id,external_id', ...lines].join('\n'));
    expect(faulty.size).to.equal(40);
    const marked = findAll(element, 'faulty').map(({ dataset }) => Number(dataset['line']));
    expect(new Set(marked)).to.deep.equal(faulty);
    expect(sums(element)).to.deep.equal(['960', '40', '0', '0']);
    expect(wordsOf(element)).to.contain(
      'Member 2001 will sign in as new-3.'.replace('2001', '2000').replace('3', '2'),
    );
    expect(await school.requests('POST')).to.deep.equal([]);
    await click(element, 'import-close');
    expect(await school.atPathwright()).to.have.length(7);
  });

  it('goes on after a cut in the middle, and loses and doubles nothing', async () => {
    const school = new School();
    const ids = Array.from({ length: 30 }, (_, index) => 2000 + index);
    await school.members(ids);
    const element = await school.links();
    await review(element, ids.map((id) => `${id};person ${id}`).join('\n'));
    await school.control('cut', { after: 11 });
    await click(element, 'import-start');
    await until(() => find(element, 'import-resume'));
    // WebKit gives what has come of the body, and says nothing of the cut.
    expect(wordsOf(element)).to.match(/Code for support: (network|invalid_response)/);
    expect(sums(element)[0]).to.equal('11');
    expect(await school.atPathwright()).to.have.length(12);
    await click(element, 'import-resume');
    await until(() => wordsOf(element).includes('The import is finished'));
    expect(sums(element)).to.deep.equal(['30', '0', '0']);
    const links = await school.atPathwright();
    expect(links.map(({ user }) => user)).to.deep.equal(ids);
    expect(school.names().filter((name) => name === 'link-created')).to.have.length(30);
    expect(school.heard.at(-1)).to.deep.equal({
      name: 'links-imported',
      detail: { created: 30, skipped: 0, failed: 0 },
    });
    const { name, text } = await downloaded(() => part(element, 'import-results').click());
    expect(name).to.match(/^import-results-\d{4}-\d\d-\d\d\.csv$/);
    expect(text.trim().split('\r\n')).to.have.length(31);
    await click(element, 'import-done');
    expect(findAll(element, 'row')).to.have.length(30);
  });

  it('stops, asks nobody to stay any more, and goes on', async () => {
    const school = new School();
    await school.members([1, 2, 3]);
    const element = await school.links();
    await review(element, '1,one\n2,two\n3,three');
    const isAsked = (): boolean => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(isAsked()).to.equal(false);
    await school.interfere(0, { delay: 500 });
    await click(element, 'import-start');
    await until(() => find(element, 'import-stop'));
    expect(isAsked()).to.equal(true);
    await click(element, 'import-stop');
    expect(isAsked()).to.equal(false);
    await click(element, 'import-resume');
    await until(() => wordsOf(element).includes('The import is finished'));
    const links = await school.atPathwright();
    expect(links.map(({ external_id }) => external_id).sort()).to.deep.equal(['one', 'three', 'two']);
  });

  it('imports what it has exported, and finds everything there', async () => {
    const school = new School();
    await school.members([1, 2, 3]);
    await school.addLinks([
      { user: 1, external_id: '=HYPERLINK("http://evil.example")' },
      { user: 2, external_id: '"quoted", and;more' },
      { user: 3, external_id: '@sum' },
    ]);
    const element = await school.links();
    const { text } = await downloaded(() => part(element, 'export').click());
    expect(text).to.not.match(/[,\n]"?[=@]/);
    await review(element, text);
    expect(sums(element)).to.deep.equal(['0', '0', '0', '3']);
    expect(wordsOf(element)).to.contain('There is nothing to write');
  });

  it('offers candidates as a prepared import', async () => {
    const school = new School();
    await school.members([1, 2]);
    await school.addLinks([{ user: 1, external_id: 'person-1' }]);
    const candidates = [
      { user_id: 1, external_id: 'person-1' },
      { user_id: 2, external_id: 'person-2' },
    ];
    const element = await school.links({ candidates });
    expect(part(element, 'offer').textContent).to.contain('2');
    part(element, 'offer-open').click();
    await until(() => find(element, 'import-start'));
    expect(sums(element)).to.deep.equal(['1', '0', '0', '1']);
    await click(element, 'import-start');
    await until(() => find(element, 'import-done'));
    await click(element, 'import-done');
    expect(find(element, 'offer')).to.equal(null);
    expect(school.heard.at(-1)?.detail).to.deep.equal({ created: 1, skipped: 1, failed: 0 });
  });

  it('asks which columns are meant when it cannot know', async () => {
    const school = new School();
    await school.members([7]);
    const element = await school.links();
    await review(element, 'a;b;c\nx;7;zoe\ny;8;yves');
    expect(wordsOf(element)).to.contain('Choose one column');
    const choose = async (name: string, value: string): Promise<void> => {
      const select = part(element, name) as HTMLSelectElement;
      select.value = value;
      select.dispatchEvent(new Event('change'));
      await element.updateComplete;
    };
    await choose('import-user_id', '1');
    await choose('import-external_id', '2');
    expect(wordsOf(element)).to.contain('Member 7 will sign in as zoe.');
    expect(sums(element)[0]).to.equal('2');
  });
});
