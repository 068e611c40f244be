/**
 * What a `Response` cannot say. `drop`: no byte, the connection closes. `hang`: no byte, it stays open. `cut`: reset in
 * mid-body. `truncate`: ended in mid-body.
 */
export type TransportFault = 'drop' | 'hang' | 'cut' | 'truncate';

/** The answer to one request, with the fault an adapter has to carry out while it sends it. */
export interface SimulatorAnswer {
  readonly response: Response;
  readonly transport: TransportFault | null;
}

export const plainly = (response: Response): SimulatorAnswer => ({ response, transport: null });
