import { expect, test } from 'vitest';
import { largestRobots, robotsRules } from '#adapters/knowledge-source/site/robots-rules.ts';

const url = new URL('https://a.example/robots.txt');

test.each(['a', ':', '#', ' ', 'a ', 'Disallow'])(
  'bug: a robots.txt of one long line of %j holds up the desk',
  (unit) => {
    const began = performance.now();
    robotsRules(url, unit.repeat(Math.ceil(largestRobots / unit.length)));
    expect(performance.now() - began).toBeLessThan(1_000);
  },
);

test('bug: rules beside a line that says nothing are not followed', () => {
  const rules = robotsRules(
    url,
    `${'x'.repeat(5_000)}\nnothing\n# a: b\n: a\nUser-agent: *\nDisallow: /private # not: this\n`,
  );
  expect(['/private/a', '/open'].map((path) => rules?.allows(new URL(path, url)))).toEqual([false, true]);
});
