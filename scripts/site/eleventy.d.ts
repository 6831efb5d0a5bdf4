/** The little of Eleventy 3 that this project calls; it ships no declarations of its own. */
declare module '@11ty/eleventy' {
  import type { Environment } from 'nunjucks';

  export type BuildEvent = { directories: { input: string; output: string } };

  export type UserConfig = {
    globalData: Record<string, unknown>;
    addGlobalData(key: string, value: unknown): void;
    setOutputDirectory(folder: string): void;
    setLibrary(engine: 'njk', library: Environment): void;
    on(
      event: 'eleventy.before' | 'eleventy.after',
      listener: (event: BuildEvent) => Promise<void>,
    ): void;
  };

  export type WrittenTemplate = { inputPath: string; outputPath: string | false; url: string };

  export type EleventyOptions = {
    configPath?: string;
    quietMode?: boolean;
    config?: (eleventyConfig: UserConfig) => void;
  };

  export default class Eleventy {
    constructor(input: string, output: string, options: EleventyOptions);
    disableLogger(): void;
    write(): Promise<[unknown, WrittenTemplate[]]>;
  }
}
