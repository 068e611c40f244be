// The school page's own part: what our server proposes, and what it has written down.
const element = document.querySelector('external-links');
const list = document.querySelector('#changes');

// Our server knows the members, and once the district is connected who they are at Edlink. It has nothing to propose
// before; so it is asked when the page opens, and again when it may have something.
await offer();
document.addEventListener('integration-connected', offer);

async function offer() {
  element.candidates = await read('/candidates');
}

// An import tells of every link; the list need not follow each of them.
let timer;
for (const name of ['link-created', 'link-deleted', 'links-imported']) {
  element.addEventListener(name, () => {
    clearTimeout(timer);
    timer = setTimeout(showChanges, 200);
  });
}
await showChanges();

async function showChanges() {
  const changes = await read('/changes');
  list.replaceChildren(...changes.map(entry));
}

function entry({ at, who, what }) {
  const item = document.createElement('li');
  const time = item.appendChild(document.createElement('time'));
  time.dateTime = at;
  time.textContent = new Date(at).toLocaleString();
  item.append(document.createElement('br'), `${who}: ${what}`);
  return item;
}

async function read(path) {
  const answer = await fetch(path);
  return answer.ok ? answer.json() : [];
}
