import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { integrationId, key, ourId } from '../contract/samples.js';
import { Run, waiting } from './run.js';

const types = (run: Run) => run.effects.map(({ type }) => type);

describe('a click', () => {
  it('opens the tab and stores the key before it posts', () => {
    const run = new Run().click();
    assert.deepEqual(types(run), ['rest', 'open-tab', 'remember', 'create']);
    assert.equal(run.state.name, 'creating');
    assert.deepEqual(run.memory, { key });
  });

  it('makes one onboarding when it is a double click', () => {
    const run = new Run().click().click('another-key-long-enough');
    assert.deepEqual(run.effects, []);
    assert.deepEqual(
      run.creates.map((create) => create.key),
      [key],
    );
  });

  it('sends the tab to the page of the new onboarding, and remembers its id', () => {
    const run = new Run().click().created();
    assert.equal(run.state.name, 'opening');
    assert.equal(run.tab, 'sent');
    assert.deepEqual(run.memory, { key, id: ourId });
    assert.deepEqual(run.told, ['onboarding-created']);
  });

  it('shows "opening" for a second, then "waiting", and asks 15 seconds after it began', () => {
    const run = new Run().click().created();
    run.pass(999);
    assert.equal(run.state.name, 'opening');
    run.pass(1);
    assert.equal(run.state.name, 'waiting');
    assert.equal(run.nextRead(), 14_000);
  });

  it('opens no second tab while the first is opening', () => {
    assert.deepEqual(new Run().click().created().click().effects, []);
  });

  it('opens the page again once it is waiting or started', () => {
    for (const state of ['created', 'started']) {
      const run = waiting().signal();
      run.nextRead();
      run.answer({ state }).click();
      assert.deepEqual(run.effects, [{ type: 'open-page', id: ourId }]);
      assert.equal(run.creates.length, 1);
    }
  });
});

describe('a blocked tab', () => {
  const blocked = () => {
    const run = new Run();
    run.opensTabs = false;
    return run.click();
  };

  it('does not stop the POST, and leads to the emphasised link', () => {
    const { state } = blocked().created();
    assert.equal(state.name, 'blocked');
    assert('refused' in state && state.refused === true);
  });

  it('is polled on', () => {
    const run = blocked().created();
    assert.equal(run.nextRead(), 15_000);
    assert.equal(run.answer().state.name, 'blocked');
  });

  it('is over when the person follows the link', () => {
    assert.equal(blocked().created().send({ type: 'tab', opened: true }).state.name, 'waiting');
  });

  it('is what a tab is that was closed before the POST was answered', () => {
    const run = new Run().click();
    run.tab = 'none';
    assert.equal(run.created().state.name, 'blocked');
  });

  it('changes nothing for an onboarding that is under way', () => {
    const run = waiting().signal();
    run.nextRead();
    run.answer({ state: 'started' });
    run.opensTabs = false;
    assert.equal(run.click().state.name, 'started');
  });
});

describe('a POST that answers with the live onboarding of a colleague', () => {
  it('is shown as started, with the tab sent there', () => {
    const run = new Run().click().created({ state: 'started' });
    assert.equal(run.state.name, 'started');
    assert.equal(run.tab, 'sent');
    assert.deepEqual(run.told, ['onboarding-created', 'onboarding-started']);
  });

  it('is connected at once if it is completed, and the blank tab is closed', () => {
    const run = new Run().click().created({ state: 'completed', integration_id: integrationId });
    assert.equal(run.state.name, 'connected');
    assert.equal(run.tab, 'none');
    assert.equal(run.memory, undefined);
    assert.deepEqual(run.told, ['onboarding-created', 'integration-connected']);
  });
});

describe('nothing', () => {
  it('is asked by an idle flow, whatever wakes it', () => {
    const run = new Run();
    for (const event of [{ type: 'resume' }, { type: 'refresh' }, { type: 'timer' }] as const)
      assert.deepEqual(run.send(event).effects, []);
    assert.deepEqual(run.signal(true).effects, []);
  });
});
