import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Onboarding } from '../contract/onboarding.js';
import type { Failure } from '../onboarding/state.js';
import { creation, nameOf, providerOf, stateOf, type ColumnView } from './district-onboardings.columns.js';
import { notice, question, type Content } from './shared/parts.js';

type DeletionState = { readonly row: Onboarding } & (
  { readonly name: 'asking' | 'sending' } | { readonly name: 'refused'; readonly failure: Failure }
);

/** The question before an onboarding is deleted. */
export interface Deletion {
  ask(row: Onboarding): void;
  render(view: ColumnView): TemplateResult;
}

interface Host extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
}

/** `remove` calls `leave` before the row goes; `done` is told what came of it. */
export function createDeletion(
  host: Host,
  remove: (row: Onboarding, leave: () => void) => Promise<Failure | undefined>,
  done: (row: Onboarding, wasGone: boolean) => void,
): Deletion {
  let state: DeletionState | undefined;

  const dialog = (): HTMLDialogElement | null => host.renderRoot.querySelector('dialog.question');
  const close = (): void => dialog()?.close();

  function change(next: DeletionState): void {
    state = next;
    host.requestUpdate();
  }

  async function confirm(): Promise<void> {
    if (!state || state.name === 'sending') return;
    const { row } = state;
    change({ name: 'sending', row });
    const failure = await remove(row, close);
    if (failure && failure.code !== 'not_found') change({ name: 'refused', row, failure });
    else done(row, !!failure);
  }

  return {
    ask(row) {
      change({ name: 'asking', row });
      dialog()?.showModal();
    },
    render: (view) =>
      question({
        title: state ? view.texts.deleteTitle(nameOf(view, state.row)) : '',
        text: state ? description(view, state.row) : nothing,
        no: view.texts.keep,
        yes: state?.name === 'sending' ? view.texts.deleting : view.texts.deleteYes,
        trouble: state?.name === 'refused' ? refusal(view, state.failure) : nothing,
        onNo: close,
        onYes: () => void confirm(),
      }),
  };
}

/** A district may have several; what else is known of this one says which it is. */
const description = (view: ColumnView, row: Onboarding): Content =>
  html`<bdi>${stateOf(view, row)}</bdi> · <bdi>${providerOf(view, row)}</bdi> · ${creation(view, row)}<br />${
      view.texts.deleteText
    }`;

const refusal = ({ texts }: ColumnView, failure: Failure): Content =>
  failure.code === 'conflict'
    ? html`<p class="notice" part="error">${texts.finishedMeanwhile}</p>`
    : notice(texts, failure);
