import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Link } from '../contract/link.js';

/** Which external ids are shown: none until somebody asks, and none any more when nobody looks at the page. */
export interface Covers extends ReactiveController {
  readonly areAllShown: boolean;
  /** Changes with every change. */
  readonly version: number;
  readonly isShown: (link: Link) => boolean;
  readonly toggle: (link: Link) => void;
  toggleAll(): void;
}

export function createCovers(host: ReactiveControllerHost): Covers {
  const shown = new Set<number>();
  let areAllShown = false;
  let version = 0;

  function change(): void {
    version++;
    host.requestUpdate();
  }

  const cover = (): void => {
    if (document.visibilityState !== 'hidden') return;
    shown.clear();
    areAllShown = false;
    change();
  };

  const covers: Covers = {
    get areAllShown() {
      return areAllShown;
    },
    get version() {
      return version;
    },
    hostConnected() {
      document.addEventListener('visibilitychange', cover);
    },
    hostDisconnected() {
      document.removeEventListener('visibilitychange', cover);
    },
    // While all are shown, the set has those that were covered again.
    isShown: ({ id }) => shown.has(id) !== areAllShown,
    toggle({ id }) {
      if (!shown.delete(id)) shown.add(id);
      change();
    },
    toggleAll() {
      shown.clear();
      areAllShown = !areAllShown;
      change();
    },
  };
  host.addController(covers);
  return covers;
}
