import { expect } from '@open-wc/testing';
import type { DistrictOnboardingsElement } from '../../../src/index.js';
import { emulate, setViewport } from '../commands.js';
import { part, until } from '../stage.js';
import { ListStage, rowsIn, shownText, type } from './list-stage.js';

const fields = 'provider-id expiration-date team-id automatic-approval';

async function filled(stage: ListStage): Promise<DistrictOnboardingsElement> {
  await stage.make(1);
  await stage.invite('maple-valley');
  await stage.complete(await stage.invite('usd-259'));
  return stage.list({ districts: stage.districts, attributes: { fields } });
}

/** How to get into each state. */
const ways: Record<string, (stage: ListStage) => Promise<DistrictOnboardingsElement>> = {
  async loading(stage) {
    await stage.interfere(0, { delay: 60_000 });
    const element = stage.list();
    await until(() => document.querySelector('district-onboardings')?.shadowRoot?.querySelector('.skeleton'));
    void element;
    return document.querySelector('district-onboardings')!;
  },
  empty: (stage) => stage.list(),
  async failed(stage) {
    await stage.interfere(403, { body: JSON.stringify({ code: 'forbidden' }) });
    return stage.list();
  },
  'full of rows': filled,
  async 'without a match'(stage) {
    const element = await filled(stage);
    type(element, 'search', 'nobody');
    await until(() => shownText(element).includes('0 of 3 shown'));
    return element;
  },
  async 'asking whether to delete'(stage) {
    const element = await filled(stage);
    element.shadowRoot!.querySelector<HTMLElement>('[part="delete"]:not([aria-disabled])')!.click();
    return element;
  },
  async 'asking for a new one, with a problem'(stage) {
    const element = await filled(stage);
    part(element, 'new').click();
    await until(() => element.shadowRoot!.querySelector('dialog[open] form'));
    element.shadowRoot!.querySelector<HTMLSelectElement>('[name="district"]')!.value = '0';
    await stage.interfere(422, { body: JSON.stringify({ code: 'invalid_request', field: 'team_id' }) });
    part(element, 'create').click();
    await until(() => element.shadowRoot!.querySelector('[aria-invalid]'));
    return element;
  },
  async 'full of names that are long and foreign'(stage) {
    const rows = ['مدارس'.repeat(30), 'Donaudampfschifffahrt'.repeat(12)].map((district) => ({
      id: crypto.randomUUID(),
      state: 'verifying'.repeat(9),
      provider_id: crypto.randomUUID(),
      $host: { district, created_by: district, created_at: '2026-01-01T00:00:00Z' },
    }));
    await stage.interfere(200, { body: JSON.stringify({ $data: rows }) });
    return stage.list();
  },
};

const fits = (width: number) => {
  expect(document.documentElement.scrollWidth).to.be.at.most(width);
};

describe('<district-onboardings>: for everybody', () => {
  for (const [state, way] of Object.entries(ways))
    it(`is accessible when ${state}, and fits a narrow page`, async () => {
      const stage = new ListStage();
      await stage.staff();
      const element = await way(stage);
      await element.updateComplete;
      await expect(element).to.be.accessible();
      fits(innerWidth);
      await setViewport({ width: 447, height: 700 });
      fits(innerWidth);
      if (await emulate({ colorScheme: 'dark' })) {
        await setViewport({ width: 320, height: 700 });
        await expect(element).to.be.accessible();
        fits(320);
        await emulate({ colorScheme: null, forcedColors: 'active' });
        document.dir = 'rtl';
        await expect(element).to.be.accessible();
        fits(320);
        document.dir = '';
        await emulate({ forcedColors: null });
      }
      await setViewport({ width: 800, height: 600 });
    });

  it('has a header for every cell, and a name with its row for every action', async () => {
    const stage = new ListStage();
    await stage.staff();
    const element = await filled(stage);
    const headers = [...element.shadowRoot!.querySelectorAll('thead th')].map(
      ({ textContent }) => textContent,
    );
    for (const row of rowsIn(element)) {
      expect(row.children).to.have.length(headers.length);
      const labels = [...row.querySelectorAll('td')].map(({ dataset }) => dataset['label']);
      expect(labels).to.deep.equal(headers.slice(1).map((text) => text.trim()));
      const name = row.querySelector('th')!.textContent.trim();
      for (const action of row.querySelectorAll('button, a'))
        expect(action.getAttribute('aria-label')).to.contain(name);
    }
  });

  it('keeps the focus on its row when the order changes', async () => {
    const stage = new ListStage();
    await stage.staff();
    const element = await filled(stage);
    const last = rowsIn(element).at(-1)!;
    const button = last.querySelector<HTMLElement>('[part="delete"]')!;
    part(element, 'sort').click();
    await element.updateComplete;
    button.focus();
    const { row } = last.dataset;
    part(element, 'sort').click();
    await until(() => rowsIn(element).at(-1)?.dataset['row'] !== row);
    const focused = element.shadowRoot!.activeElement;
    expect(focused?.getAttribute('part')).to.equal('delete');
    expect(focused?.closest('tr')?.dataset['row']).to.equal(row);
  });

  it('speaks Spanish', async () => {
    await import('../../../src/locales/es.js');
    const stage = new ListStage();
    await stage.staff();
    await stage.make(1);
    const element = await stage.list({ attributes: { lang: 'es' } });
    await until(() => shownText(element).includes('Creada en Edlink, distrito desconocido'));
    await until(() => shownText(element).includes('Se muestran 1 de 1'));
  });
});
