import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Onboarding, OnboardingRequest } from '../contract/onboarding.js';
import { invitation as english } from '../locales/en/invitation.js';
import type { Failure } from '../onboarding/state.js';
import { fieldsIn, form, made, requestFrom, type FormView } from './district-onboardings.form.js';

/** What the dialog for a new onboarding shows: what is asked for, or what came of it. */
type InvitationState =
  | { readonly name: 'asking' | 'sending'; readonly failure?: Failure | undefined }
  | { readonly name: 'made'; readonly row: Onboarding; readonly district: string };

/** The dialog for a new onboarding. It is loaded when somebody opens it. */
export interface Invitation {
  open(): void;
  render(view: FormView): TemplateResult;
}

interface Host extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
  /** The texts of a part that brings its own English. */
  textsOf<Own extends object>(english: Own): Own;
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
      const { name } = state;
      void change(name === 'sending' ? state : { name: 'asking' }).then(() => {
        const asked = dialog();
        // The element may have left the page while this was loaded.
        if (asked?.isConnected) asked.showModal();
      });
    },
    render(view) {
      const texts = { ...view.texts, ...host.textsOf(english) };
      const content =
        state.name === 'made'
          ? made(view, texts, state, close)
          : form(view, {
              texts,
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
