import type { ReactiveControllerHost } from 'lit';
import { asFailure } from '../controllers/failure.js';
import type { LinksController } from '../controllers/links-controller.js';
import { exportCsv } from '../links/export.js';
import { download } from './shared/download.js';
import { fileName } from './shared/file-name.js';

interface Host extends ReactiveControllerHost {
  readonly isConnected: boolean;
}

export interface Export {
  readonly isBusy: boolean;
  start(): void;
}

/** Reads the whole list and gives it to the person as a file; `done` is told how many links are in it. */
export function createExport(host: Host, links: LinksController, done: (count: number) => void): Export {
  let isBusy = false;

  async function run(): Promise<void> {
    try {
      const all = await links.readAll();
      download(fileName('external-links'), exportCsv(all));
      done(all.length);
    } catch (error) {
      // The list shows what it met.
      if (host.isConnected) links.tellFailure(asFailure(error));
    }
    isBusy = false;
    host.requestUpdate();
  }

  return {
    get isBusy() {
      return isBusy;
    },
    start() {
      if (isBusy) return;
      isBusy = true;
      host.requestUpdate();
      void run();
    },
  };
}
