import { describe, expect, it } from 'vitest';
import { loadReading } from '../../../scripts/content/load.ts';
import type { Source } from '../../../scripts/model/library.ts';

/**
 * The facts of every source, taken down apart from `sources.yml`: the first author, the year, and
 * what its reference has to say besides, in its order.
 */
const FACTS: Record<string, [author: string, year: number, ...rest: string[]]> = {
  'atkins-2005': [
    'Atkins',
    2005,
    'Eldridge',
    'Baucom',
    'Christensen',
    'optimism in the face of betrayal',
    '73(1), 144–150',
  ],
  'baucom-2006': [
    'Baucom',
    2006,
    'Gordon',
    'Snyder',
    'Atkins',
    'Christensen',
    'Cognitive Psychotherapy 20(4)',
  ],
  'bird-2007': ['Bird', 2007, 'Butler', 'Fife', 'Couple & Relationship Therapy 6(4), 1–25'],
  'bograd-1999': ['Bograd', 1999, 'Mederos', 'universal screening', '25, 291–312'],
  'brown-2018': ['Brown', 2018, 'Dare to Lead'],
  'carrere-1999': [
    'Carrere',
    1999,
    'Gottman',
    'first three minutes',
    'Family Process 38(3), 293–301',
  ],
  'doss-2019': [
    'Doss',
    2019,
    'Roddy',
    'Nowlan',
    'Rothman',
    'Christensen',
    'Behavior Therapy 50(1), 73–86',
  ],
  'feltman-2008': ['Feltman', 2008, 'Thin Book of Trust'],
  'fincham-2004': ['Fincham', 2004, 'Beach', 'Davila', '18(1), 72–81'],
  'fincham-2006': ['Fincham', 2006, 'Hall', 'Beach', 'Family Relations 55, 415–427'],
  'gordon-2004': ['Gordon', 2004, 'Baucom', 'Snyder', '30(2), 213–231'],
  'gottman-1998': ['Gottman', 1998, 'Coan', 'Carrere', 'Swanson', '60(1), 5–22'],
  'gottman-2011': ['Gottman', 2011, 'The Science of Trust'],
  'gottman-2012': ['Gottman', 2012, 'Silver', 'What Makes Love Last'],
  'griffin-2015': ['Griffin', 2015, 'self-forgiveness workbook', '62(2), 124–136'],
  'halchuk-2010': ['Halchuk', 2010, 'Makinen', 'Johnson', 'three-year follow-up', '9, 31–47'],
  'harper-2014': ['Harper', 2014, 'workbook to promote forgiveness', '70, 1158–1169'],
  'hawkins-2008': ['Hawkins', 2008, 'Blanchard', 'Baldwin', 'Fawcett', '76(5), 723–734'],
  'heyman-2001': ['Heyman', 2001, 'Slep', 'hazards of predicting divorce', '63, 473–479'],
  'ho-2024': ['Ho', 2024, 'Worthington', 'Cowden', 'BMJ Public Health 2(1), e000072'],
  'irvine-2023': ['Irvine', 2023, 'Peluso', 'Gottman', 'The Family Journal'],
  'johnson-2001': ['Johnson', 2001, 'Makinen', 'Millikin', 'Attachment injuries', '27(2)'],
  'kroger-2012': ['Kröger', 2012, 'randomized-controlled trial', '50, 786–796'],
  'larzelere-1980': ['Larzelere', 1980, 'Huston', 'Dyadic Trust Scale', '42(3), 595–604'],
  'le-2023': ['Le', 2023, 'Internet Interventions 34, 100661'],
  'lewicki-2016': ['Lewicki', 2016, 'Polin', 'Lount', 'effective apologies', '9(2), 177–196'],
  'litt-2022': [
    'Litt',
    2022,
    'Rodriguez',
    'interpersonal electronic surveillance',
    '25(8), 489–495',
  ],
  'luchies-2010': [
    'Luchies',
    2010,
    'Finkel',
    'McNulty',
    'Kumashiro',
    'doormat effect',
    '98(5), 734–749',
  ],
  'makinen-2006': ['Makinen', 2006, 'Johnson', 'attachment injuries', '74(6), 1055–1064'],
  'marin-2014': ['Marín', 2014, 'Christensen', 'Atkins', 'over 5 years', '3(1), 1–12'],
  'martinez-2008': ['Martinez', 2008, 'Whitfield', 'Dafters', 'Williams', '36(1), 89–97'],
  'mcnulty-2011': ['McNulty', 2011, 'dark side of forgiveness', '37(6), 770–783'],
  'mitchell-2021': ['Mitchell', 2021, 'Wittenborn', 'Timm', 'Blow', 'Marital and Family Therapy'],
  'nowlan-2017': ['Nowlan', 2017, 'Roddy', 'Doss', '6(3), 189–204'],
  'nrc-2003': ['National Research Council', 2003, 'Polygraph and Lie Detection'],
  'rabin-2009': ['Rabin', 2009, 'Jennings', 'Campbell', 'Bair-Merritt', '36(5), 439–445'],
  'rempel-1985': ['Rempel', 1985, 'Holmes', 'Zanna', '49(1), 95–112'],
  'roos-2019': ['Roos', 2019, 'Connor', 'Canevello', 'Bennett', 'Stress and Health'],
  'snyder-2008': ['Snyder', 2008, 'Baucom', 'Gordon', 'The Family Journal 16(4)'],
  'stanley-2000': ['Stanley', 2000, 'Bradbury', 'Markman', 'Structural flaws', '62'],
  'trust-revisited-2025': [
    'Trust in close relationships revisited',
    2025,
    'Social and Personal Relationships',
  ],
  'wade-2014': ['Wade', 2014, 'Hoyt', 'Kidwell', 'Worthington', '82(1), 154–170'],
  'wieselquist-1999': ['Wieselquist', 1999, 'Rusbult', 'Foster', 'Agnew', '77(5), 942–966'],
};

const { library, book } = await loadReading('content');

/** Whether the parts stand in a text, one after the other. */
function holdsInOrder(text: string, parts: readonly string[]): boolean {
  let from = 0;
  return parts.every((part) => {
    const at = text.indexOf(part, from);
    from = at + part.length;
    return at >= 0;
  });
}

const isNamed = ({ short }: Source, author: string, year: string) =>
  short.startsWith(author) && short.endsWith(year);

describe('the sources', () => {
  it('are all held against their facts', () => {
    expect(Object.keys(library.sources).sort()).toEqual(Object.keys(FACTS).sort());
  });

  it.each(Object.entries(FACTS))('have the facts right: %s', (key, [author, year, ...rest]) => {
    const source = library.sources[key];
    expect(source?.short.replace('“', '')).toMatch(new RegExp(`^${author}.*, ${year}$`));
    const coauthors = rest.filter((part) => /^[A-Z][\w-]+$/.test(part));
    const others = rest.filter((part) => !coauthors.includes(part));
    expect(holdsInOrder(source?.full ?? '', [author, ...coauthors, `(${year})`])).toBe(true);
    expect(others.filter((part) => !source?.full.includes(part))).toEqual([]);
  });

  it('have the two DOIs that were found', () => {
    const dois = Object.entries(library.sources).flatMap(([key, { doi }]) =>
      doi ? [[key, doi]] : [],
    );
    expect(dois).toEqual([
      ['roos-2019', '10.1002/smi.2880'],
      ['trust-revisited-2025', '10.1177/02654075251346105'],
    ]);
  });

  it('are those that a text means when it names one in its sentences', () => {
    const named = [...book.texts].flatMap(([file, text]) =>
      [
        ...text.matchAll(
          /\((\p{Lu}[\p{L} ]+?)(?: and others| (?:&|and) \p{L}+)?, ((?:19|20)\d\d)\)/gu,
        ),
      ].map(([, author = '', year = '']) => ({ file, author, year })),
    );
    expect(named.length).toBeGreaterThan(2);
    const sources = Object.values(library.sources);
    const unknown = named.filter(
      ({ author, year }) => !sources.some((one) => isNamed(one, author, year)),
    );
    expect(unknown).toEqual([]);
  });
});
