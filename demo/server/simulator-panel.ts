import { plain } from './responses.js';

const completePath = /^\/simulator(\/onboardings\/[0-9a-f-]{36}\/complete)$/;

/** Where the panel's requests go on the simulator; `null` for anything that is none of them. */
function controlPath(method: string, pathname: string): string | null {
  if (method === 'PATCH' && pathname === '/simulator/settings') return '/__simulator/settings';
  const complete = method === 'POST' && completePath.exec(pathname)?.[1];
  return complete ? `/__simulator${complete}` : null;
}

/**
 * Hands the panel's requests to the simulator's own controls, and says whether that went well. It asks nobody whose
 * onboarding it is: whoever has the link could complete it too.
 */
export async function answerPanel(request: Request, edlinkUrl: string): Promise<Response> {
  const path = controlPath(request.method, new URL(request.url).pathname);
  if (path === null) return plain('There is no such switch.', 404);
  const answer = await fetch(edlinkUrl + path, { method: request.method, body: await request.text() });
  if (answer.ok) return plain('Done.', 200);
  const { detail } = (await answer.json()) as { detail?: string };
  return plain(detail ?? 'The simulator refuses.', answer.status);
}
