/** The two bytes that tell UTF-16, which spreadsheets call "Unicode text". A decoder drops them, and UTF-8's three. */
const marks = { 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] } as const;

/** The text of a file that somebody chose. What is no UTF-8 comes from a spreadsheet in Western Europe or America. */
export function decode(bytes: Uint8Array): string {
  for (const [encoding, [first, second]] of Object.entries(marks))
    if (bytes[0] === first && bytes[1] === second) return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
