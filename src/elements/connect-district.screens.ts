import { html, nothing, type TemplateResult } from 'lit';
import type { FlowState, FollowingState, LiveName } from '../onboarding/state.js';
import {
  action,
  beginning,
  cancelDialog,
  developerDetail,
  handOff,
  headline,
  mainAction,
  notice,
  pageLink,
  steps,
  type Content,
  type View,
} from './connect-district.parts.js';

/** What a state shows: `status` is announced, `body` is what one can do. */
export interface Screen {
  readonly status: Content;
  readonly body: Content;
}

/** The one place that says what each state looks like. */
export function screenFor(flow: FlowState, view: View): Screen {
  const { texts, names, actions } = view;
  switch (flow.name) {
    case 'idle':
      return { status: notice(flow.following?.failure, view), body: beginning(view, false) };
    case 'creating':
      return {
        status: html`${headline(flow.failure ? 'none' : 'busy', texts.creating)}${notice(flow.failure, view)}`,
        body: flow.failure ? retrying(view) : beginning(view, true),
      };
    case 'opening':
      return live('opening', flow, view, headline('busy', texts.opening(names)));
    case 'blocked':
      return live(
        'blocked',
        flow,
        view,
        flow.refused ? refused(view) : headline('none', texts.ready, texts.readyHint),
      );
    case 'waiting':
      return live(
        'waiting',
        flow,
        view,
        headline('busy', texts.waiting(names), texts.waitingHint, mayClose(flow, view)),
      );
    case 'started':
      return live(
        'started',
        flow,
        view,
        headline('busy', texts.started, texts.startedHint(names), mayClose(flow, view)),
      );
    case 'connected': {
      const isActive = flow.onboarding?.automatic_approval;
      const next = isActive ? texts.connectedActive(names) : texts.connectedReview(names);
      return {
        status: headline('success', texts.connected, flow.onboarding ? next : ''),
        body: action('button', 'button', texts.connectAnother, actions.reset),
      };
    }
    case 'incomplete':
      return {
        status: html`${headline('warning', texts.incomplete, texts.incompleteHint(names))}
          <p class="code" part="code">${texts.code('onboarding-incomplete')}</p>
          ${notice(flow.following.failure, view)}`,
        body: oneOf(mainAction(texts.checkAgain, actions.refresh), startOver(view)),
      };
    case 'expired':
      return {
        status: html`${headline('warning', texts.expired, texts.expiredHint)}${notice(flow.following.failure, view)}`,
        body: mainAction(texts.startAgain, actions.connect),
      };
    case 'cancelled':
      return {
        status:
          flow.reason === 'user'
            ? headline('none', texts.cancelled, texts.cancelledHint)
            : headline('warning', texts.deleted, texts.deletedHint),
        body: mainAction(texts.startAgain, actions.connect),
      };
    case 'failed':
      return {
        status: html`${headline('danger', texts.failed)}${notice(flow.failure, view)}${developerDetail(flow.failure)}`,
        body: oneOf(mainAction(texts.tryAgain, actions.connect), flow.following ? startOver(view) : nothing),
      };
  }
}

/** There is an onboarding and everybody waits: the steps, the way there, the hand-off, the way out. */
function live(name: LiveName, flow: FollowingState, view: View, title: TemplateResult): Screen {
  const { texts, names, actions } = view;
  const label = name === 'blocked' ? texts.open(names) : texts.openAgain(names);
  return {
    status: html`${title}${notice(flow.following.failure, view)}`,
    body: html`${steps(name, view)} ${pageLink(label, view)}
      ${view.until ? html`<p class="note">${view.until}</p>` : nothing} ${handOff(view)}
      <div class="actions">
        ${action('check', 'button quiet', texts.check, actions.refresh)}
        ${action('cancel', 'button quiet', flow.cancelling ? texts.cancelling : texts.cancel, actions.askToCancel)}
      </div>
      ${cancelDialog(view)}`,
  };
}

const refused = ({ texts }: View): TemplateResult => headline('warning', texts.blocked, texts.blockedHint);

/** Only a host that asks by itself may promise that it will know. */
const mayClose = ({ onboarding }: FollowingState, { texts }: View): string =>
  onboarding.$host?.watched ? texts.mayClose : '';

const retrying = ({ texts, actions }: View): TemplateResult =>
  oneOf(
    mainAction(texts.tryAgain, actions.refresh),
    action('cancel', 'button quiet', texts.cancel, actions.cancel),
  );

const startOver = ({ texts, actions }: View): TemplateResult =>
  action('reset', 'button', texts.startAgain, actions.reset);

const oneOf = (main: TemplateResult, other: Content): TemplateResult =>
  html`<div class="actions">${main}${other}</div>`;
