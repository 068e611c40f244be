/** What `npm test` tells in Chromium only, told in the other engines. */
process.env.VARIANTS = 'the rest';

for (const topic of [
  'connecting',
  'patience',
  'reload',
  'ways-around',
  'endings',
  'sessions',
  'outages',
  'pages',
])
  await import(`./${topic}.test.js`);

export {};
