import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that all test files of one run share; empty when the run begins. */
    sharedFolder: string;
  }
}

/** Gives the test files of a run a folder in common, and takes it away after the last of them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'worksheets-run-'));
  project.provide('sharedFolder', folder);
  return () => rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
