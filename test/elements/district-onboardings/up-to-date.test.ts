import { expect } from '@open-wc/testing';
import { until } from '../stage.js';
import { ListStage, rowOf, rowsIn } from './list-stage.js';

const oneSignal = () => new Promise((resolve) => setTimeout(resolve, 1300));

describe('<district-onboardings>: up to date', () => {
  let stage: ListStage;
  beforeEach(async () => {
    stage = new ListStage();
    await stage.staff();
  });

  const connected = () => stage.events.filter(({ name }) => name === 'integration-connected');

  it('tells once of each that it sees completing, and of none that was completed before', async () => {
    const before = await stage.invite('usd-259');
    await stage.complete(before);
    const maple = await stage.invite('maple-valley');
    const element = await stage.list();
    await stage.complete(maple);
    await oneSignal();
    window.dispatchEvent(new Event('focus'));
    await until(() => connected().length > 0);
    expect(rowOf(element, maple).textContent).to.contain('Needs your approval in Edlink');
    await oneSignal();
    element.refresh();
    window.dispatchEvent(new Event('focus'));
    await oneSignal();
    expect(connected()).to.have.length(1);
    expect(connected()[0]!.detail).to.deep.include({ onboarding_id: maple, resumed: true });
  });

  it('asks together with a <connect-district> of the same page', async () => {
    await stage.signIn('usd-259');
    stage.answerOpen();
    const connect = await stage.element();
    connect.open();
    await until(() => connect.onboarding);
    const { id } = connect.onboarding!;
    const element = await stage.list();
    expect(rowsIn(element)).to.have.length(1);
    await oneSignal();
    await stage.complete(id);
    const before = (await stage.requests('GET')).length;
    window.dispatchEvent(new Event('focus'));
    await until(() => connect.state === 'connected');
    await until(() => rowOf(element, id).textContent.includes('Needs your approval'));
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect((await stage.requests('GET')).length - before).to.equal(1);
  });

  it('shows what is new in Edlink, and asks no more once it is removed', async () => {
    await stage.make(1);
    const element = await stage.list();
    await stage.make(1);
    await oneSignal();
    window.dispatchEvent(new Event('focus'));
    await until(() => rowsIn(element).length === 2);
    element.remove();
    await oneSignal();
    const before = (await stage.requests('GET')).length;
    window.dispatchEvent(new Event('focus'));
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(await stage.requests('GET')).to.have.length(before);
  });

  it('goes on when it comes back into the page', async () => {
    await stage.make(1);
    const element = await stage.list();
    const parent = element.parentElement!;
    element.remove();
    await oneSignal();
    await stage.make(1);
    parent.append(element);
    await until(() => rowsIn(element).length === 2);
  });
});
