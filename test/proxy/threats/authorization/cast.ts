import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { ProxyOptions } from '../../../../src/proxy/index.js';
import { defaultProviders } from '../../../../src/simulator/simulator-defaults.js';
import { createAtEdlink, setStage, teamId, token, type Stage } from '../../stage.js';
import { actors, isId, owners, schools, states, type Actor, type Owner, type State } from './rules.js';

const names = Object.keys(actors) as Actor[];

/** The session of an actor; a cookie has no spaces. */
export const sessionOf = (actor: Actor): string => String(names.indexOf(actor));

export const authorize = (({ headers }) => {
  const [, session] = /session=(\d+)/.exec(headers.get('Cookie') ?? '') ?? [];
  const grant = actors[names[Number(session)] as Actor];
  return grant && 'tenant' in grant ? { ...grant, actor: 'somebody' } : grant;
}) as ProxyOptions['authorize'];

/** A system for each state, since a district has one live onboarding for each. */
export const providerOf = (state: State): string => defaultProviders[states.indexOf(state)]?.id ?? '';

/** One onboarding for every owner and state, made again when a request has used it up. */
export class Cast {
  readonly stage: Stage;
  readonly #pathOf: (tenant: string) => string;
  readonly #ids = new Map<string, string>();
  readonly #linkIds = new Map<Owner, number>();
  readonly #unknown = crypto.randomUUID();

  static async set(context: TestContext, basePath: string): Promise<Cast> {
    const allow = ['provider_id', 'expiration_date'] as const;
    const pathwright = { school: ({ tenant }: { tenant: string }) => schools[tenant] };
    const changes = { basePath, authorize, allow, pathwright };
    const stage = await setStage(context, changes, { startedBy: 'opening' });
    for (const school of Object.values(schools))
      stage.simulator.school(school).addMembers([{ id: 456, name: 'Somebody' }]);
    return new Cast(stage, (tenant) => `${basePath.replace(':tenant', tenant)}/onboardings`);
  }

  constructor(stage: Stage, pathOf: (tenant: string) => string) {
    this.stage = stage;
    this.#pathOf = pathOf;
  }

  /** All ids, each in its state. */
  async ids(): Promise<string[]> {
    const ids: string[] = [];
    for (const owner of ['district', 'another', 'only Edlink'] as const) {
      for (const state of states) ids.push(await this.idOf(owner, state));
    }
    return ids;
  }

  async idOf(owner: Owner, state: State): Promise<string> {
    if (!isId(owner)) return owner === 'unknown' ? this.#unknown : 'x';
    const name = `${owner} ${state}`;
    const id = this.#ids.get(name) ?? (await this.#make(owner, state));
    this.#ids.set(name, id);
    return id;
  }

  /** The link of an owner, in whose school it is; one that is no number, or that nobody has. */
  linkOf(owner: Owner): string {
    if (!isId(owner)) return owner === 'unknown' ? '999999' : 'x';
    const id = this.#linkIds.get(owner) ?? this.#addLink(schools[owners[owner] ?? ''] ?? '');
    this.#linkIds.set(owner, id);
    return String(id);
  }

  forgetLink(owner: Owner): void {
    this.#linkIds.delete(owner);
  }

  #addLink(school: string): number {
    const external_id = crypto.randomUUID();
    return this.stage.simulator.school(school).addLinks([{ user: 456, external_id }])[0]?.id ?? 0;
  }

  /** It has been deleted: the next who asks gets a new one. */
  forget(owner: Owner, state: State): void {
    this.#ids.delete(`${owner} ${state}`);
  }

  async #make(owner: Owner, state: State): Promise<string> {
    const tenant = owners[owner];
    const id =
      tenant === null ? await createAtEdlink(this.stage.simulator) : await this.#begin(tenant, state);
    await this.#lead(id, state);
    // No read is shared for so long, and no 404 is a lagging replica's.
    this.stage.clock.passed += 60_000;
    // The proxy has heard of what became of its own.
    if (tenant !== null) await this.#call(state === 'deleted' ? 'DELETE' : 'GET', tenant, id);
    return id;
  }

  /** One that is new: a live one would be given again. */
  async #begin(tenant: string, state: State): Promise<string> {
    const soon = new Date(this.stage.clock.now() + 30_000).toISOString();
    const body = { provider_id: providerOf(state), ...(state === 'expired' && { expiration_date: soon }) };
    const answer = await this.#call('POST', tenant, '', body);
    if (answer.status === 201) return answer.onboarding.id;
    assert.equal((await this.#call('DELETE', tenant, answer.onboarding.id)).status, 204);
    return this.#begin(tenant, state);
  }

  #call(method: string, tenant: string, id: string, body?: object): ReturnType<Stage['call']> {
    const as = sessionOf(tenant === 'usd-259' ? 'the district' : 'another district');
    const path = this.#pathOf(tenant) + (id && `/${id}`);
    return this.stage.call(method, path, { as, body });
  }

  async #lead(id: string, state: State): Promise<void> {
    const { simulator } = this.stage;
    switch (state) {
      case 'started':
        await simulator.fetch(`https://ed.link/onboard/${id}`);
        break;
      case 'connected':
        simulator.complete(id);
        break;
      case 'without integration':
        simulator.complete(id, { integration: false });
        break;
      case 'deleted':
        await simulator.fetch(`https://ed.link/api/v1/teams/${teamId}/onboardings/${id}`, {
          method: 'DELETE',
          headers: { Authorization: `Bearer ${token}` },
        });
    }
  }
}
