import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseShelf, toRequest } from '../../scripts/command/choose-sheets.ts';
import { parsePacketOptions } from '../../scripts/command/packet-options.ts';
import { assertReplaceable } from '../../scripts/command/replaceable.ts';
import { loadReading } from '../../scripts/content/load.ts';
import { BETTER_SLEEP, runCommand } from '../build/run-build.ts';
import { makeTemporaryFolder } from '../build/temporary-folder.ts';
import { lettersIn, lettersOf, readPdf } from '../pdf/open-pdf.ts';

const packet = (...args: string[]) => runCommand('packet', ['--no-sandbox', ...args]);

describe('npm run packet', () => {
  it('binds sheets of any content, by number, span or name, into one file', async () => {
    const out = path.join(await makeTemporaryFolder(), 'two.pdf');
    const run = await packet(
      ...['--content', BETTER_SLEEP, '--sheets', '2,sleep-diary,1-2', '--title', 'Two nights'],
      ...['--practice', 'The Quiet Room', '--paper', 'letter', '--out', out],
    );
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toMatch(/two\.pdf is there: \d+ pages, \d+ fields\.\n$/);
    const pdf = await readPdf(await readFile(out));
    expect(pdf.info['Title']).toBe('Two nights');
    expect(pdf.pages[0]?.view).toEqual([0, 0, 612, 792]);
    expect(lettersIn(pdf)).toContain(lettersOf('The Quiet Room'));
    expect(lettersIn(pdf).toLowerCase()).not.toContain('trust');
    expect(pdf.outline.map(({ title }) => title)).toEqual([
      'Two nights',
      'Contents',
      'Wind down · Time 1',
      'Sleep diary · Time 1',
      'Sleep diary · Time 2',
      'Wind down · Time 2',
    ]);
  });

  it('binds a packet of the folder, and says what it leaves out', async () => {
    const out = path.join(await makeTemporaryFolder(), 'six.pdf');
    const run = await packet('--packet', 'starter-six', '--companion', '--out', out);
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toContain('A private sheet is never bound');
    const titles = (await readPdf(await readFile(out))).outline.map(({ title }) => title);
    expect(titles[0]).toBe('The starter six');
    expect(titles.filter((title) => title === 'Our ground rules')).toHaveLength(2);
  });

  it('says which sheets build on one that is not there', async () => {
    const out = path.join(await makeTemporaryFolder(), 'gate.pdf');
    const run = await packet('--sheets', 'a-full-apology', '--out', out, '--edition', 'short');
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('"A full apology" builds on "Owning what I did"');
  });

  it('puts a new file in the place of an earlier PDF, and of nothing else', async () => {
    const folder = await makeTemporaryFolder();
    const [pdf, notes] = [path.join(folder, 'a.pdf'), path.join(folder, 'notes.pdf')];
    const args = ['--content', BETTER_SLEEP, '--sheets', '1', '--quiet', '--out'];
    expect((await packet(...args, pdf)).code).toBe(0);
    expect((await packet(...args, pdf)).code).toBe(0);
    await writeFile(notes, 'My notes.');
    const refused = await packet(...args, notes);
    expect([refused.code, await readFile(notes, 'utf8')]).toEqual([2, 'My notes.']);
    expect(refused.stderr).toContain('it is no PDF');
  });

  it('ends with 2 when it is told of what is not there', async () => {
    const run = await packet('--sheets', 'our-ground-rule');
    expect([run.code, run.stdout]).toEqual([2, 'Reading the content\n']);
    expect(run.stderr).toContain('Did you mean "our-ground-rules"?');
  });
});

describe('what is asked for and not there', () => {
  const ask = async (...args: string[]) => {
    const { library } = await loadReading('content');
    const options = parsePacketOptions(args);
    return () => toRequest(options, chooseShelf(library, options.lang));
  };

  it.each([
    [['--sheets', '40'], 'there is no worksheet "40". Numbers are 1 to 30.'],
    [['--sheets', '5-3'], '"5-3" runs backwards; write 3-5.'],
    [['--packet', 'starter'], 'there is no packet "starter". There are: starter-six'],
    [['--sheets', '3', '--lang', 'es'], 'there is nothing in "es". There are: en.'],
  ])('is named: %j', async (args, message) => {
    expect(await ask(...args)).toThrow(message);
  });

  it('is told before anything is read, where it is a folder', async () => {
    await expect(assertReplaceable('/no/such/folder/a.pdf')).rejects.toThrow(
      'there is no folder /no/such/folder.',
    );
  });
});

describe('the options of a packet', () => {
  const refusal = (...args: string[]) => {
    try {
      parsePacketOptions(args);
    } catch (error) {
      return error instanceof Error ? error.message.split('\n')[0] : '';
    }
    return 'nothing';
  };

  it('ask for sheets or a packet', () => {
    expect(refusal()).toBe('Expected --sheets or --packet, found neither.');
  });

  it('know two papers and the editions that can be written on', () => {
    expect(refusal('--sheets', '1', '--paper', 'a5')).toBe(
      '--paper: expected a4 or letter, found "a5".',
    );
    expect(refusal('--sheets', '1', '--edition', 'example')).toBe(
      '--edition: expected standard or large or short, found "example".',
    );
    expect(refusal('--sheets', '1', '--out', 'README.md')).toBe(
      '--out: expected a name that ends in .pdf, found "README.md".',
    );
  });

  it('print on both sides, in standard print on A4, unless told otherwise', () => {
    expect(parsePacketOptions(['--sheets', '1, 3'])).toMatchObject({
      sheets: ['1', '3'],
      paper: 'a4',
      edition: 'standard',
      duplex: true,
      withCompanions: false,
      out: 'packet.pdf',
    });
    expect(parsePacketOptions(['--packet', 'x', '--simplex', '--companion'])).toMatchObject({
      duplex: false,
      withCompanions: true,
    });
  });
});
