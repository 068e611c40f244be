import { remedyFor } from '../onboarding/failure.js';
import {
  afterAnswer,
  isOnLadder,
  mayClimb,
  schedule,
  startPace,
  waitBeforeAsking,
  withJitter,
} from '../onboarding/schedule.js';
import type { Failure } from '../onboarding/state.js';
import type { Environment } from './environment.js';

/** When to ask about many onboardings at once: the flow's schedule, for whoever has no flow. */
export interface Asking {
  /** Asks now, and then by the schedule from its beginning. */
  begin(): void;
  /** Forgets the long waits: something is new that will soon change. */
  hasten(): void;
  /** Nothing is asked any more. */
  end(): void;
  /** Somebody comes back, or wakes up. `isReturn`: the return page says so. */
  heed(isReturn: boolean): void;
  /** Somebody wants to know now. */
  refresh(): void;
  /** Somebody else on the page was answered: ours is put off by one wait. */
  heard(): void;
  /** Another tab asks instead, and what it is told is not known here: ours is put off, but not for ever. */
  putOff(): void;
}

/** `ask` asks once and says what went wrong; what it does after `end` counts for nothing. */
export function createAsking(
  ask: (fresh: boolean) => Promise<Failure | undefined>,
  environment: Pick<Environment, 'now' | 'random' | 'setTimer' | 'clearTimer'>,
): Asking {
  let pace = startPace;
  let timer = 0;
  let isAsking = false;
  let isSignalled = false;
  /** Counts the beginnings; 0 while there is none. */
  let run = 0;
  let runs = 0;

  function arm(delay: number): void {
    environment.clearTimer(timer);
    timer = environment.setTimer(() => void askNow(), withJitter(delay, environment.random()));
  }

  async function askNow(): Promise<void> {
    if (!run || isAsking) return;
    const at = environment.now();
    const delay = isSignalled ? waitBeforeAsking(pace, at) : pace.notBefore - at;
    if (delay > 0) {
      arm(delay);
      return;
    }
    const fresh = isSignalled || isOnLadder(pace);
    pace = { ...pace, askedAt: at, signalled: isSignalled, fresh, putOff: 0 };
    isSignalled = false;
    isAsking = true;
    environment.clearTimer(timer);
    timer = 0;
    const thisRun = run;
    const failure = await ask(fresh);
    if (thisRun === run) goOn(failure);
  }

  function goOn(failure: Failure | undefined): void {
    const at = environment.now();
    isAsking = false;
    pace = { ...pace, notBefore: Math.max(pace.notBefore, at + (failure?.retryAfter ?? 0)) };
    if (isSignalled) arm(waitBeforeAsking(pace, at));
    else if (!failure || remedyFor(failure) === 'wait') {
      const { delay, ...rest } = afterAnswer(pace);
      pace = { ...pace, ...rest };
      arm(Math.max(delay, pace.notBefore - at));
    }
  }

  function signal(delay: number): void {
    if (!run) return;
    isSignalled = true;
    if (!isAsking) arm(delay);
  }

  return {
    begin() {
      run = ++runs;
      // Doubled by the first answer.
      pace = { ...startPace, interval: startPace.interval / 2 };
      isAsking = false;
      isSignalled = false;
      void askNow();
    },
    hasten() {
      pace = { ...pace, interval: startPace.interval };
      if (run && !isAsking) arm(pace.interval);
    },
    end() {
      run = 0;
      environment.clearTimer(timer);
    },
    heed(isReturn) {
      const at = environment.now();
      if (isReturn && !mayClimb(pace, at)) return;
      if (isReturn) pace = { ...pace, rung: 0, ladderAt: at };
      // Who follows a single onboarding asks for all at this very moment; that answer is ours, too.
      signal(schedule.burst);
    },
    refresh() {
      signal(0);
    },
    heard() {
      if (!run || isAsking) return;
      isSignalled = false;
      arm(Math.max(schedule.ladder[pace.rung - 1] ?? pace.interval, pace.notBefore - environment.now()));
    },
    putOff() {
      const isPatient = !isSignalled && !isOnLadder(pace) && pace.putOff < schedule.mostPutOff;
      if (!run || !timer || !isPatient) return;
      const { delay, ...rest } = afterAnswer(pace);
      pace = { ...pace, ...rest, putOff: pace.putOff + 1 };
      arm(Math.max(delay, pace.notBefore - environment.now()));
    },
  };
}
