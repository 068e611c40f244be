import { expect } from '@open-wc/testing';
import { part, Stage, until } from '../stage.js';

describe('<connect-district>: the happy way', () => {
  it('makes no request while idle', async () => {
    const stage = new Stage();
    const element = await stage.element();
    expect(element.state).to.equal('idle');
    expect(await stage.requests()).to.deep.equal([]);
  });

  it('opens the tab inside the click and sends it to the page of the new onboarding', async () => {
    const stage = new Stage();
    stage.answerOpen();
    const element = await stage.element();
    part(element, 'button').click();
    expect(element.state).to.equal('creating');
    const [tab] = stage.tabs;
    expect(tab?.document.title).to.contain('Opening');
    expect(tab?.opener).to.equal(null);
    expect(tab?.location.href).to.equal('about:blank');

    await until(() => element.state === 'opening');
    expect(tab?.location.href).to.equal(stage.onboardBase + String(element.onboarding?.id));
    await until(() => element.state === 'waiting');
    expect((part(element, 'link') as HTMLAnchorElement).href).to.equal(tab?.location.href);
  });

  it('tells each step once, with the state already changed, and ends with the id', async () => {
    const stage = new Stage();
    stage.answerOpen();
    const element = await stage.element({ name: 'integration' });
    part(element, 'button').click();
    await until(() => element.onboarding);
    const id = String(element.onboarding?.id);

    await stage.visit(id);
    element.refresh();
    await until(() => element.state === 'started');
    await stage.complete(id);
    element.refresh();
    await until(() => element.state === 'connected');
    element.refresh();

    expect(stage.events.map(({ name, state }) => [name, state])).to.deep.equal([
      ['before-connect', 'idle'],
      ['onboarding-created', 'opening'],
      ['onboarding-started', 'started'],
      ['integration-connected', 'connected'],
    ]);
    const detail = stage.events.at(-1)?.detail as Record<string, unknown>;
    expect(detail).to.include({ onboarding_id: id, integration_id: element.integrationId, resumed: false });
    expect(detail['onboarding']).to.deep.include({ id, state: 'completed' });
  });

  it('lets a host prevent it', async () => {
    const stage = new Stage();
    stage.answerOpen();
    const element = await stage.element();
    element.addEventListener('before-connect', (event) => {
      event.preventDefault();
    });
    part(element, 'button').click();
    expect(element.state).to.equal('idle');
    expect(stage.tabs).to.deep.equal([]);
    expect(await stage.requests()).to.deep.equal([]);
  });

  it('sends one POST for a double click, and only what the host has set', async () => {
    const stage = new Stage();
    stage.answerOpen();
    const element = await stage.element({ 'redirect-uri': '/return.html' });
    part(element, 'button').click();
    part(element, 'button').click();
    element.open();
    await until(() => element.onboarding);
    const posts = await stage.requests('POST');
    expect(posts).to.have.length(1);
    expect(JSON.parse(posts[0]?.body ?? '')).to.deep.equal({
      redirect_uri: `${location.origin}/return.html`,
    });
    expect(posts[0]?.headers['x-requested-with']).to.equal('connect-district');
    expect(posts[0]?.headers['idempotency-key']).to.match(/^[\da-f]{32}$/);
    expect(stage.tabs).to.have.length(1);
  });

  it('says "blocked" and shows the link where the browser stops the tab', async () => {
    const stage = new Stage();
    stage.answerOpen(true);
    const element = await stage.element();
    part(element, 'button').click();
    await until(() => element.state === 'blocked');
    await element.updateComplete;
    const link = part(element, 'link') as HTMLAnchorElement;
    expect(link.part.contains('button')).to.equal(true);
    link.addEventListener('click', (event) => {
      event.preventDefault();
    });
    link.click();
    expect(element.state).to.equal('waiting');
  });

  it('bubbles out of shadow roots', async () => {
    const stage = new Stage();
    stage.answerOpen();
    const outer = document.createElement('div');
    document.body.append(outer);
    const inner = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(inner);
    const element = await stage.element();
    inner.append(element);
    let heard = 0;
    document.addEventListener('onboarding-created', () => heard++, { once: true });
    element.open();
    await until(() => heard === 1);
    outer.remove();
  });
});
