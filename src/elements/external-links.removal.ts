import { nothing, type ReactiveControllerHost } from 'lit';
import type { Link } from '../contract/link.js';
import type { Failure } from '../onboarding/state.js';
import type { LinksController } from '../controllers/links-controller.js';
import { memberOf, type LinksTexts } from './external-links.words.js';
import { apart } from './shared/apart.js';
import { notice, question, type Content } from './shared/parts.js';

interface Host extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
  readonly texts: LinksTexts;
}

/** Removing one link: the question, what came of it, and which links were refused. */
export interface Removal {
  readonly isRefused: (link: Link) => boolean;
  readonly ask: (link: Link) => void;
  dialog(): Content;
}

/** `say` is for what the page is to hear afterwards. */
export function createRemoval(host: Host, links: LinksController, say: (text: string) => void): Removal {
  const refused = new Set<number>();
  let link: Link | undefined;
  let failure: Failure | undefined;
  let isBusy = false;

  const element = (): HTMLDialogElement | null => host.renderRoot.querySelector('dialog');

  async function ask(asked: Link): Promise<void> {
    link = asked;
    host.requestUpdate();
    await host.updateComplete;
    element()?.showModal();
  }

  async function remove(asked: Link): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    failure = undefined;
    host.requestUpdate();
    // The dialog gives the focus back to the row before the row goes.
    const met = await links.remove(asked, () => element()?.close());
    isBusy = false;
    if (met) refuse(asked, met);
    else say(host.texts.linkRemoved(memberOf(host.texts, asked.user)));
    host.requestUpdate();
  }

  function refuse({ id }: Link, met: Failure): void {
    const isHopeless = met.code === 'conflict' || met.code === 'forbidden';
    if (isHopeless) element()?.close();
    else failure = met;
    if (met.code !== 'conflict') return;
    refused.add(id);
    say(host.texts.linkRefused);
  }

  /** What it named is covered again. */
  function forget(): void {
    link = undefined;
    failure = undefined;
    host.requestUpdate();
  }

  return {
    isRefused: ({ id }) => refused.has(id),
    ask: (asked) => void ask(asked),
    dialog() {
      if (!link) return nothing;
      const asked = link;
      const { texts } = host;
      return question({
        title: texts.linkRemoveTitle,
        text: apart(texts.linkRemoveText, memberOf(texts, asked.user), asked.external_id),
        no: texts.keep,
        yes: isBusy ? texts.linkRemoving : texts.linkRemoveYes,
        trouble: notice(texts, failure),
        onNo: () => element()?.close(),
        onYes: () => void remove(asked),
        onClose: forget,
      });
    },
  };
}
