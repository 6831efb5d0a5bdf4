import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { beforeAll, describe, expect, it } from 'vitest';
import { copyProject } from '../build/copy-project.ts';
import { PROJECT_ROOT } from '../build/run-build.ts';
import { makeTemporaryFolder } from '../build/temporary-folder.ts';
import { countOn, openReader, seesOverlay, seesWords, startDev, until } from './dev-run.ts';

let page: Page;
beforeAll(async () => {
  page = await openReader();
});

/** The processes of this machine whose surroundings name a folder; Linux only. */
async function processesWith(word: string): Promise<string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    ids.map(async (id) => {
      const all = await readFile(`/proc/${id}/environ`, 'latin1').catch(() => '');
      return all.includes(word) ? [`${id} ${await readFile(`/proc/${id}/comm`, 'utf8')}`] : [];
    }),
  );
  return found.flat();
}

describe('what is served', () => {
  it('lies under the path that the site lives at, and so do the previews', async () => {
    const content = path.join(await makeTemporaryFolder(), 'content');
    await cp(path.join(PROJECT_ROOT, 'tests/fixtures/better-sleep'), content, { recursive: true });
    const site = await readFile(path.join(content, 'site.yml'), 'utf8');
    await writeFile(
      path.join(content, 'site.yml'),
      site.replace('pathPrefix: /', 'pathPrefix: /sleep/'),
    );
    await mkdir(path.join(content, 'de/worksheets'), { recursive: true });
    const sheet = await readFile(path.join(content, 'en/worksheets/sleep-diary.md'), 'utf8');
    await writeFile(path.join(content, 'de/worksheets/sleep-diary.md'), sheet);
    const run = await startDev({ content });
    const statusOf = async (address: string) => (await fetch(run.origin + address)).status;
    expect((await fetch(`${run.origin}/`)).url).toBe(`${run.origin}/sleep/`);
    expect(await statusOf('/sleep/worksheets/')).toBe(200);
    expect(await statusOf('/worksheets/')).toBe(404);
    expect(await statusOf('/sleep/sheets/sleep-diary/')).toBe(200);
    expect(await statusOf('/sheets/sleep-diary/')).toBe(200);
    expect(await statusOf('/sleep/de/sheets/sleep-diary/')).toBe(200);
    expect(await statusOf('/de/sheets/')).toBe(200);
    await page.goto(`${run.origin}/de/sheets/sleep-diary/`);
    await until('a picture', () => countOn(page, 'img'));
    expect(await run.interrupt()).toBe(0);
  });

  it('can be asked for on this machine only, and by its name only', async () => {
    const run = await startDev();
    const { port } = new URL(run.origin);
    const askWithHost = (host: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        request({ host: '127.0.0.1', port, headers: { host } }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        })
          .on('error', reject)
          .end();
      });
    expect(await askWithHost(`localhost:${port}`)).toBe(200);
    expect(await askWithHost(`elsewhere.example:${port}`)).toBe(403);
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((one) => one && !one.internal && one.family === 'IPv4');
    if (outside) await expect(fetch(`http://${outside.address}:${port}/`)).rejects.toThrow();
    expect((await fetch(`${run.origin}/..%2f..%2fpackage.json`)).status).toBe(404);
    expect((await fetch(run.origin, { method: 'POST' })).status).toBe(405);
    // The later of two takes the next port.
    const second = await startDev({ args: ['--port', port] });
    expect(Number(new URL(second.origin).port)).toBeGreaterThan(Number(port));
    expect(await Promise.all([run.interrupt(), second.interrupt()])).toEqual([0, 0]);
  });

  it('leads to no other host, and is lent to no other page', async () => {
    const run = await startDev();
    const ask = (pathname: string) =>
      new Promise<IncomingMessage>((resolve, reject) => {
        // Not fetch, which tidies the address up before it asks.
        request({ host: '127.0.0.1', port: new URL(run.origin).port, path: pathname }, resolve)
          .on('error', reject)
          .end();
      });
    for (const pathname of [
      '/.//worksheets',
      '/.///worksheets',
      '/.\\\\worksheets',
      '/worksheets',
    ]) {
      const { headers, statusCode } = await ask(pathname);
      expect(headers.location ?? statusCode).toMatch(/^\/worksheets\/$/);
    }
    await page.goto(`${run.origin}/sheets/wind-down/`);
    await until('a picture', () => countOn(page, 'img'));
    const picture = await page.$eval('img', ({ src }) => new URL(src).pathname);
    for (const pathname of [picture, '/.dev/live.js', '/.dev/state', '/worksheets/']) {
      const { headers, statusCode } = await ask(pathname);
      expect([statusCode, headers['cross-origin-resource-policy']]).toEqual([200, 'same-origin']);
    }
    expect(await run.interrupt()).toBe(0);
  });
});

describe('a session', () => {
  it('begins with the overlay when the content is broken, and goes on from there', async () => {
    const content = path.join(await makeTemporaryFolder(), 'content');
    await cp(path.join(PROJECT_ROOT, 'tests/fixtures/better-sleep'), content, { recursive: true });
    const text = await readFile(path.join(content, 'site.yml'), 'utf8');
    await writeFile(path.join(content, 'site.yml'), text.replace('name:', 'nmae:'));
    const run = await startDev({ content });
    expect((await page.goto(`${run.origin}/worksheets/`))?.status()).toBe(503);
    await seesWords(page, 'unknown key "nmae"', '#dev-overlay');
    await writeFile(path.join(run.content, 'site.yml'), text);
    await seesOverlay(page, false);
    await seesWords(page, 'Wind', 'main');
    expect(await run.interrupt()).toBe(0);
  });

  it('follows the templates of the site and of the sheets', async () => {
    const project = await copyProject();
    const run = await startDev({ project });
    const template = async (name: string, change: (text: string) => string) => {
      const file = path.join(project, 'templates', name);
      await writeFile(file, change(await readFile(file, 'utf8')));
    };
    await page.goto(`${run.origin}/worksheets/wind-down/`);
    await template('layouts/base.njk', (text) => text.replace('<main', '<p id="new">New</p><main'));
    await seesWords(page, 'New', '#new');
    await template('pages/worksheet.njk', (text) => `${text}\n<p id="added">Added</p>`);
    await seesWords(page, 'Added', '#added');
    await template('pages/worksheet.njk', (text) => `${text}\n{% nonsense %}`);
    await seesWords(page, 'unknown block tag: nonsense', '#dev-overlay');
    await template('pages/worksheet.njk', (text) => text.replace('\n{% nonsense %}', ''));
    await seesOverlay(page, false);
    await page.goto(`${run.origin}/sheets/wind-down/`);
    const picture = () => page.$eval('img', ({ src }) => src).catch(() => '');
    const before = await until('a picture', picture);
    await template('layouts/sheet.njk', (text) => text.replace('<h1', '<p>Printed anew</p><h1'));
    await template('styles/sheet.css', (text) => `${text}\n.sheet { letter-spacing: 1pt; }`);
    await until('another picture', async () => ![before, ''].includes(await picture()));
    expect(await run.interrupt()).toBe(0);
  });

  it('leaves nothing behind when it is interrupted, whenever that is', async () => {
    for (const moment of [/the site\n/, /everything {2}preview/]) {
      const temporary = await makeTemporaryFolder();
      const run = await startDev({ environment: { TMPDIR: temporary } });
      await run.says(moment);
      expect(await readdir(temporary)).not.toEqual([]);
      expect(await run.interrupt()).toBe(0);
      expect(
        (await readdir(temporary)).filter((name) => /^(worksheet|puppeteer)/.test(name)),
      ).toEqual([]);
      if (process.platform === 'linux') {
        await until('the end of its processes', async () => {
          return (await processesWith(`TMPDIR=${temporary}`)).length === 0;
        });
      }
    }
  });

  it.each([
    [['--port', 'many'], '--port: expected a whole number from 0 to 65535, found "many".'],
    [['--content', '/no/such/folder'], 'Expected a folder with content at /no/such/folder'],
    [['quickly'], "Unexpected argument 'quickly'"],
  ])('is refused when it is told %j', async (args, words) => {
    const { runCommand } = await import('../build/run-build.ts');
    const run = await runCommand('dev', args);
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain(words);
  });
});
