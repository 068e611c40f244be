import type { SimulatorSettings } from '../../src/simulator/index.js';
import { html, type Html } from '../server/html.js';
import type { Switch, Switches } from '../server/switches.js';

interface Scenes {
  /** Where the first event comes from. */
  hint: Html;
  switches: Switches;
  settings: SimulatorSettings;
  /** Further fields of the panel. */
  more?: Html;
}

/** What a real admin page would not have: the elements' events, and the simulator's switches. */
export const behindTheScenes = ({ hint, switches, settings, more }: Scenes): Html =>
  html`<aside aria-labelledby="scenes">
    <h2 id="scenes">Behind the scenes</h2>
    <p class="quiet">For you who try this out; a real page has none of it.</p>

    <section class="card" aria-labelledby="events">
      <h3 id="events">Events</h3>
      <p class="quiet" id="no-events">${hint}</p>
      <ol id="event-log" reversed></ol>
    </section>

    <section class="card" aria-labelledby="upstream">
      <h3 id="upstream">How the simulated ${switches.upstream} behaves</h3>
      <form id="switches">
        ${more ?? null}
        <fieldset>
          <legend>From now on</legend>
          ${switches.switches.map((each) => choice(each, settings))}
        </fieldset>
        ${troubles(switches)}
        <output id="said" class="quiet"></output>
      </form>
    </section>
  </aside>`;

const troubles = ({ upstream, faults }: Switches): Html =>
  html`<fieldset>
    <legend>What goes wrong next</legend>
    <label class="field">
      <span>${upstream}</span>
      <select id="fault">
        ${faults.map(({ label, fault }) => html`<option value="${JSON.stringify(fault)}">${label}</option>`)}
      </select>
    </label>
    <label class="field">
      <span>for so many calls</span>
      <input id="times" type="number" min="1" max="99" value="3" required />
    </label>
    <div class="row">
      <button type="button" class="button" data-act="break">Make it so</button>
      <button type="button" class="button" data-act="mend">All as at the beginning</button>
    </div>
  </fieldset>`;

/** What somebody else does with the onboarding of `<connect-district>`; `onboarding-switches.js` listens. */
export const onboardingControls: Html = html`<fieldset>
  <legend>The onboarding</legend>
  <div class="row">
    <button type="button" class="button" data-act="complete">A colleague finishes it</button>
    <button type="button" class="button" data-act="complete-without">It ends without an integration</button>
    <button type="button" class="button" data-act="cancel">A colleague cancels it</button>
  </div>
  <label class="field">
    <span>New links work for</span>
    <select id="lifetime" autocomplete="off">
      <option value="">72 hours</option>
      <option value="60000">one minute</option>
    </select>
  </label>
</fieldset>`;

/** `autocomplete`, because a browser that restores a form's values would show what is not so. */
const choice = ({ setting, label, choices }: Switch, settings: SimulatorSettings): Html =>
  html`<label class="field">
    <span>${label}</span>
    <select data-setting="${setting}" autocomplete="off">
      ${choices.map(
        ([text, value]) =>
          html`<option value="${JSON.stringify(value)}" ${value === settings[setting] && html`selected`}>
            ${text}
          </option>`,
      )}
    </select>
  </label>`;
