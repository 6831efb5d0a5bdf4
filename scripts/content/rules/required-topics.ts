import { hintNearest } from '../../markdown/nearest.ts';
import { atRule, type Rule } from './rule.ts';

/** What the folder set out to cover is covered, by a sheet or an article of each language. */
export const requiredTopicsRule: Rule = {
  name: 'required-topics',
  demands: 'every topic that the folder promises is what some text is about',
  always: false,
  check({ rules, documents, vocabulary }) {
    const wanted = rules.settings['required-topics'] ?? [];
    const known = vocabulary.topics.map(({ id }) => id);
    const texts = documents.filter(({ kind }) => kind === 'worksheet' || kind === 'article');
    const languages = [...Map.groupBy(texts, ({ lang }) => lang)];
    return wanted.flatMap((topic, index) => {
      const pointer = `/required-topics/${index}`;
      if (!known.includes(topic)) {
        const message = `required-topics: "${topic}" is no topic of vocabulary.yml`;
        return [{ ...atRule(rules, pointer, message), hint: hintNearest(topic, known) }];
      }
      return languages
        .filter(([, same]) => !same.some((text) => 'topics' in text && text.topics.includes(topic)))
        .map(([lang]) =>
          atRule(rules, pointer, `required-topics: no text of "${lang}" is about "${topic}"`),
        );
    });
  },
};
