import type { Switches } from './switches.js';

/** What Pathwright's documents leave open, and what goes wrong in the middle of an import. */
export const pathwrightSwitches: Switches = {
  upstream: 'Pathwright',
  switches: [
    {
      setting: 'linkPageSize',
      label: 'A page of the list holds',
      choices: [
        ['100 links', 100],
        ['7 links', 7],
      ],
    },
    {
      setting: 'linkPaging',
      label: 'The pages are asked for by',
      choices: [
        ['number', 'page'],
        ['offset', 'limit-offset'],
        ['cursor', 'cursor'],
      ],
    },
    {
      setting: 'duplicateExternalId',
      label: 'An identity that is linked already is',
      choices: [
        ['refused, at its field', 'field-error'],
        ['refused, at no field', 'non-field-error'],
        ['linked once more', 'allowed'],
      ],
    },
    {
      setting: 'oneLinkPerMember',
      label: 'A second link for a member is',
      choices: [
        ['made', false],
        ['refused', true],
      ],
    },
    {
      setting: 'samlRefusal',
      label: 'Who removes a SAML2 link gets',
      choices: [
        ['400 and a reason', 400],
        ['403', 403],
      ],
    },
    {
      setting: 'externalReportedAs',
      label: 'Links made here are reported as',
      choices: [
        ['external', 'external'],
        ['oidc, which nobody knows', 'oidc'],
      ],
    },
  ],
  // Tied to a call each, because Edlink is asked by the same server all the time.
  faults: [
    {
      label: 'writes: 429, wait 5 seconds',
      fault: { kind: 'rate-limit', seconds: 5, on: 'createLink' },
    },
    { label: 'writes: 502, an HTML page', fault: { kind: 'html-502', on: 'createLink' } },
    { label: 'writes, the answer gets lost', fault: { kind: 'drop-after-commit', on: 'createLink' } },
    { label: 'writes after 2 seconds', fault: { kind: 'slow', milliseconds: 2000, on: 'createLink' } },
    {
      label: 'lists: 429, wait 5 seconds',
      fault: { kind: 'rate-limit', seconds: 5, on: 'listLinks' },
    },
    { label: 'lists after 4 seconds', fault: { kind: 'slow', milliseconds: 4000, on: 'listLinks' } },
    { label: 'removes: hangs up', fault: { kind: 'drop', on: 'deleteLink' } },
  ],
};
