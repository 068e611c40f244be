import { expect } from '@open-wc/testing';
import type { ConnectDistrictElement } from '../../../src/elements/connect-district.js';
import { part, Stage, textOf, until } from '../stage.js';

async function waiting(
  stage: Stage,
  attributes: Record<string, string> = {},
): Promise<ConnectDistrictElement> {
  stage.answerOpen();
  const element = await stage.element(attributes);
  element.open();
  await until(() => element.state === 'waiting');
  stage.events.length = 0;
  return element;
}

const problem = (code: string): { body: string; headers: object } => ({
  body: JSON.stringify({ code, title: 'x' }),
  headers: { 'Content-Type': 'application/problem+json' },
});

describe('<connect-district>: trouble', () => {
  const passing = [
    { what: 'an outage', status: 502, ...problem('upstream_unavailable'), code: 'upstream_unavailable' },
    { what: 'a login page with 200', status: 200, body: '<html>Sign in</html>', code: 'invalid_response' },
    { what: 'garbage', status: 200, body: '{"id":7}', code: 'invalid_response' },
    { what: 'a host that is not ready', status: 503, ...problem('host_not_ready'), code: 'host_not_ready' },
  ];
  for (const { what, status, code, ...rest } of passing)
    it(`stays, says so, and recovers from ${what}`, async () => {
      const stage = new Stage();
      const element = await waiting(stage);
      await stage.interfere(status, rest);
      element.refresh();
      await until(() => element.error?.code === code);
      await element.updateComplete;
      expect(element.state).to.equal('waiting');
      expect(part(element, 'error').textContent).to.contain(code);
      element.refresh();
      await until(() => element.error === null);
      expect(stage.told).to.deep.equal(['connect-error']);
      expect(stage.events[0]?.detail).to.include({ code, retryable: true });
    });

  it('gives up an answer that begins and does not end', async () => {
    const stage = new Stage();
    const element = await waiting(stage);
    const real = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = (time) => real(time / 50);
    await stage.interfere(200, { isEndless: true });
    element.refresh();
    await until(() => element.error?.code === 'network');
    AbortSignal.timeout = real;
    element.refresh();
    await until(() => element.error === null);
  });

  it('takes a failure of the host’s own headers for one that passes', async () => {
    const stage = new Stage();
    const element = await waiting(stage);
    for (const thrown of [
      new DOMException('gone', 'AbortError'),
      Object.assign(new Error('x'), { code: 'auth/expired' }),
    ]) {
      element.headers = () => Promise.reject(thrown);
      element.refresh();
      await until(() => element.error?.code === 'network');
      expect(element.state).to.equal('waiting');
      element.headers = () => ({});
      element.refresh();
      await until(() => element.error === null);
    }
  });

  it('asks somebody who is signed out to sign in, and goes on when they come back', async () => {
    const stage = new Stage();
    const element = await waiting(stage);
    await stage.signIn(null);
    element.refresh();
    await until(() => element.error?.code === 'unauthorized');
    expect(textOf(element)).to.contain('signed out');
    expect(part(element, 'link')).to.be.instanceOf(HTMLAnchorElement);
    await stage.signIn('usd-259');
    // Events right after a question belong to the same return to the tab.
    await new Promise((resolve) => setTimeout(resolve, 600));
    window.dispatchEvent(new Event('focus'));
    await until(() => element.error === null);
    expect(element.state).to.equal('waiting');
  });

  it('takes a redirect for a login page', async () => {
    const stage = new Stage();
    const element = await waiting(stage);
    await stage.interfere(302, { headers: { Location: '/login' } });
    element.refresh();
    await until(() => element.error?.code === 'unauthorized');
  });

  it('closes the blank tab when nothing can be created, tries again by itself, then shows the link', async () => {
    const stage = new Stage();
    stage.answerOpen();
    const element = await stage.element();
    await stage.interfere(502, problem('upstream_unavailable'));
    element.open();
    await until(() => element.error);
    expect(stage.tabs[0]?.closed).to.equal(true);
    expect(element.state).to.equal('creating');
    await until(() => element.state === 'blocked');
    const keys = (await stage.requests('POST')).map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).to.equal(1);
    expect(await stage.onboardings()).to.have.length(1);
  });

  it('gives up on a refusal, names the code, and starts again on a click', async () => {
    const stage = new Stage();
    stage.answerOpen();
    const element = await stage.element();
    await stage.interfere(403, problem('forbidden'));
    element.open();
    await until(() => element.state === 'failed');
    await element.updateComplete;
    expect(part(element, 'code').textContent).to.contain('forbidden');
    part(element, 'button').click();
    await until(() => element.state === 'opening');
  });

  it('tells the developer which attribute cannot be meant', async () => {
    const stage = new Stage();
    stage.answerOpen();
    const wrong: [string, string][] = [
      ['proxy', ''],
      ['proxy', 'javascript:alert(1)'],
      ['proxy', '/edlink?x=1'],
      ['onboard-base', 'https://user@ed.link/onboard/'],
      ['onboard-base', 'ftp://ed.link/'],
      ['redirect-uri', 'https://evil.example/'],
    ];
    for (const [name, value] of wrong) {
      const element = await stage.element({ [name]: value });
      element.open();
      await element.updateComplete;
      expect(element.state, `${name}=${value}`).to.equal('failed');
      expect(element.error?.code).to.equal('misconfigured');
      expect(part(element, 'detail').textContent).to.contain(`${name}="${value}"`);
    }
    expect(stage.tabs).to.deep.equal([]);
  });

  it('takes a POST that nobody answers there for a wrong proxy, and names the URL', async () => {
    const stage = new Stage();
    stage.answerOpen();
    const element = await stage.element({ proxy: `/stage/${stage.name}/nothing` });
    element.open();
    await until(() => element.state === 'failed');
    expect(element.error?.message).to.contain(`/stage/${stage.name}/nothing/onboardings answered 404`);
  });

  it('asks twice more when it is completed without an integration, then says incomplete', async () => {
    const stage = new Stage();
    const element = await waiting(stage);
    await stage.complete(String(element.onboarding?.id), { integration: false });
    const before = (await stage.requests('GET')).length;
    element.refresh();
    await until(() => element.state === 'incomplete');
    expect((await stage.requests('GET')).length - before).to.equal(3);
    expect(stage.told).to.deep.equal(['onboarding-incomplete']);
  });

  it('says expired after two answers past the date, and lets a late completion win', async () => {
    const stage = new Stage();
    const soon = new Date(Date.now() + 2500).toISOString();
    const element = await waiting(stage, { 'expiration-date': soon });
    const id = String(element.onboarding?.id);
    await new Promise((resolve) => setTimeout(resolve, 2600));
    element.refresh();
    await until(() => element.state === 'expired');
    expect(stage.told).to.deep.equal(['onboarding-expired']);
    await stage.complete(id);
    element.refresh();
    await until(() => element.state === 'connected');
  });
});
