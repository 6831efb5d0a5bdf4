import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../scripts/content/load.ts';
import { NO_OUTPUTS } from '../../scripts/model/manifest.ts';
import { buildSite } from '../../scripts/site/build-site.ts';
import { listPageFiles, toSiteData } from '../../scripts/site/site-data.ts';
import { BETTER_SLEEP } from '../build/run-build.ts';
import { makeTemporaryFolder } from '../build/temporary-folder.ts';

describe.each([BETTER_SLEEP, 'content'])('the site of %s', (content) => {
  it('can be built before any sheet is printed', async () => {
    const outcome = await loadLibrary(content);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    const library = outcome.value;
    const outDir = path.join(await makeTemporaryFolder(), 'site');
    const pages = await buildSite({
      library,
      outputs: NO_OUTPUTS,
      outDir,
      isDraft: true,
      isQuick: true,
    });
    expect(pages).toEqual(listPageFiles(toSiteData(library, NO_OUTPUTS)));
  });
});
