import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Onboarding, OnboardingRequest } from '../contract/onboarding.js';
import type { Failure } from '../onboarding/state.js';
import { fieldsIn, form, made, requestFrom, type FormView } from './district-onboardings.form.js';

/** What the dialog for a new onboarding shows: what is asked for, or what came of it. */
type InvitationState =
  | { readonly name: 'asking' | 'sending'; readonly failure?: Failure | undefined }
  | { readonly name: 'made'; readonly row: Onboarding; readonly district: string };

/** The dialog for a new onboarding. */
export interface Invitation {
  open(): void;
  render(view: FormView): TemplateResult;
}

interface Host extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
}

export function createInvitation(
  host: Host,
  create: (proxy: string, request: OnboardingRequest) => Promise<Onboarding | Failure>,
): Invitation {
  let state: InvitationState = { name: 'asking' };

  const dialog = (): HTMLDialogElement | null => host.renderRoot.querySelector('dialog.creation');
  const close = (): void => dialog()?.close();

  async function change(next: InvitationState): Promise<void> {
    state = next;
    host.requestUpdate();
    await host.updateComplete;
  }

  async function submit(event: SubmitEvent, { districts, fields }: FormView): Promise<void> {
    event.preventDefault();
    const filled = new FormData(event.target as HTMLFormElement);
    const district = districts[Number(filled.get('district'))];
    if (!district || state.name === 'sending') return;
    void change({ name: 'sending' });
    const result = await create(district.proxy, requestFrom(filled, fieldsIn(fields)));
    if ('code' in result) await change({ name: 'asking', failure: result });
    else await change({ name: 'made', row: result, district: district.name });
    // To what is wrong with it, or to what one wants next.
    host.renderRoot.querySelector<HTMLElement>('[aria-invalid], [part="copy-made"]')?.focus();
  }

  /** What was filled in stays for another try, what was made does not. */
  const closed = (): void => {
    if (state.name === 'made') void change({ name: 'asking' });
  };

  return {
    open() {
      if (state.name !== 'sending') void change({ name: 'asking' });
      dialog()?.showModal();
    },
    render(view) {
      const { texts } = view;
      const content =
        state.name === 'made'
          ? made(view, state.row, state.district, close)
          : form(view, {
              isSending: state.name === 'sending',
              failure: state.failure,
              submit: (event) => void submit(event, view),
              close,
            });
      return html`<dialog class="creation" part="dialog form" aria-labelledby="creation" @close=${closed}>
        <p class="title" id="creation">${texts.newOnboarding}</p>
        ${content}
      </dialog>`;
    },
  };
}
