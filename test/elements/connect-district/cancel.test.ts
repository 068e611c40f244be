import { expect } from '@open-wc/testing';
import type { ConnectDistrictElement } from '../../../src/elements/connect-district.js';
import { part, Stage, textOf, until } from '../stage.js';

async function waiting(stage: Stage): Promise<ConnectDistrictElement> {
  stage.answerOpen();
  const element = await stage.element();
  element.open();
  await until(() => element.state === 'waiting');
  await element.updateComplete;
  stage.events.length = 0;
  return element;
}

describe('<connect-district>: cancelling', () => {
  it('asks first, and the safe answer has the focus', async () => {
    const stage = new Stage();
    const element = await waiting(stage);
    part(element, 'cancel').click();
    const dialog = part(element, 'dialog') as HTMLDialogElement;
    expect(dialog.open).to.equal(true);
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'dialog-keep'));
    part(element, 'dialog-keep').click();
    expect(dialog.open).to.equal(false);
    expect(element.state).to.equal('waiting');
    expect(await stage.requests('DELETE')).to.deep.equal([]);
  });

  it('deletes the onboarding and says who did it', async () => {
    const stage = new Stage();
    const element = await waiting(stage);
    const onboarding_id = String(element.onboarding?.id);
    part(element, 'cancel').click();
    part(element, 'dialog-cancel').click();
    await until(() => element.state === 'cancelled');
    expect(stage.events).to.deep.equal([
      { name: 'onboarding-cancelled', detail: { onboarding_id, reason: 'user' }, state: 'cancelled' },
    ]);
    expect((await stage.onboardings())[0]?.deletedAt).not.to.equal(undefined);
  });

  it('reads again when the deletion is refused: it may be connected', async () => {
    const stage = new Stage();
    const element = await waiting(stage);
    await stage.complete(String(element.onboarding?.id));
    element.cancel();
    await until(() => element.state === 'connected');
    expect(stage.told).to.deep.equal(['integration-connected']);
  });

  it('says so when it is refused, and not when it is tried again', async () => {
    const stage = new Stage();
    const element = await waiting(stage);
    await stage.interfere(405, { body: '{}' });
    element.cancel();
    await until(() => stage.told.includes('connect-error'));
    await until(() => textOf(element).includes('could not be cancelled'));
    expect(element.state).to.equal('waiting');
    element.cancel();
    await until(() => element.state === 'cancelled');
  });

  it('takes no web page for a deletion', async () => {
    for (const status of [200, 404]) {
      const stage = new Stage();
      const element = await waiting(stage);
      await stage.interfere(status, { body: '<html>', headers: { 'Content-Type': 'text/html' } });
      element.cancel();
      await until(() => element.error?.code === 'invalid_response');
      expect(element.state).to.equal('waiting');
      element.reset();
    }
  });

  it('keeps what it had when the deletion fails', async () => {
    const stage = new Stage();
    const element = await waiting(stage);
    await stage.interfere(502, { body: '{"code":"upstream_unavailable"}' });
    element.cancel();
    await until(() => element.error);
    expect(element.state).to.equal('waiting');
    expect(stage.told).to.deep.equal(['connect-error']);
  });

  it('says "deleted" when somebody else did, after three answers over nine seconds', async () => {
    const stage = new Stage();
    const element = await waiting(stage);
    const id = String(element.onboarding?.id);
    await fetch(`${stage.proxy}/onboardings/${id}`, {
      method: 'DELETE',
      headers: { 'X-Requested-With': 'connect-district' },
    });
    element.refresh();
    const begun = performance.now();
    await until(async () => (await stage.requests('GET')).length > 1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(element.state, 'after one 404').to.equal('waiting');
    while (element.state === 'waiting' && performance.now() - begun < 14_000)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(element.state).to.equal('cancelled');
    expect(performance.now() - begun).to.be.greaterThan(9000);
    expect(stage.events.at(-1)?.detail).to.deep.equal({ onboarding_id: id, reason: 'deleted' });
  });
});
