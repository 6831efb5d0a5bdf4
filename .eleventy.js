import { registerSite } from './scripts/site/register.ts';

/** Folders, what to watch, and the library; everything else is in scripts/site. */
export default async function (eleventyConfig) {
  eleventyConfig.setUseGitIgnore(false);
  // Eleventy would read our TypeScript with a parser for JavaScript, and stop.
  eleventyConfig.setWatchJavaScriptDependencies(false);
  eleventyConfig.addWatchTarget('./templates/');
  eleventyConfig.addWatchTarget('./content/');
  await registerSite(eleventyConfig);
  return {
    dir: {
      input: 'templates/pages',
      layouts: '../layouts',
      // Not "..": Eleventy leaves out whatever lies under this folder.
      includes: '../components',
      // No output here: it would overrule the folder a build asks for.
    },
    templateFormats: ['njk'],
    htmlTemplateEngine: false,
    markdownTemplateEngine: false,
  };
}
