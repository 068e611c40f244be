/** The tab at Edlink: opened blank inside the click, sent to its page when there is one. */
export interface OnboardTab {
  /** Must run inside the click. `false` means: the browser said no, or does not say. */
  open(text: string): boolean;
  /** Sends the blank tab on and lets it go. `false`: it is not there any more. */
  steer(url: URL): boolean;
  /** Closes the tab as long as it is blank; one that is at Edlink is the person's. */
  close(): void;
}

export function createOnboardTab(): OnboardTab {
  let tab: Window | null = null;
  return {
    open(text) {
      try {
        // `_blank`, never a name: Firefox lets any frame steer a tab that has one.
        tab = window.open('', '_blank');
        if (tab) {
          tab.opener = null;
          tab.document.title = tab.document.body.textContent = text;
        }
      } catch {
        // A sandbox or another agent group: the tab may be there, but not for us to write in.
      }
      return !!tab;
    },
    steer(url) {
      const blank = tab;
      tab = null;
      if (!blank || blank.closed) return false;
      blank.location.href = url.href;
      return true;
    },
    close() {
      tab?.close();
      tab = null;
    },
  };
}
