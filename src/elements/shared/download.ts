/** Milliseconds; a browser that asks where to save has long taken the text by then. */
const longEnough = 60_000;

/** Gives a file to the person. No directive of a Content-Security-Policy is asked about a download. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), longEnough);
}
