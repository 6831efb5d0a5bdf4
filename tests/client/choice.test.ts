import { describe, expect, it } from 'vitest';
import {
  addSheet,
  type Choice,
  listGaps,
  moveSheet,
  readChoice,
  writeChoice,
} from '../../templates/client/packet-builder/choice.ts';

const KNOWN = {
  sheets: ['a', '2', '3', '16'],
  papers: ['a4', 'letter'],
  prints: ['standard', 'large'],
};
const NOTHING: Choice = { sheets: [], copies: '', paper: '', print: '', isTwoSided: true };

describe('the choice in the address', () => {
  it('is the same when it is read again', () => {
    const choice: Choice = {
      sheets: ['16', 'a', '2'],
      copies: '2',
      paper: 'letter',
      print: 'large',
      isTwoSided: false,
    };
    const fragment = writeChoice(choice);
    expect(fragment).toBe('#sheets=16,a,2&copies=2&paper=letter&print=large&sides=1');
    expect(readChoice(fragment, KNOWN)).toEqual(choice);
  });

  it('is empty where nothing was chosen', () => {
    expect(writeChoice(NOTHING)).toBe('');
    expect(readChoice('', KNOWN)).toEqual(NOTHING);
  });

  it('leaves out what is not there, what comes twice, and what nobody can ask for', () => {
    const fragment = '#sheets=99,3,3,<b>&copies=7&paper=a3&print=tiny&practice=Harbor';
    expect(readChoice(fragment, KNOWN)).toEqual({ ...NOTHING, sheets: ['3'] });
  });
});

describe('the order of the chosen sheets', () => {
  const all = KNOWN.sheets;

  it('is that of all sheets, until somebody changes it', () => {
    expect(addSheet(['2', '16'], '3', all)).toEqual(['2', '3', '16']);
    expect(addSheet(['16', '2'], '3', all)).toEqual(['16', '2', '3']);
    expect(addSheet([], '3', all)).toEqual(['3']);
  });

  it('changes by one row', () => {
    expect(moveSheet(['2', '3', '16'], 2, 1)).toEqual(['2', '16', '3']);
    expect(moveSheet(['2', '3', '16'], 0, 1)).toEqual(['3', '2', '16']);
  });

  it('has a gap where an earlier sheet is missing or comes later', () => {
    const requires = (stem: string) => (stem === '16' ? ['2', '3'] : []);
    expect(listGaps(['3', '16', '2'], requires)).toEqual([
      { stem: '16', earlier: '2', isMissing: false },
    ]);
    expect(listGaps(['3', '16'], requires)).toEqual([
      { stem: '16', earlier: '2', isMissing: true },
    ]);
    expect(listGaps(['2', '3', '16'], requires)).toEqual([]);
  });
});
