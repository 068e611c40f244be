import { plainly, type SimulatorAnswer } from './answer.js';
import { answerEdlink } from './edlink/edlink-api.js';
import { errorAnswer } from './edlink/edlink-answers.js';
import { EdlinkError } from './edlink/edlink-error.js';
import { recogniseCall, type EdlinkCall } from './edlink/edlink-routes.js';
import type { Drawn } from './faults/fault-queue.js';
import type { Operation, Refusal } from './faults/fault-schema.js';
import { refuse } from './faults/refusals.js';
import { spoil } from './faults/spoilers.js';
import { logEntry, type WritableRequestLog } from './request-log.js';
import type { Simulation } from './simulation.js';
import { readUpstreamRequest, type UpstreamRequest } from './upstream-request.js';

/** What the upstream needs beside the simulation: where calls are written down, and what goes wrong with them. */
export interface Upstream {
  readonly simulation: Simulation;
  readonly requests: WritableRequestLog;
  drawFaults(operation: Operation): Drawn;
}

/** Answers one call of the API, with whatever the fault queue holds for it. */
export async function answerUpstream(upstream: Upstream, request: Request): Promise<SimulatorAnswer> {
  const read = await readUpstreamRequest(request);
  const call = recogniseCall(read.method, read.url.pathname);
  const drawn = upstream.drawFaults(call.operation);
  const kinds = [drawn.delay, drawn.refusal, drawn.spoiler].flatMap((fault) => fault?.kind ?? []);
  const entry = logEntry(read, call.operation, kinds, upstream.simulation.now());
  upstream.requests.add(entry);
  const answer = await answerWithFaults(upstream.simulation, call, read, drawn);
  entry.status = answer.response.status;
  return answer;
}

async function answerWithFaults(
  simulation: Simulation,
  call: EdlinkCall,
  request: UpstreamRequest,
  { delay, refusal, spoiler }: Drawn,
): Promise<SimulatorAnswer> {
  if (delay?.kind === 'slow') await pause(delay.milliseconds);
  const answer = refusal
    ? refuseCall(simulation, call, request, refusal)
    : plainly(answerEdlink(simulation, call, request));
  if (delay?.kind === 'slow-answer') await pause(delay.milliseconds);
  return spoiler ? spoil(spoiler, answer.response) : answer;
}

function refuseCall(
  simulation: Simulation,
  call: EdlinkCall,
  request: UpstreamRequest,
  refusal: Refusal,
): SimulatorAnswer {
  if (refusal.kind === 'edlink-error') {
    return plainly(errorAnswer(simulation, new EdlinkError(refusal.code, 'A simulated error.')));
  }
  if ('committed' in refusal && refusal.committed) answerEdlink(simulation, call, request);
  return refuse(refusal, simulation.now());
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
