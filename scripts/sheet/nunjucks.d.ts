import 'nunjucks';

declare module 'nunjucks' {
  interface Environment {
    /** Drops every compiled template; nunjucks has it, its declarations do not. */
    invalidateCache(): void;
  }
}
