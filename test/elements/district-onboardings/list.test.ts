import { expect } from '@open-wc/testing';
import { part, until } from '../stage.js';
import { inRow, ListStage, rowOf, rowsIn, shownText, type } from './list-stage.js';

describe('<district-onboardings>: the list', () => {
  let stage: ListStage;
  beforeEach(async () => {
    stage = new ListStage();
    await stage.staff();
  });

  it('says whose each one is, in which state, until when, and who made it', async () => {
    const maple = await stage.invite('maple-valley');
    const wichita = await stage.invite('usd-259');
    await stage.complete(wichita);
    await stage.make(1);
    const element = await stage.list();
    expect(rowsIn(element)).to.have.length(3);
    const texts = rowsIn(element).map(({ textContent }) => textContent.replace(/\s+/g, ' '));
    const [edlink] = texts.filter((text) => text.includes('Made in Edlink, district unknown'));
    expect(edlink).to.contain('Not opened yet');
    expect(rowOf(element, maple).textContent).to.match(/Maple Valley.*Not opened yet.*anna.*in [23] days/s);
    expect(rowOf(element, wichita).textContent).to.match(/Wichita.*Needs your approval in Edlink/s);
    await until(() => shownText(element).includes('3 of 3 shown'));
  });

  it('lists each of many once, a hundred on the page at a time', async () => {
    await stage.control('settings', { pageSize: 7 });
    await stage.make(230);
    const element = await stage.list();
    await until(() => rowsIn(element).length === 100);
    await until(() => shownText(element).includes('100 of 100 shown; there are more to load'));
    part(element, 'load-all').click();
    await until(() => element.onboardings.length === 230);
    expect(new Set(element.onboardings.map(({ id }) => id)).size).to.equal(230);
    part(element, 'show-more').click();
    await until(() => rowsIn(element).length === 200);
  });

  it('searches without regard to case, and sorts by a column', async () => {
    const maple = await stage.invite('maple-valley');
    await stage.invite('usd-259');
    const element = await stage.list();
    type(element, 'search', 'MAPLE');
    await until(() => rowsIn(element).length === 1);
    expect(rowsIn(element)[0]!.dataset['row']).to.equal(maple);
    await until(() => shownText(element).includes('1 of 2 shown'));
    type(element, 'search', 'nobody');
    await until(() => shownText(element).includes('Nothing here matches'));
    part(element, 'show-all').click();
    await until(() => rowsIn(element).length === 2);
    const names = () => rowsIn(element).map((row) => row.querySelector('th')!.textContent.trim());
    part(element, 'sort').click();
    await until(() => names()[0] === 'Maple Valley');
    const header = part(element, 'sort').closest('th')!;
    expect(header.getAttribute('aria-sort')).to.equal('ascending');
    part(element, 'sort').click();
    await until(() => names()[0] === 'Wichita');
    expect(header.getAttribute('aria-sort')).to.equal('descending');
  });

  it('filters at the server, and tells the page which filters are set', async () => {
    await stage.invite('maple-valley');
    const wichita = await stage.invite('usd-259');
    await stage.complete(wichita);
    const element = await stage.list({ attributes: { 'user-id': '' } });
    const select = part(element, 'filter-state') as HTMLSelectElement;
    select.value = 'completed';
    select.dispatchEvent(new Event('change'));
    await until(() => rowsIn(element).length === 1);
    expect(rowsIn(element)[0]!.dataset['row']).to.equal(wichita);
    expect(stage.events.at(-1)).to.deep.include({ name: 'filters-changed', detail: { state: 'completed' } });
    element.state = 'started';
    await until(() => shownText(element).includes('no onboardings with these filters'));
    part(element, 'show-all').click();
    await until(() => rowsIn(element).length === 2);
    expect(element.filters).to.deep.equal({});
  });

  it('drops the late answer of a filter that is not set any more', async () => {
    await stage.invite('maple-valley');
    const element = await stage.list();
    await stage.interfere(200, { body: JSON.stringify({ $data: [] }), delay: 500 });
    const before = (await stage.requests()).length;
    element.state = 'started';
    await until(async () => (await stage.requests()).length > before);
    element.state = 'created';
    await until(() => rowsIn(element).length === 1);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(rowsIn(element)).to.have.length(1);
  });

  it('shows an error, keeps what is there, and tries again', async () => {
    await stage.make(1);
    await stage.interfere(403, { body: JSON.stringify({ code: 'forbidden' }) });
    const element = await stage.list();
    await until(() => shownText(element).includes('Your account may not do this'));
    expect(stage.told).to.deep.equal(['connect-error']);
    part(element, 'try-again').click();
    await until(() => rowsIn(element).length === 1);
    await stage.interfere(502, { body: JSON.stringify({ code: 'upstream_unavailable' }) });
    element.refresh();
    await until(() => shownText(element).includes('has a problem at the moment'));
    expect(rowsIn(element)).to.have.length(1);
  });

  it('shows names and states of others as text', async () => {
    const nasty = '<img src=x onerror=alert(1)>';
    const row = { id: crypto.randomUUID(), state: nasty, $host: { district: nasty, created_by: nasty } };
    await stage.interfere(200, { body: JSON.stringify({ $data: [row] }) });
    const element = await stage.list({ providers: [{ id: row.id, name: nasty }] });
    expect(rowOf(element, row.id).textContent.split(nasty)).to.have.length.above(3);
    expect(element.shadowRoot!.querySelector('img')).to.equal(null);
  });

  it('says in words that a link has expired, by the server’s clock', async () => {
    const row = {
      id: crypto.randomUUID(),
      state: 'created',
      expiration_date: '2030-01-02T00:00:00Z',
      $host: {},
    };
    const later = { Date: new Date(Date.UTC(2030, 0, 4)).toUTCString() };
    await stage.interfere(200, { body: JSON.stringify({ $data: [row] }), headers: later });
    const element = await stage.list();
    expect(rowOf(element, row.id).textContent).to.match(/Expired.*2 days ago/s);
    expect(rowOf(element, row.id).querySelector('[part="copy"]')).to.equal(null);
  });

  it('offers the link to open, to copy and to send, named by its row', async () => {
    const maple = await stage.invite('maple-valley');
    const element = await stage.list({ attributes: { 'onboard-base': stage.onboardBase } });
    const open = inRow(element, maple, 'open') as HTMLAnchorElement;
    expect(open.href).to.equal(stage.onboardBase + maple);
    expect(open.getAttribute('aria-label')).to.contain('Maple Valley');
    expect([open.target, open.rel]).to.deep.equal(['_blank', 'noopener']);
    const mail = new URL((inRow(element, maple, 'mail') as HTMLAnchorElement).href);
    expect(mail.searchParams.get('subject')).to.equal('Please connect Maple Valley to Lessonlake');
    expect(mail.searchParams.get('body')).to.contain(open.href);
    inRow(element, maple, 'copy').click();
    await until(() => /Link copied|does not allow copying/.test(shownText(element)));
  });
});
