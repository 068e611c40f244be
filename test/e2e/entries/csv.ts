import { loadParser } from '../../../src/elements/shared/csv-parser.js';

// Reads a table as soon as somebody clicks anywhere.
addEventListener('click', () => {
  void loadParser().then((parse) => {
    document.title = JSON.stringify(parse('a;b\n1;2', { newline: '\n', delimiter: ';' }).data);
  });
});
