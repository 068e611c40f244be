// What somebody else does with the onboarding of `<connect-district>`; nobody tells this page.
import { onAct, say, send } from './switches.js';

const element = document.querySelector('connect-district');

onAct({
  complete: () => onOnboarding('POST', (id) => `/simulator/onboardings/${id}/complete`),
  'complete-without': () =>
    onOnboarding('POST', (id) => `/simulator/onboardings/${id}/complete`, { integration: false }),
  // Another browser would ask the token proxy, so this does too.
  cancel: () => onOnboarding('DELETE', (id) => `/edlink/onboardings/${id}`),
});

// How long a link works is the page's to say, by an attribute that is read at the click.
document.addEventListener('before-connect', () => {
  const lifetime = Number(document.querySelector('#lifetime').value);
  element.toggleAttribute('expiration-date', lifetime > 0);
  if (lifetime) element.setAttribute('expiration-date', new Date(Date.now() + lifetime).toISOString());
});

function onOnboarding(method, pathOf, body) {
  const { onboarding } = element;
  if (!onboarding) return say('There is no onboarding yet: click “Connect your SIS” first.');
  const success =
    'Done. The page finds out when it next asks, or at once if you switch tabs or click “Check now”.';
  return send(method, pathOf(onboarding.id), { body, success });
}
