import type { Switches } from './switches.js';

/** The interesting ones: each is something that Edlink's documents leave open, or that goes wrong in real life. */
export const edlinkSwitches: Switches = {
  upstream: 'Edlink',
  switches: [
    {
      setting: 'integrationIdAfterReads',
      label: 'The integration’s id comes',
      choices: [
        ['with “completed”', 0],
        ['two answers later', 2],
        ['five answers later', 5],
        ['never', 'never'],
      ],
    },
    {
      setting: 'startedReportedAs',
      label: '“Started” is reported as',
      choices: [
        ['started', 'started'],
        ['verifying, which nobody knows', 'verifying'],
        ['created, as if nobody had opened it', 'created'],
      ],
    },
    {
      setting: 'lagReads',
      label: 'A new onboarding is found',
      choices: [
        ['at once', 0],
        ['from the third read on', 2],
      ],
    },
    {
      setting: 'envelope',
      label: 'Single objects come',
      choices: [
        ['inside $data', true],
        ['bare', false],
      ],
    },
    {
      setting: 'noneAs',
      label: 'An id that is not there is',
      choices: [
        ['null', 'null'],
        ['left out', 'absent'],
        ['all zeros', 'zero'],
      ],
    },
    {
      setting: 'redirectAddsQuery',
      label: 'The way back carries',
      choices: [
        ['nothing', false],
        ['ids in the query', true],
      ],
    },
    {
      setting: 'coop',
      label: 'The onboard page’s opener policy',
      choices: [
        ['none', null],
        ['same-origin, so tab.closed lies', 'same-origin'],
      ],
    },
  ],
  faults: [
    { label: '502 with an HTML page', fault: { kind: 'html-502' } },
    { label: '500 with Edlink’s INTERNAL', fault: { kind: 'edlink-error' } },
    { label: '429, try again in 5 seconds', fault: { kind: 'rate-limit', seconds: 5 } },
    { label: 'answers after 4 seconds', fault: { kind: 'slow', milliseconds: 4000 } },
    { label: 'creates, and the answer gets lost', fault: { kind: 'drop-after-commit', on: 'create' } },
    { label: 'answers with something else than JSON', fault: { kind: 'non-json' } },
    { label: 'closes the connection', fault: { kind: 'drop' } },
  ],
};
