import { expect } from '@open-wc/testing';
import type { ConnectDistrictElement } from '../../../src/elements/connect-district.js';
import { emulate, setViewport } from '../commands.js';
import { part, Stage, textOf, until } from '../stage.js';

const refuse = (code: string) => ({ body: JSON.stringify({ code }), times: 9 });

/** How to get into each state. */
const ways: Record<string, (stage: Stage) => Promise<ConnectDistrictElement>> = {
  idle: (stage) => stage.element(),
  async creating(stage) {
    await stage.interfere(0, { delay: 5000 });
    return opened(stage, 'creating');
  },
  opening: (stage) => opened(stage, 'opening'),
  async blocked(stage) {
    stage.answerOpen(true);
    const element = await stage.element();
    element.open();
    await until(() => element.state === 'blocked');
    return element;
  },
  waiting: (stage) => opened(stage, 'waiting'),
  async started(stage) {
    const element = await opened(stage, 'waiting');
    await stage.visit(String(element.onboarding?.id));
    return refreshed(element, 'started');
  },
  async connected(stage) {
    const element = await opened(stage, 'waiting');
    await stage.complete(String(element.onboarding?.id));
    return refreshed(element, 'connected');
  },
  async 'connected, with names that are long and foreign'(stage) {
    const element = await opened(stage, 'waiting');
    await stage.completeAs(element.onboarding, {
      provider: 'مدارس'.repeat(30),
      team: 'Maple Valley School District '.repeat(10),
    });
    await refreshed(element, 'connected');
    await element.updateComplete;
    part(element, 'not-yours').querySelector('summary')?.click();
    return element;
  },
  async incomplete(stage) {
    const element = await opened(stage, 'waiting');
    await stage.complete(String(element.onboarding?.id), { integration: false });
    return refreshed(element, 'incomplete');
  },
  async expired(stage) {
    const element = await opened(stage, 'waiting', {
      'expiration-date': new Date(Date.now() + 2500).toISOString(),
    });
    await new Promise((resolve) => setTimeout(resolve, 2600));
    return refreshed(element, 'expired');
  },
  async cancelled(stage) {
    const element = await opened(stage, 'waiting');
    element.cancel();
    await until(() => element.state === 'cancelled');
    return element;
  },
  async failed(stage) {
    await stage.interfere(403, refuse('forbidden'));
    return opened(stage, 'failed');
  },
};

async function opened(stage: Stage, state: string, attributes = {}): Promise<ConnectDistrictElement> {
  stage.answerOpen();
  const element = await stage.element(attributes);
  element.open();
  await until(() => element.state === state);
  return element;
}

async function refreshed(element: ConnectDistrictElement, state: string): Promise<ConnectDistrictElement> {
  element.refresh();
  await until(() => element.state === state);
  return element;
}

describe('<connect-district>: for everybody', () => {
  for (const [state, way] of Object.entries(ways))
    it(`is accessible when ${state}, has one main action and fits a narrow page`, async () => {
      const stage = new Stage();
      const element = await way(stage);
      await element.updateComplete;
      expect(element.shadowRoot?.querySelectorAll('[part~="button"]')).to.have.length(1);
      await expect(element).to.be.accessible();
      // WebKit's window does not get narrower than this.
      await setViewport({ width: 447, height: 700 });
      expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
      if (await emulate({ colorScheme: 'dark' })) {
        await setViewport({ width: 320, height: 700 });
        await expect(element).to.be.accessible();
        expect(document.documentElement.scrollWidth).to.be.at.most(320);
        await emulate({ colorScheme: null, forcedColors: 'active' });
        document.dir = 'rtl';
        await expect(element).to.be.accessible();
        expect(document.documentElement.scrollWidth).to.be.at.most(320);
        document.dir = '';
        await emulate({ forcedColors: null });
      }
      await setViewport({ width: 800, height: 600 });
      element.reset();
    });

  it('has its live region from the first render and changes it only with the state', async () => {
    const stage = new Stage();
    stage.answerOpen();
    const element = await stage.element();
    const region = part(element, 'status');
    expect(region.getAttribute('role')).to.equal('status');
    element.open();
    await until(() => element.state === 'waiting');
    await element.updateComplete;
    expect(part(element, 'status')).to.equal(region);
    let changes = 0;
    const observer = new MutationObserver((records) => (changes += records.length));
    observer.observe(region, { childList: true, subtree: true, characterData: true });
    const before = (await stage.requests('GET')).length;
    element.refresh();
    await until(async () => (await stage.requests('GET')).length > before);
    await new Promise((resolve) => setTimeout(resolve, 100));
    observer.disconnect();
    expect(changes).to.equal(0);
  });

  it('takes no focus from the page, and loses none that was in it', async () => {
    const stage = new Stage();
    stage.answerOpen();
    const input = document.createElement('input');
    document.body.append(input);
    const element = await stage.element();
    input.focus();
    element.open();
    await until(() => element.state === 'waiting');
    await element.updateComplete;
    expect(document.activeElement).to.equal(input);

    part(element, 'check').focus();
    await stage.complete(String(element.onboarding?.id));
    await refreshed(element, 'connected');
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'button'));
    input.remove();
  });

  it('marks the step that is next', async () => {
    const stage = new Stage();
    const element = await ways['waiting']?.(stage);
    const current = element?.shadowRoot?.querySelectorAll('[aria-current="step"]');
    expect(current).to.have.length(1);
    expect(current?.[0]?.textContent).to.contain('Sign in');
  });

  it('shows what became of copying, each time, and the link where it is not allowed', async () => {
    const stage = new Stage();
    const element = await opened(stage, 'waiting');
    await element.updateComplete;
    const real = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard');
    const copied: string[] = [];
    let isAllowed = true;
    const clipboard = {
      writeText: (text: string) =>
        isAllowed ? Promise.resolve(void copied.push(text)) : Promise.reject(new Error('denied')),
    };
    Object.defineProperty(Navigator.prototype, 'clipboard', { configurable: true, value: clipboard });
    const { href } = part(element, 'link') as HTMLAnchorElement;
    part(element, 'copy').click();
    await until(() => textOf(element).includes('Link copied'));
    expect(copied).to.deep.equal([href]);
    isAllowed = false;
    part(element, 'copy').click();
    await until(() => textOf(element).includes(`does not allow copying: ${href}`));
    if (real) Object.defineProperty(Navigator.prototype, 'clipboard', real);
    else Reflect.deleteProperty(Navigator.prototype, 'clipboard');
  });

  it('writes a mail that says who asks, for whom, where the link leads and until when', async () => {
    const stage = new Stage();
    const element = await opened(stage, 'waiting', { 'district-name': 'USD 259 & friends' });
    await element.updateComplete;
    const mail = new URL((part(element, 'mail') as HTMLAnchorElement).href);
    expect(mail.protocol).to.equal('mailto:');
    expect(mail.searchParams.get('subject')).to.equal('Please connect USD 259 & friends to Lessonlake');
    const body = mail.searchParams.get('body') ?? '';
    expect(body).to.contain((part(element, 'link') as HTMLAnchorElement).href);
    for (const words of [location.host, 'works until', 'sign in to Lessonlake'])
      expect(body).to.contain(words);
  });
});
