// The panel: its requests go to the demo's server, which hands them to the simulator's own controls.
const element = document.querySelector('connect-district');
const form = document.querySelector('#switches');
const settings = [...form.querySelectorAll('[data-setting]')];
const find = (selector) => form.querySelector(selector);

form.addEventListener('change', ({ target }) => {
  if (target.dataset.setting) void configure(chosen([target]));
});

form.addEventListener('submit', (event) => event.preventDefault());

const acts = {
  complete: () => onOnboarding('POST', (id) => `/simulator/onboardings/${id}/complete`),
  'complete-without': () =>
    onOnboarding('POST', (id) => `/simulator/onboardings/${id}/complete`, { integration: false }),
  // Another browser would ask the token proxy, so this does too.
  cancel: () => onOnboarding('DELETE', (id) => `/edlink/onboardings/${id}`),
  break: () => {
    const times = find('#times');
    if (times.reportValidity()) {
      void configure({ faults: [{ ...JSON.parse(find('#fault').value), times: times.valueAsNumber }] });
    }
  },
  mend: () => {
    for (const select of settings) select.selectedIndex = 0;
    find('#lifetime').selectedIndex = 0;
    void configure({ ...chosen(settings), faults: [] });
  },
};

form.addEventListener('click', ({ target }) => acts[target.dataset.act]?.());

// How long a link works is the page's to say, by an attribute that is read at the click.
document.addEventListener('before-connect', () => {
  const lifetime = Number(find('#lifetime').value);
  element.toggleAttribute('expiration-date', lifetime > 0);
  if (lifetime) element.setAttribute('expiration-date', new Date(Date.now() + lifetime).toISOString());
});

function chosen(selects) {
  return Object.fromEntries(selects.map(({ dataset, value }) => [dataset.setting, JSON.parse(value)]));
}

const configure = (patch) => send('PATCH', '/simulator/settings', { body: patch });

/** What somebody else does; nobody tells this page. */
function onOnboarding(method, pathOf, body) {
  const { onboarding } = element;
  if (!onboarding) return say('There is no onboarding yet: click “Connect your SIS” first.');
  const success =
    'Done. The page finds out when it next asks, or at once if you switch tabs or click “Check now”.';
  return send(method, pathOf(onboarding.id), { body, success });
}

async function send(method, path, { body, success = 'Done.' } = {}) {
  const answer = await fetch(path, {
    method,
    headers: { 'X-Requested-With': 'connect-district' },
    ...(body && { body: JSON.stringify(body) }),
  });
  say(answer.ok ? success : `${answer.status}: ${await answer.text()}`);
}

function say(text) {
  find('#said').textContent = text;
}
