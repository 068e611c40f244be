import { expect } from '@open-wc/testing';
import { part, until } from '../stage.js';
import { inRow, ListStage, rowOf, rowsIn, shownText } from './list-stage.js';

describe('<district-onboardings>: what one can do', () => {
  let stage: ListStage;
  beforeEach(async () => {
    stage = new ListStage();
    await stage.staff();
  });

  it('deletes after a question that names what, and leaves the focus on the next row', async () => {
    await stage.make(2);
    const maple = await stage.invite('maple-valley');
    await stage.make(1);
    const element = await stage.list();
    const ids = rowsIn(element).map(({ dataset }) => dataset['row']!);
    const next = ids[ids.indexOf(maple) + 1] ?? ids.at(-2)!;
    inRow(element, maple, 'delete').focus();
    inRow(element, maple, 'delete').click();
    const dialog = element.shadowRoot!.querySelector<HTMLDialogElement>('dialog.question')!;
    await element.updateComplete;
    expect(dialog.open).to.equal(true);
    expect(dialog.textContent).to.contain('Delete the invitation of Maple Valley?');
    part(element, 'dialog-cancel').click();
    await until(() => rowsIn(element).length === 3);
    expect(dialog.open).to.equal(false);
    expect(element.shadowRoot!.activeElement).to.equal(inRow(element, next, 'delete'));
    await until(() => shownText(element).includes('Deleted: Maple Valley'));
    expect(stage.told).to.deep.equal(['onboarding-deleted']);
    expect(stage.events[0]!.detail).to.deep.include({ onboarding_id: maple });
    expect((await stage.onboardings()).find(({ id }) => id === maple)!.deletedAt).to.not.equal(undefined);
  });

  it('does not delete what was finished, and says why', async () => {
    const wichita = await stage.invite('usd-259');
    await stage.complete(wichita);
    const element = await stage.list();
    const button = inRow(element, wichita, 'delete');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    const reason = element.shadowRoot!.getElementById(button.getAttribute('aria-describedby')!)!;
    expect(reason.textContent).to.contain('cannot be deleted');
    button.click();
    await until(() => shownText(element).includes('Wichita: Finished'));
    expect(await stage.requests('DELETE')).to.deep.equal([]);
  });

  it('says in the dialog that it was finished in the meantime, and keeps the row', async () => {
    const wichita = await stage.invite('usd-259');
    const element = await stage.list();
    await stage.complete(wichita);
    inRow(element, wichita, 'delete').click();
    part(element, 'dialog-cancel').click();
    await until(() => shownText(element).includes('finished in the meantime'));
    expect(rowsIn(element)).to.have.length(1);
    part(element, 'dialog-keep').click();
    await until(() => rowOf(element, wichita).textContent.includes('Needs your approval'));
  });

  it('removes the row of one that somebody else has deleted', async () => {
    await stage.make(1);
    const maple = await stage.invite('maple-valley');
    const element = await stage.list();
    await stage.interfere(404, { body: JSON.stringify({ code: 'not_found' }) });
    inRow(element, maple, 'delete').click();
    part(element, 'dialog-cancel').click();
    await until(() => shownText(element).includes('Somebody else has deleted it already: Maple Valley'));
    expect(rowsIn(element)).to.have.length(1);
    expect(stage.told).to.deep.equal([]);
  });

  it('offers nothing that the proxy would refuse', async () => {
    const maple = await stage.invite('maple-valley');
    const row = { id: maple, state: 'created', $host: { district: 'Maple Valley' } };
    const list = { $data: [row], $host: { can: ['read'] } };
    await stage.interfere(200, { body: JSON.stringify(list) });
    const element = await stage.list({ districts: stage.districts });
    expect(rowOf(element, maple).querySelector('[part="delete"]')).to.equal(null);
    expect(element.shadowRoot!.querySelector('[part="new"]')).to.equal(null);
  });

  const choose = (element: Element, name: string, value: string) => {
    const control = element.shadowRoot!.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
    control.value = value;
    return control;
  };

  it('makes one for a district at its own proxy, and gives its link at once', async () => {
    const element = await stage.list({
      districts: stage.districts,
      attributes: { fields: 'provider-id expiration-date' },
    });
    part(element, 'new').focus();
    part(element, 'new').click();
    await until(() => element.shadowRoot!.querySelector('dialog[open] form'));
    choose(element, 'district', '0');
    choose(element, 'expiration_date', '2099-01-02T03:04');
    part(element, 'create').click();
    await until(() => shownText(element).includes('The invitation for Maple Valley is ready'));
    const [post] = await stage.requests('POST');
    expect(post!.path).to.equal('/districts/maple-valley/edlink/onboardings');
    const sent = { expiration_date: new Date('2099-01-02T03:04').toISOString() };
    expect(JSON.parse(post!.body)).to.deep.equal(sent);
    const [made] = await stage.onboardings();
    expect(shownText(element)).to.contain(`https://ed.link/onboard/${made!.id}`);
    expect(element.shadowRoot!.activeElement).to.equal(part(element, 'copy-made'));
    expect(rowsIn(element)[0]!.dataset['row']).to.equal(made!.id);
    expect(stage.told).to.deep.equal(['onboarding-created']);
    part(element, 'done').click();
    await until(() => element.shadowRoot!.activeElement === part(element, 'new'));
  });

  it('shows what the server has against a field at that field', async () => {
    const element = await stage.list({
      districts: stage.districts,
      attributes: { fields: 'provider-id team-id' },
    });
    part(element, 'new').click();
    await until(() => element.shadowRoot!.querySelector('dialog[open] form'));
    choose(element, 'district', '1');
    const control = choose(element, 'team_id', crypto.randomUUID());
    await stage.interfere(422, { body: JSON.stringify({ code: 'invalid_request', field: 'team_id' }) });
    part(element, 'create').click();
    await until(() => control.getAttribute('aria-invalid') === 'true');
    const problem = element.shadowRoot!.getElementById(control.getAttribute('aria-describedby')!)!;
    expect(problem.textContent).to.contain('Only verified developers');
    await until(() => element.shadowRoot!.activeElement === control);
    expect(stage.told).to.deep.equal(['connect-error']);
  });

  it('repeats a lost creation with the same key, and shows other trouble in the dialog', async () => {
    const element = await stage.list({ districts: stage.districts });
    part(element, 'new').click();
    await until(() => element.shadowRoot!.querySelector('dialog[open] form'));
    choose(element, 'district', '0');
    await stage.interfere(504, { body: JSON.stringify({ code: 'upstream_unavailable' }) });
    part(element, 'create').click();
    await until(() => shownText(element).includes('has a problem at the moment'));
    part(element, 'create').click();
    await until(() => shownText(element).includes('is ready'));
    const keys = (await stage.requests('POST')).map(({ headers }) => headers['idempotency-key']);
    expect(keys).to.have.length(2);
    expect(new Set(keys).size).to.equal(1);
  });
});
