import { expect } from '@open-wc/testing';
import type { ConnectDistrictElement } from '../../../src/elements/connect-district.js';
import { Stage, textOf, until } from '../stage.js';

/** What a reload leaves: the storage, and nothing of the element. */
async function reload(stage: Stage, before: ConnectDistrictElement): Promise<ConnectDistrictElement> {
  before.remove();
  await new Promise((resolve) => setTimeout(resolve));
  stage.events.length = 0;
  return stage.element();
}

async function begin(stage: Stage): Promise<ConnectDistrictElement> {
  stage.answerOpen();
  const element = await stage.element();
  element.open();
  await until(() => element.onboarding);
  return element;
}

describe('<connect-district>: going on', () => {
  it('goes on with the same onboarding after a reload, and says so', async () => {
    const stage = new Stage();
    const before = await begin(stage);
    const id = String(before.onboarding?.id);
    const after = await reload(stage, before);
    await until(() => after.state === 'waiting');
    expect(after.onboarding?.id).to.equal(id);
    await stage.complete(id);
    after.refresh();
    await until(() => after.state === 'connected');
    expect(stage.told).to.deep.equal(['integration-connected']);
    expect(stage.events[0]?.detail).to.include({ onboarding_id: id, resumed: true });
    expect(await stage.onboardings()).to.have.length(1);
  });

  it('goes on with the same key after a reload between POST and answer', async () => {
    const stage = new Stage();
    stage.answerOpen();
    await stage.interfere(0, { delay: 500 });
    const before = await stage.element();
    before.open();
    await until(async () => (await stage.requests('POST')).length === 1);
    const [tab] = stage.tabs;
    const after = await reload(stage, before);
    expect(tab?.closed, 'the blank tab').to.equal(true);
    await until(() => after.onboarding);
    const keys = (await stage.requests('POST')).map(({ headers }) => headers['idempotency-key']);
    expect(keys).to.have.length(2);
    expect(keys[0]).to.equal(keys[1]);
    expect(await stage.onboardings()).to.have.length(1);
    expect(after.state).to.equal('blocked');
  });

  it('shows nothing of somebody who was signed in before', async () => {
    const stage = new Stage();
    const before = await begin(stage);
    await stage.signIn('usd-500');
    const after = await reload(stage, before);
    await until(async () => (await stage.requests('GET')).length > 0);
    expect(after.state).to.equal('idle');
    expect(after.onboarding).to.equal(null);
    expect(textOf(after)).not.to.contain('onboard/');
    expect(stage.told).to.deep.equal([]);
  });

  it('follows an onboarding it is given, whatever it remembers', async () => {
    const stage = new Stage();
    const first = await begin(stage);
    const id = String(first.onboarding?.id);
    first.remove();
    localStorage.clear();
    stage.events.length = 0;
    const second = await stage.element({ 'onboarding-id': id.toUpperCase() });
    await until(() => second.state === 'waiting');
    expect(second.onboarding?.id).to.equal(id);
  });

  it('begins anew when the host gives it another proxy in the middle', async () => {
    const stage = new Stage();
    const element = await begin(stage);
    element.proxy = new Stage().proxy;
    await element.updateComplete;
    expect(element.state).to.equal('idle');
    element.proxy = stage.proxy;
    await until(() => element.state === 'waiting');
  });

  it('is connected, and silent, when the host says so', async () => {
    const stage = new Stage();
    const integrationId = crypto.randomUUID();
    const element = await stage.element({ 'integration-id': integrationId });
    expect([element.state, element.integrationId]).to.deep.equal(['connected', integrationId]);
    expect(stage.told).to.deep.equal([]);
    expect(await stage.requests()).to.deep.equal([]);
    element.removeAttribute('integration-id');
    await element.updateComplete;
    expect([element.state, element.integrationId]).to.deep.equal(['idle', null]);
  });

  it('says nothing twice to a host that writes back what it was told', async () => {
    const stage = new Stage();
    const element = await begin(stage);
    const id = String(element.onboarding?.id);
    element.addEventListener('integration-connected', ({ detail }) => {
      element.setAttribute('integration-id', detail.integration_id);
    });
    await stage.complete(id);
    element.refresh();
    await until(() => element.state === 'connected');
    await element.updateComplete;
    element.setAttribute('onboarding-id', id);
    await element.updateComplete;
    expect(stage.told.filter((name) => name === 'integration-connected')).to.have.length(1);
    expect(element.state).to.equal('connected');
  });

  it('forgets with reset(), and deletes nothing', async () => {
    const stage = new Stage();
    const before = await begin(stage);
    before.reset();
    expect(before.state).to.equal('idle');
    const after = await reload(stage, before);
    expect(after.state).to.equal('idle');
    expect((await stage.onboardings())[0]?.state).to.equal('created');
    expect(await stage.requests('DELETE')).to.deep.equal([]);
  });

  it('works for the life of the page where storage is blocked', async () => {
    const stage = new Stage();
    const real = Object.getOwnPropertyDescriptor(window, 'localStorage') as PropertyDescriptor;
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    try {
      const element = await begin(stage);
      await stage.complete(String(element.onboarding?.id));
      element.refresh();
      await until(() => element.state === 'connected');
    } finally {
      Object.defineProperty(window, 'localStorage', real);
    }
  });
});
