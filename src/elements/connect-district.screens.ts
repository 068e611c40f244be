import { html, nothing, type TemplateResult } from 'lit';
import type { ConnectedState, FlowState, LiveName, ShownState } from '../onboarding/state.js';
import {
  actions,
  beginning,
  cancelDialog,
  handOff,
  integrationNames,
  notYours,
  pageLink,
  steps,
  type View,
} from './connect-district.parts.js';
import { button, headline, hint, notice, supportCode, type Content } from './shared/parts.js';

/** What a state shows: `status` is announced, `body` is what one can do. */
export interface Screen {
  readonly status: Content;
  readonly body: Content;
}

/** The one place that says what each state looks like. */
export function screenFor(flow: FlowState, view: View): Screen {
  const { texts, names } = view;
  const trouble = notice(texts, 'failure' in flow ? flow.failure : undefined);
  const show = (title: Content, body: Content): Screen => ({ status: html`${title}${trouble}`, body });
  switch (flow.name) {
    case 'idle':
      return show(nothing, beginning(view, false));
    case 'creating':
      return flow.failure
        ? show(headline('', texts.creating), actions(texts.tryAgain, view.refresh, cancelButton(view)))
        : show(headline('busy', texts.creating), beginning(view, true));
    case 'blocked':
      return show(
        flow.refused ? headline('warning', texts.blocked, texts.blockedHint) : headline('', texts.ready),
        live(flow, view, flow.name),
      );
    case 'opening':
    case 'waiting':
    case 'started': {
      const titles = { opening: texts.opening(names), waiting: texts.waiting(names), started: texts.started };
      // Only a host that asks by itself may promise that it will know.
      const mayClose = flow.onboarding.$host?.watched ? texts.mayClose : '';
      const hints = flow.failure ? [] : [texts.noticed, mayClose];
      return show(headline('busy', titles[flow.name], ...hints), live(flow, view, flow.name));
    }
    case 'connected':
      return connected(flow, view);
    case 'incomplete':
      return show(
        html`${headline('warning', texts.incomplete, texts.incompleteHint(names))}
        ${supportCode(texts, 'onboarding-incomplete')}`,
        actions(texts.checkAgain, view.refresh, startOver(view)),
      );
    case 'expired':
      return show(
        headline('warning', texts.expired, texts.expiredHint),
        actions(texts.startAgain, view.open),
      );
    case 'cancelled':
      return show(
        headline('warning', flow.reason === 'user' ? texts.cancelled : texts.deleted, texts.cancelledHint),
        actions(texts.startAgain, view.open),
      );
    case 'failed':
      return show(
        headline('danger', texts.failed),
        actions(texts.tryAgain, view.open, 'asking' in flow ? startOver(view) : nothing),
      );
  }
}

/** There is an onboarding and everybody waits: the steps, the way there, the hand-off, the way out. */
function live(flow: ShownState, view: View, name: LiveName): TemplateResult {
  const { texts, names, until } = view;
  return html`${steps(view, name)}
    ${pageLink(view, name === 'blocked' ? texts.open(names) : texts.openAgain(names))}
    ${flow.notCancelled ? html`<p class="notice">${texts.notCancelled}</p>` : nothing}
    ${until ? html`<p class="muted">${until}</p>` : nothing} ${handOff(view)}
    <div class="actions">
      ${button('check', 'quiet', texts.check, view.refresh)}
      ${button('cancel', 'quiet', flow.cancelling ? texts.cancelling : texts.cancel, view.askToCancel)}
    </div>
    ${cancelDialog(view)}`;
}

/** Without automatic approval nothing is shared yet; where the host only told us the id, nothing is known. */
function connected({ onboarding, integrationId }: ConnectedState, view: View): Screen {
  const { texts, names } = view;
  const isApproved = onboarding?.automatic_approval;
  const next = isApproved ? texts.connectedActive(names) : texts.connectedReview(names);
  const advice = isApproved ? texts.notYoursActive(names) : texts.notYoursReview(names);
  const { provider, team } = onboarding?.$host?.integration ?? {};
  const whose = [provider, team].flatMap((name) => name || []);
  return {
    status: html`${headline('success', texts.connected)}${integrationNames(whose)}${hint(onboarding ? next : '')}`,
    body: html`${whose.length ? notYours(view, integrationId, advice) : nothing}
    ${button('button', '', texts.connectAnother, view.reset)}`,
  };
}

const cancelButton = ({ texts, cancel }: View): TemplateResult =>
  button('cancel', 'quiet', texts.cancel, cancel);

const startOver = ({ texts, reset }: View): TemplateResult => button('reset', '', texts.startAgain, reset);
