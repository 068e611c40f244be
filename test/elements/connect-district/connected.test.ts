import { expect } from '@open-wc/testing';
import type { ConnectDistrictElement } from '../../../src/elements/connect-district.js';
import { registerLocale } from '../../../src/locales/registry.js';
import { part, Stage, textOf, until } from '../stage.js';

const ours = { provider: 'Canvas', team: 'Maple Valley School District' };

/** Goes from a click to the end, where the server says whose system it is. */
async function connectedAs(
  stage: Stage,
  integration: Record<string, string | null>,
  { isApproved = false, attributes = {} } = {},
): Promise<ConnectDistrictElement> {
  stage.answerOpen();
  const element = await stage.element(attributes);
  element.open();
  await until(() => element.state === 'waiting');
  await stage.completeAs(element.onboarding, integration, isApproved);
  element.refresh();
  await until(() => element.state === 'connected');
  await element.updateComplete;
  return element;
}

const detailsOf = (element: ConnectDistrictElement): HTMLDetailsElement | null | undefined =>
  element.shadowRoot?.querySelector('details[part="not-yours"]');

describe('<connect-district>: whose system was connected', () => {
  it('says it in the live region, each name isolated, and hands it on with the event', async () => {
    const stage = new Stage();
    const element = await connectedAs(stage, ours);
    const names = part(element, 'integration');
    expect(part(element, 'status').contains(names)).to.equal(true);
    expect(names.textContent.trim()).to.equal('Canvas, Maple Valley School District');
    expect(Array.from(names.querySelectorAll('bdi'), (name) => name.textContent)).to.deep.equal([
      ours.provider,
      ours.team,
    ]);
    const { name, detail } = stage.events.at(-1) ?? {};
    expect(name).to.equal('integration-connected');
    expect((detail as { onboarding: unknown }).onboarding).to.deep.include({ $host: { integration: ours } });
  });

  it('says what to do when it is another’s, before the vendor has approved it', async () => {
    const element = await connectedAs(new Stage(), ours);
    const details = detailsOf(element);
    expect(details?.open).to.equal(false);
    const summary = details?.querySelector('summary');
    expect(summary?.textContent).to.equal('Not your district?');
    summary?.focus();
    expect(element.shadowRoot?.activeElement).to.equal(summary);
    summary?.click();
    await until(() => details?.open);
    for (const words of [
      'somebody else who has the link',
      'cannot be undone here',
      'Tell Lessonlake and give them this code. No data is shared until they approve',
      String(element.integrationId),
    ])
      expect(details?.textContent).to.contain(words);
    expect(details?.textContent).not.to.contain('already');
  });

  it('does not promise that nothing is shared where no approval is needed', async () => {
    const element = await connectedAs(new Stage(), ours, { isApproved: true });
    expect(detailsOf(element)?.textContent).to.contain('Tell Lessonlake now');
    expect(detailsOf(element)?.textContent).to.contain('data may be shared already');
    expect(textOf(element)).not.to.contain('No data is shared');
  });

  for (const [what, integration, shown] of [
    ['the provider only', { provider: 'Canvas', team: null }, 'Canvas'],
    ['the team only', { provider: '', team: 'Maple Valley' }, 'Maple Valley'],
  ] as const)
    it(`says what is known: ${what}`, async () => {
      const element = await connectedAs(new Stage(), integration);
      expect(part(element, 'integration').textContent.trim()).to.equal(shown);
      expect(detailsOf(element)).not.to.equal(null);
    });

  it('asks nobody where no name is known', async () => {
    const element = await connectedAs(new Stage(), { provider: '', team: null });
    expect(detailsOf(element)).to.equal(null);
    expect(element.shadowRoot?.querySelector('[part="integration"]')).to.equal(null);
    expect(textOf(element)).to.contain('Lessonlake now reviews the connection');
  });

  it('knows nothing of a connection that the host has named', async () => {
    const stage = new Stage();
    const element = await stage.element({ 'integration-id': crypto.randomUUID() });
    expect(element.state).to.equal('connected');
    expect(detailsOf(element)).to.equal(null);
    expect(textOf(element)).not.to.contain('reviews');
  });

  it('takes the host’s word for who connects', async () => {
    registerLocale('en-university', { organization: 'university' });
    const element = await connectedAs(new Stage(), ours, { attributes: { lang: 'en-university' } });
    expect(detailsOf(element)?.querySelector('summary')?.textContent).to.equal('Not your university?');
  });

  it('shows a name as the text it is', async () => {
    const element = await connectedAs(new Stage(), { provider: '<b>Canvas</b>', team: null });
    expect(part(element, 'integration').textContent).to.contain('<b>Canvas</b>');
  });
});
