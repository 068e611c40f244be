import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { describe, test } from 'node:test';
import { edlinkSwitches } from '../../demo/server/edlink-switches.js';
import { pathwrightSwitches } from '../../demo/server/pathwright-switches.js';
import type { Onboarding } from '../../src/contract/onboarding.js';
import { defaultSettings } from '../../src/simulator/index.js';
import { visit } from './browsing.js';
import { makeDirectory, openDemo } from './opening.js';
import { lateParts } from '../../scripts/build/late-parts.js';

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

describe('the demo', () => {
  test('serves its pages under a strict policy, to whoever is signed in', async (context) => {
    const demo = await openDemo(context);
    const stranger = visit(demo.url);
    const refused = await stranger.get('/');
    assert.deepEqual([refused.status, refused.headers.get('Location')], [303, '/sign-in']);
    assert.equal((await stranger.get('/connection')).status, 303);

    const dana = await visit(demo.url).signIn('dana');
    assert.match(dana.cookie, /HttpOnly; SameSite=Lax/);
    const page = await dana.get('/');
    const policy = page.headers.get('Content-Security-Policy') ?? '';
    for (const directive of ["default-src 'none'", "frame-ancestors 'none'", 'trusted-types lit-html']) {
      assert.ok(policy.includes(directive), directive);
    }
    const html = await page.text();
    assert.match(html, /<connect-district\s+proxy="\/edlink"\s+redirect-uri="\/return.html"/);
    assert.ok(html.includes(`onboard-base="${demo.edlinkUrl}/onboard/"`));
    assert.doesNotMatch(html, / style="|<script>|<style|integration-id=/);
  });

  test('serves its own files, and the drop-in where it is built', async (context) => {
    const demo = await openDemo(context);
    const { get } = visit(demo.url);
    const scripts = ['connect', 'staff', 'links', 'event-log', 'switches', 'onboarding-switches'];
    for (const path of [...scripts.map((name) => `/${name}.js`), '/site.css', '/logo.svg']) {
      assert.equal((await get(path)).status, 200, path);
    }
    const late = [...lateParts, 'papaparse'].map((part) => `${part}.js`);
    const built = ['connect-district.js', 'all.js', ...late, 'return-page.js', 'return.html'];
    for (const path of built.map((name) => `/${name}`)) {
      const isBuilt = existsSync(new URL(`../../dist${path}`, import.meta.url));
      const answer = await get(path);
      assert.equal(answer.status, isBuilt ? 200 : 503, path);
      if (!isBuilt) assert.match(await answer.text(), /npm run build/);
    }
    for (const path of ['/.data/session-secret', '/..%2fstart.ts', '/toString']) {
      assert.equal((await get(path)).status, 303, path);
    }
  });

  test('connects a district, and shows what the server knows; the other district sees nothing', async (context) => {
    const { url, simulator } = await openDemo(context);
    const [dana, luis] = [await visit(url).signIn('dana'), await visit(url).signIn('luis')];
    const stranger = await visit(url).create();
    assert.equal(stranger.status, 401);
    assert.equal(((await stranger.json()) as { code: string }).code, 'unauthorized');

    const made = await dana.create();
    assert.equal(made.status, 201);
    const { id } = (await made.json()) as Onboarding;
    assert.match(await (await dana.get('/colleague')).text(), new RegExp(`/onboard/${id}</a>`));
    assert.doesNotMatch(await (await luis.get('/colleague')).text(), new RegExp(uuid));
    assert.equal((await luis.get(`/edlink/onboardings/${id}`)).status, 404);

    const { integration_id } = simulator.complete(id);
    const read = (await (await dana.get(`/edlink/onboardings/${id}`, { fresh: true })).json()) as Onboarding;
    assert.deepEqual([read.state, read.integration_id], ['completed', integration_id]);
    assert.match(await (await dana.get('/')).text(), new RegExp(`integration-id="${integration_id ?? '?'}"`));
    const known = (await (await dana.get('/connection')).json()) as Record<string, string>;
    assert.deepEqual([known['integration'], known['proxy']], [integration_id, integration_id]);
    assert.equal(known['startedBy'], 'dana.whitfield@usd259.example');
    assert.doesNotMatch(await (await luis.get('/')).text(), /integration-id=/);
    assert.equal(((await (await luis.get('/connection')).json()) as typeof known)['status'], 'Not connected');

    assert.equal((await dana.post('/disconnect')).status, 303);
    assert.doesNotMatch(await (await dana.get('/')).text(), /integration-id=/);
  });

  test('goes on after a restart where it was', async (context) => {
    const directory = await makeDirectory();
    const first = await openDemo(context, { directory });
    const dana = await visit(first.url).signIn('dana');
    const ids = [];
    for (const person of ['dana', 'luis']) {
      const made = await (await visit(first.url).signIn(person)).create();
      ids.push(((await made.json()) as Onboarding).id);
    }
    const [waiting = '', done = ''] = ids;
    await fetch(`${first.edlinkUrl}/onboard/${waiting}`);
    first.simulator.complete(done, { districtName: 'Springfield' });
    const before = first.simulator.onboardings;
    await first.close();

    const second = await openDemo(context, { directory });
    const same = before.map((record) => ({ ...record, reads: 0, completedReads: 0 }));
    const after = second.simulator.onboardings.map((record) => ({ ...record, reads: 0, completedReads: 0 }));
    assert.deepEqual(after, same);
    const again = visit(second.url, dana.cookie);
    const read = (await (await again.get(`/edlink/onboardings/${waiting}`)).json()) as Onboarding;
    assert.equal(read.state, 'started');
  });

  test('hands the panel’s switches to the simulator, and refuses other sites', async (context) => {
    const { url, simulator } = await openDemo(context);
    const dana = await visit(url).signIn('dana');
    const patch = JSON.stringify({ envelope: false, faults: [{ kind: 'html-502', times: 1 }] });
    assert.equal((await visit(url).send('PATCH', '/simulator/settings', patch)).status, 401);
    const elsewhere = { Origin: 'https://elsewhere.example' };
    assert.equal((await dana.send('PATCH', '/simulator/settings', patch, elsewhere)).status, 403);
    assert.equal((await dana.send('PATCH', '/simulator/settings', '{"envelope":1}')).status, 422);
    assert.equal(simulator.settings.envelope, true);

    assert.equal((await dana.send('PATCH', '/simulator/settings', patch)).status, 200);
    assert.equal(simulator.settings.envelope, false);
    assert.match(await (await dana.get('/')).text(), /value="false"\s+selected/);
    assert.equal((await dana.create()).status, 502);
    const { id } = (await (await dana.create()).json()) as Onboarding;
    assert.equal((await dana.send('POST', `/simulator/onboardings/${id}/complete`)).status, 200);
    assert.equal(simulator.onboardings.find((record) => record.id === id)?.state, 'completed');
    assert.equal((await dana.send('POST', '/simulator/reset')).status, 404);
  });

  test('offers switches that the simulator has, as they are at the beginning first', async (context) => {
    const { simulator } = await openDemo(context);
    for (const { switches, faults } of [edlinkSwitches, pathwrightSwitches]) {
      for (const { setting, choices } of switches) {
        assert.equal(choices[0]?.[1], defaultSettings[setting], setting);
        for (const [, value] of choices) simulator.configure({ [setting]: value });
      }
      for (const { fault } of faults) simulator.configure({ faults: [{ ...fault, times: 3 } as never] });
    }
  });

  test('is known by one name, and forgets nothing but the session on signing out', async (context) => {
    const { url } = await openDemo(context);
    const dana = await visit(url).signIn('dana');
    const other = await fetch(url.replace('localhost', '127.0.0.1') + '/colleague', { redirect: 'manual' });
    assert.equal(other.headers.get('Location'), `${url}/colleague`);
    const [forged, faked] = ['luis', 'dana'].map((id) => visit(url, dana.cookie.replace('dana', id)));
    assert.deepEqual([(await forged?.get('/'))?.status, (await faked?.get('/'))?.status], [303, 200]);
    const out = await dana.post('/sign-out');
    assert.match(out.headers.get('Set-Cookie') ?? '', /Max-Age=0/);
  });

  test('says which port is taken, and leaves nothing open then', async (context) => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    context.after(() => squatter.close());
    const { port } = squatter.address() as { port: number };
    const directory = await makeDirectory();
    await assert.rejects(openDemo(context, { port, directory }), { code: 'EADDRINUSE', port });
    await openDemo(context, { directory });
  });
});
