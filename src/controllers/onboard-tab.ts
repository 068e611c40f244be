/** The tab at Edlink: opened blank inside the click, sent to its page when there is one. */
export class OnboardTab {
  #tab: Window | null = null;

  /** Must run inside the click. `false` means: the browser said no, or does not say. */
  open(text: string): boolean {
    try {
      // `_blank`, never a name: Firefox lets any frame steer a tab that has one.
      this.#tab = window.open('', '_blank');
      if (!this.#tab) return false;
      this.#tab.opener = null;
      this.#tab.document.title = text;
      this.#tab.document.body.textContent = text;
    } catch {
      // A sandbox or another agent group: the tab may be there, but not for us to write in.
    }
    return !!this.#tab;
  }

  /** Sends the blank tab on and lets it go. `false`: it is not there any more. */
  steer(url: URL): boolean {
    const tab = this.#tab;
    this.#tab = null;
    if (!tab || tab.closed) return false;
    tab.location.href = url.href;
    return true;
  }

  /** Closes the tab as long as it is blank; one that is at Edlink is the person's. */
  close(): void {
    this.#tab?.close();
    this.#tab = null;
  }
}
