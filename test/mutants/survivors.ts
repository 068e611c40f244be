/** Why mutants of a file survive. A mutant is named by the line where it begins, and by what becomes of it. */
export interface Explanation {
  file: string;
  why: string;
  mutants: [line: string, becomes: string][];
}

export const explanations: Explanation[] = [
  {
    file: 'src/proxy/links/schools.ts',
    why: 'where there are no links, no route leads there',
    mutants: [
      ['if (!settings) return () => Promise.reject(notFound());', 'if (!settings) return () => undefined;'],
    ],
  },
  {
    file: 'src/proxy/links/refused-deletion.ts',
    why: 'a millisecond more or less',
    mutants: [
      [
        'for (let count = 0; count < mostPages && now() < giveUpAt; count++) {',
        'for (let count = 0; count < mostPages && now() <= giveUpAt; count++) {',
      ],
    ],
  },
  {
    file: 'src/proxy/capped-reading.ts',
    why: 'nothing reads the name; it is for whoever sees the error printed',
    mutants: [["override readonly name = 'UnreadableBody';", 'override readonly name = "";']],
  },
  {
    file: 'src/proxy/settings-urls.ts',
    why: 'other schemes that end like http have the origin `null`',
    mutants: [
      [
        'return /^https?:$/.test(url.protocol) && url.origin === text;',
        'return /https?:$/.test(url.protocol) && url.origin === text;',
      ],
    ],
  },
  {
    file: 'src/contract/problem.ts',
    why: 'without a header any text that is no number and no date does',
    mutants: [["const text = header?.trim() ?? '';", 'const text = header?.trim() ?? "Stryker was here!";']],
  },
  {
    file: 'src/proxy/body-fields.ts',
    why: 'an issue of an object always has a path, so the other name is never needed',
    mutants: [
      [
        "throw invalid(v.getDotPath(issue) ?? 'body', `expected ${issue.expected ?? issue.message}`);",
        'throw invalid(v.getDotPath(issue) ?? "", `expected ${issue.expected ?? issue.message}`);',
      ],
    ],
  },
  {
    file: 'src/proxy/base-path.ts',
    why: 'falling out of the block gives `undefined` as well',
    mutants: [['} catch {', '} catch {}']],
  },
  {
    file: 'src/proxy/capped-reading.ts',
    why: 'a signal aborts once',
    mutants: [
      [
        "signal.addEventListener('abort', stop, { once: true });",
        "signal.addEventListener('abort', stop, {});",
      ],
      [
        "signal.addEventListener('abort', stop, { once: true });",
        "signal.addEventListener('abort', stop, { once: false });",
      ],
    ],
  },
  {
    file: 'src/proxy/cursors.ts',
    why: 'any purpose does that no other key has',
    mutants: [
      [
        "crypto.subtle.importKey('raw', await keys.derive('cursor'), 'AES-GCM', false, ['encrypt', 'decrypt']);",
        "crypto.subtle.importKey('raw', await keys.derive(\"\"), 'AES-GCM', false, ['encrypt', 'decrypt']);",
      ],
    ],
  },
  {
    file: 'src/proxy/cursors.ts',
    why: 'the key never leaves this module, so nobody can export it',
    mutants: [
      [
        "crypto.subtle.importKey('raw', await keys.derive('cursor'), 'AES-GCM', false, ['encrypt', 'decrypt']);",
        "crypto.subtle.importKey('raw', await keys.derive('cursor'), 'AES-GCM', true, ['encrypt', 'decrypt']);",
      ],
    ],
  },
  {
    file: 'src/proxy/delete-onboarding.ts',
    why: 'without a record it throws, and what it throws is dropped, as on purpose in the line itself',
    mutants: [
      [
        'if (record) await completion.settle(record, onboarding).catch(() => undefined);',
        'if (true) await completion.settle(record, onboarding).catch(() => undefined);',
      ],
    ],
  },
  {
    file: 'src/proxy/grant.ts',
    why: 'without an answer there is no grant, which is the same 500',
    mutants: [['} catch {', '} catch {}']],
  },
  {
    file: 'src/proxy/keys.ts',
    why: 'the key never leaves this module, so nobody can export it',
    mutants: [
      [
        "crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);",
        "crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, true, ['sign']);",
      ],
    ],
  },
  {
    file: 'src/proxy/read-onboarding.ts',
    why: 'any text without `no-cache` does',
    mutants: [
      [
        "/\\bno-cache\\b/i.test(headers.get('Cache-Control') ?? '');",
        '/\\bno-cache\\b/i.test(headers.get(\'Cache-Control\') ?? "Stryker was here!");',
      ],
    ],
  },
  {
    file: 'src/proxy/settings-urls.ts',
    why: 'other schemes that begin like http have the origin `null`',
    mutants: [
      [
        'return /^https?:$/.test(url.protocol) && url.origin === text;',
        'return /^https?:/.test(url.protocol) && url.origin === text;',
      ],
    ],
  },
  {
    file: 'src/proxy/settings-urls.ts',
    why: 'what is no text is no origin in the comparison that follows',
    mutants: [
      [
        "if (typeof text !== 'string' || !URL.canParse(text)) return false;",
        'if (false || !URL.canParse(text)) return false;',
      ],
    ],
  },
  {
    file: 'src/proxy/settings.ts',
    why: 'a member that is there and `undefined` is taken for an absent one',
    mutants: [
      [
        '...(automaticApproval !== undefined && { automaticApproval }),',
        '...(true && { automaticApproval }),',
      ],
    ],
  },
  {
    file: 'src/proxy/cross-origin.ts',
    why: 'no configured origin is `null`, so that none is found for it',
    mutants: [
      [
        "if (origin === null || headers.get('Sec-Fetch-Site') === 'same-origin') return undefined;",
        "if (false || headers.get('Sec-Fetch-Site') === 'same-origin') return undefined;",
      ],
    ],
  },
  {
    file: 'src/proxy/grant.ts',
    why: 'a copy of a request without a body does as well, and only costs more',
    mutants: [
      [
        "return method === 'GET' ? request : new Request(url, { method, headers: [...headers] });",
        'return false ? request : new Request(url, { method, headers: [...headers] });',
      ],
    ],
  },
];
