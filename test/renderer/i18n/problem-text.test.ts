import { expect, it } from 'vitest';
import type { Problem } from '#shared/errors.ts';
import { problemText, setUpProblemText } from '../../../src/renderer/src/i18n/problem-text.ts';
import { translateIn, uiLanguages } from '../../../src/renderer/src/i18n/translate.ts';

const refused = (detail: Problem['detail']): Problem => ({ code: 'refused_permission', message: 'No', detail });

it.each(['scope', 'role', 'plan', 'account', 'inbox', 'host', 'missing'])(
  'bug: a helpdesk that lacks its %s is told of as any other refusal, or with a blank left open',
  (reason) => {
    const plain = uiLanguages.map((language) => problemText(translateIn(language), refused({})).what);
    uiLanguages.forEach((language, at) => {
      for (const detail of [{ reason }, { reason, scope: 'tickets:read' }]) {
        const { what, remedy } = problemText(translateIn(language), refused(detail), 'Zendesk');
        expect(what).not.toBe(plain[at]);
        expect(`${what} ${remedy}`).not.toMatch(/[{}]/);
      }
    });
  },
);

it.each(['broken', 'encrypted', 'no_text', 'no_entries', 'too_deep', 'too_large_inside', 'took_too_long'])(
  'bug: a file that is %s is only said to be unreadable, or not named',
  (reason) => {
    for (const language of uiLanguages) {
      const t = translateIn(language);
      const of = (detail: Problem['detail']) => problemText(t, { code: 'file_unreadable', message: 'No', detail });
      const { what, remedy } = of({ file: 'policy.pdf', reason });
      expect(what).toContain('policy.pdf');
      expect(what).not.toBe(of({}).what);
      expect(`${what} ${remedy}`).not.toMatch(/[{}]/);
    }
  },
);

it('bug: what a server says of itself is taken for one of our reasons', () => {
  const t = translateIn('en');
  expect(problemText(t, refused({ reason: 'You are not allowed' })).what).toBe(problemText(t, refused({})).what);
});

it('bug: a wrong key is called a wrong password', () => {
  const problem: Problem = { code: 'refused_credentials', message: '', detail: { host: 'x' } };
  expect(problemText(translateIn('en'), problem, 'Gorgias').what).toBe('Gorgias refused the key.');
  expect(problemText(translateIn('en'), problem).what).toContain('password');
});

it('bug: who sets up a connection is told to work on meanwhile', () => {
  for (const language of uiLanguages) {
    const t = translateIn(language);
    for (const code of ['unreachable', 'timed_out'] as const) {
      const problem: Problem = { code, message: 'No', detail: { host: '127.0.0.1:9', reason: 'ECONNREFUSED' } };
      expect(setUpProblemText(t, problem).remedy).toBe(t('probe.checkLine'));
      expect(setUpProblemText(t, problem).what).toBe(problemText(t, problem).what);
    }
    expect(setUpProblemText(t, refused({}))).toEqual(problemText(t, refused({})));
  }
});
