import { expect } from '@open-wc/testing';
import { part, until } from '../stage.js';
import { click, find, findAll, isDrawn, rowOf, School, type, wordsOf } from './school.js';

describe('<external-links>: the list', () => {
  it('lists everything once, in pages of seven', async () => {
    const school = new School();
    await school.seed(250);
    const element = await school.links();
    await until(() => isDrawn(element, 100));
    await click(element, 'load-all');
    await until(() => !find(element, 'load-more'));
    while (find(element, 'show-more')) await click(element, 'show-more');
    await until(() => isDrawn(element, 250));
    const ids = findAll(element, 'row').map(({ dataset }) => Number(dataset['row']));
    expect(ids).to.deep.equal((await school.atPathwright()).map(({ id }) => id));
    for (const { path } of await school.requests()) expect(path).to.not.contain('pathwright');
  });

  it('says type, last update and what is wrong with a link in words', async () => {
    const school = new School();
    await school.members([1, 2, 3]);
    const hour = 3_600_000;
    const [twice, , saml] = await school.addLinks([
      { user: 1, external_id: 'same', last_external_update: new Date(Date.now() - 73 * hour).toISOString() },
      { user: 2, external_id: 'same' },
      { user: 3, external_id: 'anna@school.example', link_type: 'saml2' },
    ]);
    const element = await school.links();
    const row = rowOf(element, twice!.id);
    expect(row?.querySelector('time')?.textContent).to.equal('3 days ago');
    expect(row?.querySelector('time')?.dateTime).to.equal(twice?.last_external_update);
    expect(row?.textContent).to.contain('Linked more than once: 1, 2');
    expect(findAll(element, 'duplicate')).to.have.length(2);
    expect(findAll(element, 'never')).to.have.length(2);
    const samlRow = rowOf(element, saml!.id);
    expect(samlRow?.querySelector('[part~="remove"]')).to.equal(null);
    expect(samlRow?.textContent).to.contain('Removed at the identity provider');
  });

  it('covers identities until somebody asks, and again when nobody looks', async () => {
    const school = new School();
    await school.members([1, 2]);
    const [one] = await school.addLinks([
      { user: 1, external_id: 'secret-one' },
      { user: 2, external_id: 'secret-two' },
    ]);
    const element = await school.links();
    expect(element.shadowRoot?.innerHTML).to.not.contain('secret');
    rowOf(element, one!.id)?.querySelector<HTMLElement>('[part~="show"]')?.click();
    await element.updateComplete;
    expect(wordsOf(element)).to.contain('secret-one').and.to.not.contain('secret-two');
    await click(element, 'show-identities');
    expect(wordsOf(element)).to.contain('secret-one').and.to.contain('secret-two');

    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
    Reflect.deleteProperty(document, 'visibilityState');
    await element.updateComplete;
    expect(element.shadowRoot?.innerHTML).to.not.contain('secret');
  });

  it('finds a covered identity by its whole text only, and a shown one by any part', async () => {
    const school = new School();
    await school.members([1, 2]);
    await school.addLinks([
      { user: 1, external_id: 'Anna@school.example' },
      { user: 2, external_id: 'ben@school.example' },
    ]);
    const element = await school.links();
    await type(element, 'search', 'anna@school.exampl');
    expect(findAll(element, 'row')).to.have.length(0);
    await type(element, 'search', 'anna@school.example');
    expect(findAll(element, 'row')).to.have.length(1);
    expect(element.shadowRoot?.innerHTML).to.not.contain('Anna@');
    await click(element, 'show-identities');
    await type(element, 'search', 'anna');
    expect(findAll(element, 'row')).to.have.length(1);
    await type(element, 'search', 'member 2');
    expect(findAll(element, 'row')).to.have.length(1);
  });

  it('filters by type', async () => {
    const school = new School();
    await school.seed(10);
    const element = await school.links();
    const filter = part(element, 'type') as HTMLSelectElement;
    filter.value = 'saml2';
    filter.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(findAll(element, 'row')).to.have.length(2);
  });

  it('says that there is nothing, and what went wrong', async () => {
    const school = new School();
    const element = await school.links();
    expect(wordsOf(element)).to.contain('Nobody is linked');

    await school.interfere(503, { body: JSON.stringify({ code: 'upstream_unavailable' }) });
    await element.refresh();
    await element.updateComplete;
    expect(wordsOf(element)).to.contain('Pathwright, or this site, has a problem');
    expect(school.names()).to.deep.equal(['connect-error']);
    await click(element, 'try-again');
    await until(() => wordsOf(element).includes('Nobody is linked'));
  });

  it('offers nothing that writes without the right to', async () => {
    const school = new School();
    await school.control('rights', ['links:read']);
    await school.seed(5);
    const element = await school.links({ candidates: [{ user_id: 1001, external_id: 'x' }] });
    for (const name of ['new', 'import-open', 'remove', 'elsewhere', 'offer'])
      expect(find(element, name), name).to.equal(null);
    expect(wordsOf(element)).to.contain('but not change them');
    expect(find(element, 'export')).to.not.equal(null);
  });
});
