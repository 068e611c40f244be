import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSimulator } from '../../../src/simulator/index.js';
import { post, remove, schoolOf } from './calling.js';

function linked() {
  const simulator = createSimulator();
  const school = schoolOf(simulator);
  school.addLinks([
    { user: 123, external_id: 'ada' },
    { user: 456, link_type: 'saml2', external_id: 'grace@example.com' },
  ]);
  return { simulator, school };
}

describe('deleting', () => {
  test('an external link: 204, and its id is never used again', async () => {
    const { simulator, school } = linked();
    const { status, text } = await remove(simulator, 1);
    assert.deepEqual([status, text], [204, '']);
    assert.deepEqual(
      school.links.map(({ id }) => id),
      [2],
    );
    await post(simulator, { user_id: 123, external_id: 'ada' });
    assert.deepEqual(
      school.links.map(({ id }) => id),
      [2, 3],
    );
  });

  test('what is not there, or no id: 404', async () => {
    const { simulator, school } = linked();
    await remove(simulator, 1);
    for (const id of [1, 3, '0x2', '-2', 'ada']) {
      const { status, body } = await remove(simulator, id);
      assert.deepEqual([status, body], [404, { detail: 'Not found.' }], String(id));
    }
    assert.equal(school.links.length, 1);
  });

  test('samlRefusal: 400 with a list, or 403', async () => {
    const { simulator, school } = linked();
    const outcome = async () => remove(simulator, 2).then(({ status, body }) => [status, body]);
    assert.deepEqual(await outcome(), [400, ['SAML2 links cannot be deleted.']]);
    simulator.configure({ samlRefusal: 403 });
    const detail = 'You do not have permission to perform this action.';
    assert.deepEqual(await outcome(), [403, { detail }]);
    assert.equal(school.links.length, 2);
  });
});
