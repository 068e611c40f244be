import { expect } from '@open-wc/testing';
import { part, Stage, until } from '../stage.js';

// Elements of one page that wait at the same proxy make one question of all of theirs.
describe('two elements of a page', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage();
    stage.answerOpen();
  });

  const canvas = '035d6dd6-1569-47b2-8ed8-63435be58078';

  const both = async () => {
    const elements = [await stage.element(), await stage.element({ 'provider-id': canvas })];
    for (const element of elements) {
      part(element, 'button').click();
      await until(() => element.onboarding);
    }
    return elements;
  };

  it('ask once, and each hears of its own', async () => {
    const [one, other] = await both();
    const before = (await stage.requests('GET')).length;
    await stage.complete(other!.onboarding!.id);
    await new Promise((resolve) => setTimeout(resolve, 1300));
    window.dispatchEvent(new Event('focus'));
    await until(() => other!.state === 'connected');
    await until(() => one!.state === 'waiting' || one!.state === 'started');
    const asked = (await stage.requests('GET')).slice(before);
    expect(asked.map(({ path }) => path)).to.deep.equal(['/edlink/onboardings']);
    expect(stage.told.filter((name) => name === 'integration-connected')).to.have.length(1);
  });

  it('that follow the same onboarding are both told', async () => {
    const first = await stage.element();
    part(first, 'button').click();
    await until(() => first.onboarding);
    const { id } = first.onboarding!;
    const second = await stage.element({ 'onboarding-id': id });
    await until(() => second.onboarding);
    await stage.complete(id);
    await new Promise((resolve) => setTimeout(resolve, 1300));
    second.refresh();
    await until(() => first.state === 'connected' && second.state === 'connected');
    expect(stage.told.filter((name) => name === 'integration-connected')).to.have.length(2);
  });
});
