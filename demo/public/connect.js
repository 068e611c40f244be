// The page's own part in connecting: all that a customer has to write for the browser.
const element = document.querySelector('connect-district');

// Any script on a page can dispatch an event, so it is only a reason to look: what is shown is what our server wrote
// down when the proxy told it (`onConnected`).
element.addEventListener('integration-connected', async () => {
  const answer = await fetch('/connection');
  if (answer.ok) show(await answer.json());
});

function show(known) {
  for (const [field, text] of Object.entries(known)) {
    document.querySelector(`[data-field="${field}"]`).textContent = text;
  }
}
