import { plainly, type SimulatorAnswer } from './answer.js';
import { edlinkCall } from './edlink/edlink-api.js';
import { errorAnswer } from './edlink/edlink-answers.js';
import { EdlinkError } from './edlink/edlink-error.js';
import type { Drawn } from './faults/fault-queue.js';
import type { Refusal } from './faults/fault-schema.js';
import { refuse } from './faults/refusals.js';
import { spoil } from './faults/spoilers.js';
import { pathwrightCall } from './pathwright/pathwright-api.js';
import { logEntry, type WritableRequestLog } from './request-log.js';
import type { Simulation } from './simulation.js';
import type { UpstreamCall } from './upstream-call.js';
import { readUpstreamRequest, type UpstreamRequest } from './upstream-request.js';

/** What the upstreams need beside the simulation: where calls are written down, and what goes wrong with them. */
export interface Upstream {
  readonly simulation: Simulation;
  readonly requests: WritableRequestLog;
  drawFaults(call: UpstreamCall): Drawn;
}

/** Answers one call of Edlink's or Pathwright's, with whatever the fault queue holds for it. */
export async function answerUpstream(upstream: Upstream, request: Request): Promise<SimulatorAnswer> {
  const read = await readUpstreamRequest(request);
  const call = pathwrightCall(read.method, read.url) ?? edlinkCall(read.method, read.url);
  const drawn = upstream.drawFaults(call);
  const kinds = [drawn.delay, drawn.refusal, drawn.spoiler].flatMap((fault) => fault?.kind ?? []);
  const entry = logEntry(read, call.operation, kinds, upstream.simulation.now());
  upstream.requests.add(entry);
  const answer = await answerWithFaults(upstream.simulation, call, read, drawn);
  entry.status = answer.response.status;
  return answer;
}

async function answerWithFaults(
  simulation: Simulation,
  call: UpstreamCall,
  request: UpstreamRequest,
  { delay, refusal, spoiler }: Drawn,
): Promise<SimulatorAnswer> {
  if (delay?.kind === 'slow') await pause(delay.milliseconds);
  const answer = refusal
    ? refuseCall(simulation, call, request, refusal)
    : plainly(call.answer(simulation, request));
  if (delay?.kind === 'slow-answer') await pause(delay.milliseconds);
  return spoiler ? spoil(spoiler, answer.response) : answer;
}

function refuseCall(
  simulation: Simulation,
  call: UpstreamCall,
  request: UpstreamRequest,
  refusal: Refusal,
): SimulatorAnswer {
  if (refusal.kind === 'edlink-error') {
    return plainly(errorAnswer(simulation, new EdlinkError(refusal.code, 'A simulated error.')));
  }
  if ('committed' in refusal && refusal.committed) call.answer(simulation, request);
  return refuse(refusal, call, simulation.now());
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
