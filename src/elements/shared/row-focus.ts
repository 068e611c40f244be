import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Host extends ReactiveControllerHost {
  readonly shadowRoot: ShadowRoot | null;
}

/** Where the focus was before a render. */
interface Place {
  readonly element: Element;
  readonly part: string;
  readonly row: string | undefined;
  readonly rows: readonly string[];
}

/** What is there in every state, for a focus whose rows are all gone. */
const lastResort = '[part~="load-more"], [part~="new"], [part~="search"]';

/**
 * Keeps the focus on its row when the rows move, and gives it to the next one when its row goes: whoever deletes one
 * after the other must not begin at the top of the page each time. Takes no focus that was elsewhere. Lit fills the same
 * elements with other rows, so a focus that has stayed may be on another row.
 */
export function keepRowFocus(host: Host): ReactiveController {
  let before: Place | undefined;

  const rowsOf = (root: ShadowRoot): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-row]')];

  function placeIn(root: ShadowRoot): Place | undefined {
    const element = root.activeElement;
    if (!element || element.closest('dialog')) return undefined;
    const rows = rowsOf(root).map(({ dataset }) => dataset['row'] ?? '');
    const row = element.closest<HTMLElement>('[data-row]')?.dataset['row'];
    return { element, part: element.getAttribute('part') ?? '', row, rows };
  }

  /** The same row, else the next one that is still there, else the one before it. */
  function rowFor({ row, rows }: Place, root: ShadowRoot): HTMLElement | undefined {
    const there = new Map(rowsOf(root).map((element) => [element.dataset['row'], element]));
    const at = row === undefined ? -1 : rows.indexOf(row);
    const candidates = at < 0 ? [] : [...rows.slice(at), ...rows.slice(0, at).reverse()];
    const found = candidates.find((id) => there.has(id));
    return found === undefined ? undefined : there.get(found);
  }

  const controller: ReactiveController = {
    hostUpdate() {
      before = host.shadowRoot ? placeIn(host.shadowRoot) : undefined;
    },
    hostUpdated() {
      const root = host.shadowRoot;
      if (!before || !root) return;
      const row = rowFor(before, root);
      const hasStayed = !before.row || root.activeElement?.closest('[data-row]') === row;
      if (root.activeElement && hasStayed) return;
      const within: ParentNode = row ?? root;
      const same = before.part && within.querySelector<HTMLElement>(`[part="${before.part}"]`);
      const other =
        within === root ? root.querySelector<HTMLElement>(lastResort) : within.querySelector('button, a');
      ((same || other) as HTMLElement | null)?.focus({ preventScroll: true });
    },
  };
  host.addController(controller);
  return controller;
}
