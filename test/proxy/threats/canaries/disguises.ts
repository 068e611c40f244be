/** The ways in which a secret may hide in a text; what neighbours change is cut off. */
export function disguisesOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  // Base64 has three alignments. Only letters that say nothing of the neighbours count: six bits each.
  const base64 = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), bytes, Buffer.alloc(2)])
      .toString('base64')
      .slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6)),
  );
  const inUrl = encodeURIComponent(secret);
  return [
    secret,
    bytes.toString('latin1'),
    encodeURI(secret),
    inUrl,
    inUrl.toLowerCase(),
    inUrl.replaceAll('%20', '+'),
    encodeURIComponent(inUrl),
    JSON.stringify(secret).slice(1, -1),
    escaped(secret),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ];
}

/** The disguise in which the secret is in the text, if it is. */
export const findSecret = (text: string, secret: string): string | undefined =>
  disguisesOf(secret).find((disguise) => text.includes(disguise));

const escaped = (text: string): string =>
  text.replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
