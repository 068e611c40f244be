// Shows every event of the elements, for the curious. Events bubble, so one place hears them all.
const names = [
  'before-connect',
  'onboarding-created',
  'onboarding-started',
  'integration-connected',
  'onboarding-incomplete',
  'onboarding-expired',
  'onboarding-cancelled',
  'onboarding-deleted',
  'filters-changed',
  'link-created',
  'link-deleted',
  'links-imported',
  'connect-error',
];

const log = document.querySelector('#event-log');

for (const name of names) document.addEventListener(name, write);

function write({ type, detail }) {
  document.querySelector('#no-events').hidden = true;
  const now = new Date();
  const entry = document.createElement('li');
  const head = entry.appendChild(document.createElement('p'));
  head.append(named('time', now.toLocaleTimeString()), ' ', named('strong', type));
  head.querySelector('time').dateTime = now.toISOString();
  if (detail) entry.append(unfolding(detail));
  log.prepend(entry);
}

function unfolding(detail) {
  const block = document.createElement('details');
  block.append(named('summary', 'detail'), named('pre', JSON.stringify(detail, null, 2)));
  return block;
}

function named(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
