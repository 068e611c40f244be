import { acknowledged, returnChannel, returned } from '../contract/return-message.js';

// An element that waits in another tab asks its proxy now, and answers; without an answer this may be a colleague in
// another browser, and the tab stays to say that the job is done.
const channel = new BroadcastChannel(returnChannel);
channel.onmessage = ({ data }: MessageEvent<{ type?: unknown } | null>) => {
  if (data?.type === acknowledged) window.close();
};
channel.postMessage({ type: returned });
