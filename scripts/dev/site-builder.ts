import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SiteInput } from '../site/build-site.ts';
import { type Fault, toFaults } from './fault.ts';

/** The pages that were written, or why none were. */
export type SiteResult = { pages: string[] } | { faults: Fault[] };

/** Builds sites, one at a time. */
export type SiteBuilder = {
  build(input: SiteInput): Promise<SiteResult>;
  /** Makes the next build read the templates anew. */
  forgetTemplates(): void;
  close(): Promise<void>;
};

/** Eleventy lets go of little while its process lives; a new thread begins afresh. */
const MOST_BUILDS = 200;

/**
 * Starts a thread with Eleventy in it. Eleventy keeps templates for as long as it lives: for a text
 * that is saved that is quick, and for a template that is saved the thread is replaced.
 */
export function openSiteBuilder(): SiteBuilder {
  const start = () => new Worker(new URL('./site-worker.ts', import.meta.url));
  let worker = start();
  let builds = 0;
  let isClosed = false;
  const restart = () => {
    const old = worker;
    builds = 0;
    worker = start();
    return old.terminate();
  };
  // The thread's own bookkeeping hangs on its listeners, so only those set here are removed.
  const ask = async (input: SiteInput): Promise<SiteResult> => {
    const answered = new AbortController();
    const { signal } = answered;
    worker.postMessage(input);
    try {
      const [result] = await Promise.race([
        once(worker, 'message', { signal }),
        once(worker, 'exit', { signal }).then(() => {
          throw new Error('the site builder ended early');
        }),
      ]);
      return result as SiteResult;
    } finally {
      answered.abort();
    }
  };
  return {
    async build(input) {
      if (++builds > MOST_BUILDS) await restart();
      return ask(input).catch(async (error: unknown) => {
        if (!isClosed) await restart();
        return { faults: toFaults(error) };
      });
    },
    forgetTemplates: () => void restart(),
    async close() {
      isClosed = true;
      await worker.terminate();
    },
  };
}
