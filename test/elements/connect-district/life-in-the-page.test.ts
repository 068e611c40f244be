import { expect } from '@open-wc/testing';
import { ConnectDistrictElement } from '../../../src/elements/connect-district.js';
import { part, Stage, textOf, until } from '../stage.js';

const task = (time = 0): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, time));

async function waiting(stage: Stage): Promise<ConnectDistrictElement> {
  stage.answerOpen();
  const element = await stage.element();
  element.open();
  await until(() => element.state === 'waiting');
  return element;
}

describe('<connect-district>: life in the page', () => {
  it('goes on when it is moved, with one request at the most', async () => {
    const stage = new Stage();
    const element = await waiting(stage);
    const before = (await stage.requests('GET')).length;
    const other = document.createElement('section');
    document.body.append(other);
    for (let i = 0; i < 5; i++) {
      other.append(element);
      document.body.append(element);
    }
    await task(200);
    expect((await stage.requests('GET')).length - before).to.be.at.most(1);
    expect(element.state).to.equal('waiting');
    element.remove();
    other.remove();
  });

  it('survives mount, unmount and mount in the middle of the POST with one onboarding', async () => {
    const stage = new Stage();
    stage.answerOpen();
    const element = await stage.element();
    await stage.interfere(0, { delay: 200 });
    element.open();
    const parent = element.parentElement as HTMLElement;
    element.remove();
    await task();
    parent.append(element);
    await until(() => element.onboarding);
    expect(await stage.onboardings()).to.have.length(1);
    expect(stage.told.filter((name) => name === 'onboarding-created')).to.have.length(1);
  });

  it('is silent one tick after it was removed', async () => {
    const stage = new Stage();
    const element = await waiting(stage);
    element.remove();
    await task();
    const before = (await stage.requests()).length;
    for (const type of ['focus', 'online', 'pageshow']) window.dispatchEvent(new Event(type));
    new BroadcastChannel('connect-district').postMessage({ type: 'returned' });
    await task(400);
    expect(await stage.requests()).to.have.length(before);
  });

  it('answers the return page while it waits, and nobody else', async () => {
    const stage = new Stage();
    const channel = new BroadcastChannel('connect-district');
    const heard: unknown[] = [];
    channel.onmessage = ({ data }) => heard.push(data);
    const idle = await stage.element();
    channel.postMessage({ type: 'returned' });
    await task(150);
    expect(heard).to.deep.equal([]);
    idle.remove();

    const element = await waiting(stage);
    channel.postMessage({ type: 'something else' });
    channel.postMessage(null);
    channel.postMessage({ type: 'returned' });
    await until(() => heard.length > 1);
    expect(heard).to.deep.equal([
      { type: 'acknowledged' },
      { type: 'asked', proxy: new URL(stage.proxy, location.href).href },
    ]);
    await stage.complete(String(element.onboarding?.id));
    // The ladder asks again by itself after a message that came too early.
    await until(() => element.state === 'connected');
    channel.close();
  });

  it('believes no message: only an answer of the proxy changes the state', async () => {
    const stage = new Stage();
    const element = await waiting(stage);
    const before = (await stage.requests('GET')).length;
    const channel = new BroadcastChannel('connect-district');
    for (let i = 0; i < 50; i++) channel.postMessage({ type: 'returned', state: 'completed' });
    await task(400);
    channel.close();
    expect(element.state).to.equal('waiting');
    expect((await stage.requests('GET')).length - before).to.equal(1);
  });

  it('keeps properties that were set before the upgrade', async () => {
    const stage = new Stage();
    const tag = 'late-district';
    const plain = document.createElement(tag);
    Object.assign(plain, { proxy: stage.proxy, headers: () => ({ Authorization: 'Bearer x' }) });
    document.body.append(plain);
    customElements.define(tag, class extends ConnectDistrictElement {});
    const element = document.querySelector<ConnectDistrictElement>(tag);
    stage.answerOpen();
    element?.open();
    await until(() => element?.onboarding);
    expect((await stage.requests('POST'))[0]?.headers['authorization']).to.equal('Bearer x');
    plain.remove();
  });

  it('takes what was set in this very task', async () => {
    const stage = new Stage();
    stage.answerOpen();
    const element = await stage.element({ proxy: '/elsewhere' });
    element.setAttribute('proxy', stage.proxy);
    element.open();
    await until(() => element.onboarding);
  });

  it('sends the CSRF token from attribute, meta or cookie', async () => {
    const meta = document.createElement('meta');
    Object.assign(meta, { name: 'csrf-token', content: 'from-meta' });
    document.head.append(meta);
    document.cookie = 'csrftoken=from%2Dcookie; path=/';
    const sources: [Record<string, string>, string, string][] = [
      [{ 'csrf-token': 'given', 'csrf-meta': 'csrf-token' }, 'x-csrf-token', 'given'],
      [{ 'csrf-meta': 'csrf-token', 'csrf-cookie': 'csrftoken' }, 'x-csrf-token', 'from-meta'],
      [{ 'csrf-cookie': 'csrftoken', 'csrf-header': 'X-CSRFToken' }, 'x-csrftoken', 'from-cookie'],
    ];
    for (const [attributes, header, value] of sources) {
      const stage = new Stage();
      stage.answerOpen();
      const element = await stage.element(attributes);
      element.open();
      await until(() => element.onboarding);
      expect((await stage.requests('POST'))[0]?.headers[header]).to.equal(value);
      element.reset();
    }
    meta.remove();
    document.cookie = 'csrftoken=; max-age=0; path=/';
  });

  it('submits the integration with its form, and holds a form back that needs it', async () => {
    const stage = new Stage();
    const form = document.createElement('form');
    document.body.append(form);
    const element = await stage.element({ name: 'integration', required: '' });
    form.append(element);
    await element.updateComplete;
    expect(form.checkValidity()).to.equal(false);
    expect(new FormData(form).get('integration')).to.equal(null);
    const id = crypto.randomUUID();
    element.integrationId = id;
    await element.updateComplete;
    expect(form.checkValidity()).to.equal(true);
    expect(new FormData(form).get('integration')).to.equal(id);
    form.remove();
  });

  it('does nothing while it, or its fieldset, is disabled', async () => {
    const stage = new Stage();
    stage.answerOpen();
    const element = await stage.element({ disabled: '' });
    part(element, 'button').click();
    expect(element.state).to.equal('idle');
    const fieldset = document.createElement('fieldset');
    fieldset.disabled = true;
    document.body.append(fieldset);
    fieldset.append(element);
    element.disabled = false;
    await element.updateComplete;
    part(element, 'button').click();
    expect(element.state).to.equal('idle');
    fieldset.disabled = false;
    await element.updateComplete;
    part(element, 'button').click();
    expect(element.state).to.equal('creating');
    fieldset.remove();
  });

  it('shows its state to stylesheets', async () => {
    const stage = new Stage();
    stage.answerOpen();
    const element = await stage.element();
    expect(element.matches(':state(idle)')).to.equal(true);
    element.open();
    expect(element.matches(':state(creating)')).to.equal(true);
    await until(() => element.matches(':state(waiting)'));
    expect(element.matches(':state(idle)')).to.equal(false);
    element.reset();
  });

  it('speaks the language of the element or its nearest ancestor', async () => {
    await import('../../../src/locales/es.js');
    const stage = new Stage();
    const element = await stage.element({ lang: 'es-MX' });
    await until(() => textOf(element).includes('pestaña nueva'));
    element.removeAttribute('lang');
    await element.updateComplete;
    expect(textOf(element)).to.contain('new tab');
    (element.parentElement as HTMLElement).lang = 'es';
    element.requestUpdate();
    await element.updateComplete;
    expect(textOf(element)).to.contain('pestaña nueva');
  });

  it('names another place than Edlink by its host', async () => {
    const stage = new Stage();
    expect(textOf(await stage.element())).to.contain(`Opens ${location.host} in a new tab`);
    const plain = await stage.element({ 'onboard-base': 'https://ed.link/onboard/' });
    expect(textOf(plain)).to.contain('Opens Edlink in a new tab');
  });
});
