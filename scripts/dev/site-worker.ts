import { parentPort } from 'node:worker_threads';
import { buildSite, type SiteInput } from '../site/build-site.ts';
import { toFaults } from './fault.ts';
import type { SiteResult } from './site-builder.ts';

/** Builds one site after the other in a thread of its own; what a build throws is handed back. */
parentPort?.on('message', async (input: SiteInput) => {
  const result: SiteResult = await buildSite(input).then(
    (pages) => ({ pages }),
    (error: unknown) => ({ faults: toFaults(error) }),
  );
  parentPort?.postMessage(result);
});
