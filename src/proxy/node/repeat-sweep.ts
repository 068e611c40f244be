import type { Proxy } from '../create-proxy.js';

/** Sweeps again and again, `pause` milliseconds after the last one has ended. Returns what stops it. */
export function repeatSweep(proxy: Proxy, pause: number): () => void {
  let isStopped = false;
  let timer: NodeJS.Timeout;
  const arm = () => {
    if (isStopped) return;
    timer = setTimeout(sweep, pause);
    // A server that has nothing else to do may end.
    timer.unref();
  };
  // A store that fails now may work at the next sweep, and the browsers' own requests report it meanwhile.
  const sweep = () => void proxy.sweep().then(arm, arm);
  arm();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
