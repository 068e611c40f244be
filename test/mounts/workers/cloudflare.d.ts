/** As much of the Workers runtime as the worker here uses. */
declare module 'cloudflare:workers' {
  export const env: Record<'EDLINK_URL', string>;
}

interface ExportedHandler {
  fetch(
    request: Request,
    env: unknown,
    context: { waitUntil(work: Promise<unknown>): void },
  ): Promise<Response>;
  scheduled(): Promise<void>;
}
