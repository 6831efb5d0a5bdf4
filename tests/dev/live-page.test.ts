import { describe, expect, it } from 'vitest';
import { allowOwnServer, toLivePage } from '../../scripts/dev/live-page.ts';

describe('the policy of a page that follows changes', () => {
  it.each([
    [
      "default-src 'none'; img-src 'self'",
      "default-src 'none'; img-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'",
    ],
    [
      "script-src 'self' 'wasm-unsafe-eval'; style-src 'self';",
      "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'",
    ],
    [
      "script-src 'none'; connect-src https://a.example; style-src 'self'",
      "script-src 'self'; connect-src https://a.example 'self'; style-src 'self'",
    ],
  ])('allows its own server and nothing else: %s', (policy, expected) => {
    expect(allowOwnServer(policy)).toBe(expected);
  });
});

describe('a page that follows changes', () => {
  const page = `<head><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>$&</title></head><body></body>`;

  it('is the built page with a script, and with a policy that lets it run', () => {
    expect(toLivePage(page, 'abc')).toBe(
      `<head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"><title>$&</title><link rel="stylesheet" href="/.dev/live.css"><script defer src="/.dev/live.js" data-stamp="abc"></script></head><body></body>`,
    );
  });

  it('needs neither a head nor a policy', () => {
    expect(toLivePage('<p>Words', 'abc')).toMatch(/^<link .*<\/script><p>Words$/);
  });
});
