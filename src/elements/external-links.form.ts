import { nothing, type ReactiveControllerHost } from 'lit';
import { createAddController } from '../controllers/add-controller.js';
import type { LinksController, LinksHost } from '../controllers/links-controller.js';
import { addForm } from './external-links.add.js';
import type { LinksTexts } from './external-links.words.js';
import type { Content } from './shared/parts.js';

interface Host extends ReactiveControllerHost, LinksHost {
  readonly renderRoot: ParentNode;
  readonly texts: LinksTexts;
}

/** The form for one link: open or not, and where the focus goes. */
export interface AddForm {
  readonly open: () => void;
  view(): Content;
}

/** `say` is for what the page is to hear afterwards. */
export function createAddForm(host: Host, links: LinksController, say: (text: string) => void): AddForm {
  let isOpen = false;
  let isTried = false;
  const adding = createAddController(host, links, (user) => {
    close();
    say(host.texts.linkAdded(user));
  });

  const focusOn = (part: string): void =>
    host.renderRoot.querySelector<HTMLElement>(`[part~="${part}"]`)?.focus();

  async function open(): Promise<void> {
    isOpen = true;
    isTried = false;
    host.requestUpdate();
    await host.updateComplete;
    focusOn('add-member');
  }

  function close(): void {
    isOpen = false;
    adding.reset();
    focusOn('new');
  }

  function submit(): void {
    isTried = true;
    adding.submit();
    host.requestUpdate();
  }

  return {
    open: () => void open(),
    view: () =>
      isOpen && links.canWrite ? addForm({ texts: host.texts, adding, isTried, submit, close }) : nothing,
  };
}
