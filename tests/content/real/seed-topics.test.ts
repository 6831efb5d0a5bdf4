import { describe, expect, it } from 'vitest';
import { loadReading } from '../../../scripts/content/load.ts';
import { stretchesOf } from '../../../scripts/content/sentences.ts';

/**
 * What the guide was asked to cover, where it does, and words without which it would not. Each text
 * must say in its front matter that it is about the topic, and use the words.
 */
const TOPICS: { topic: string; articles: string[]; sheets: string[]; words: RegExp[] }[] = [
  {
    topic: 'importance-of-trust',
    articles: ['why-trust-matters'],
    sheets: ['what-trust-means-to-us', 'trust-snapshot'],
    words: [/safe/i, /open/i, /respect/i, /lost|future/i],
  },
  {
    topic: 'sharing-vulnerabilities',
    articles: ['trust-and-closeness'],
    sheets: ['what-trust-means-to-us', 'hearing-the-hurt'],
    words: [/fear/i, /hope/i, /doubt/i],
  },
  {
    topic: 'resolving-conflicts',
    articles: ['trust-and-closeness', 'talking-without-more-harm'],
    sheets: ['our-ground-rules', 'say-it-gently'],
    words: [/one topic/i, /pause/i],
  },
  {
    topic: 'supporting-each-other',
    articles: ['trust-and-closeness'],
    sheets: ['my-steady-plan', 'reminders-and-comfort'],
    words: [/comfort/i, /listen/i],
  },
  {
    topic: 'kinds-of-breach',
    articles: ['when-trust-breaks'],
    sheets: ['owning-what-i-did', 'preparing-an-honest-account'],
    words: [/affair/i, /money/i, /lie/i, /misunderst/i, /distan/i],
  },
  {
    topic: 'emotional-pain',
    articles: ['when-trust-breaks', 'the-first-weeks'],
    sheets: ['what-this-did-to-me', 'reminders-and-comfort'],
    words: [/sad/i, /ang(er|ry)/i, /worr|anxi|fear/i],
  },
  {
    topic: 'communication-breakdown',
    articles: ['when-trust-breaks', 'talking-without-more-harm'],
    sheets: ['what-this-did-to-me', 'hearing-the-hurt', 'say-it-gently'],
    words: [/silen/i, /answer/i],
  },
  {
    topic: 'increased-conflict',
    articles: ['when-trust-breaks'],
    sheets: ['what-this-did-to-me', 'our-ground-rules'],
    words: [/fight|argu/i],
  },
  {
    topic: 'withdrawal',
    articles: ['when-trust-breaks'],
    sheets: ['where-we-each-stand', 'what-this-did-to-me'],
    words: [/lonel|alone/i, /quiet|distan|away/i],
  },
  {
    topic: 'using-worksheets',
    articles: ['how-to-use-these-worksheets', 'is-this-right-for-you'],
    sheets: ['is-this-the-right-time', 'our-ground-rules'],
    words: [/alone/i, /stop/i],
  },
  {
    topic: 'step-by-step-exercises',
    articles: ['rebuilding-day-by-day', 'why-trust-matters'],
    sheets: ['a-full-apology', 'owning-what-i-did'],
    words: [/step/i, /small/i],
  },
];

const { library, book } = await loadReading('content');
const topicIds = library.vocabulary.topics.map(({ id }) => id);

describe('the topics that the guide was asked to cover', () => {
  it('are the topics of the vocabulary, and all demanded by rules.yml', () => {
    expect(TOPICS.map(({ topic }) => topic)).toEqual(topicIds);
    expect(book.rules.settings['required-topics']).toEqual(topicIds);
  });

  it.each(TOPICS)('are covered: $topic', ({ topic, articles, sheets, words }) => {
    const named = [...articles, ...sheets];
    const texts = book.documents.filter(
      ({ kind, slug }) => (kind === 'article' || kind === 'worksheet') && named.includes(slug),
    );
    expect(texts.map(({ slug }) => slug).sort()).toEqual([...named].sort());
    const silent = texts.filter((text) => !('topics' in text && text.topics.includes(topic)));
    expect(silent.map(({ slug }) => slug)).toEqual([]);
    const chapters = texts.filter(({ kind }) => kind === 'article').flatMap(stretchesOf);
    const said = chapters.map(({ text }) => text).join(' ');
    expect(words.filter((word) => !word.test(said)).map(String)).toEqual([]);
  });
});
