import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A text for a live region that changes with every keystroke: said only when it has stayed the same for a while. */
export interface SettledText extends ReactiveController {
  readonly text: string;
  settle(text: string): void;
}

const quiet = 500;

export function createSettledText(host: ReactiveControllerHost): SettledText {
  let text = '';
  let coming = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settled: SettledText = {
    get text() {
      return text;
    },
    settle(next) {
      if (next === coming) return;
      coming = next;
      clearTimeout(timer);
      timer = setTimeout(() => {
        text = coming;
        host.requestUpdate();
      }, quiet);
    },
    hostDisconnected() {
      clearTimeout(timer);
      coming = text;
    },
  };
  host.addController(settled);
  return settled;
}
