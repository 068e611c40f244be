// The staff page's own part: for whom there can be onboardings, and the filters in the page's URL.
const element = document.querySelector('district-onboardings');
element.districts = JSON.parse(element.dataset.districts);
element.providers = JSON.parse(element.dataset.providers);

// Only these: whoever makes a link to this page must not set `proxy` or `onboard-base`.
const filters = ['state', 'provider_id', 'application_id', 'integration_id', 'user_id'];

for (const [name, value] of new URLSearchParams(location.search)) {
  if (filters.includes(name)) element.setAttribute(name.replace('_', '-'), value);
}

element.addEventListener('filters-changed', ({ detail }) => {
  const query = new URLSearchParams(detail).toString();
  history.replaceState(null, '', query ? `?${query}` : location.pathname);
});
