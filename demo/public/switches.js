// The panel: its requests go to the demo's server, which hands them to the simulator's own controls.
const form = document.querySelector('#switches');
const settings = [...form.querySelectorAll('[data-setting]')];

form.addEventListener('change', ({ target }) => {
  if (target.dataset.setting) void configure(chosen([target]));
});

form.addEventListener('submit', (event) => event.preventDefault());

onAct({
  break() {
    const times = form.querySelector('#times');
    if (!times.reportValidity()) return;
    const fault = JSON.parse(form.querySelector('#fault').value);
    void configure({ faults: [{ ...fault, times: times.valueAsNumber }] });
  },
  mend() {
    for (const select of form.querySelectorAll('select')) select.selectedIndex = 0;
    void configure({ ...chosen(settings), faults: [] });
  },
});

/** What the panel's buttons do, by their `data-act`. */
export function onAct(acts) {
  form.addEventListener('click', ({ target }) => acts[target.dataset.act]?.());
}

function chosen(selects) {
  return Object.fromEntries(selects.map(({ dataset, value }) => [dataset.setting, JSON.parse(value)]));
}

const configure = (patch) => send('PATCH', '/simulator/settings', { body: patch });

export async function send(method, path, { body, success = 'Done.' } = {}) {
  const answer = await fetch(path, {
    method,
    headers: { 'X-Requested-With': 'connect-district' },
    ...(body && { body: JSON.stringify(body) }),
  });
  say(answer.ok ? success : `${answer.status}: ${await answer.text()}`);
}

export function say(text) {
  form.querySelector('#said').textContent = text;
}
