import { expect, test } from 'vitest';
import { otherValue } from '#core/retrieval/read-reply.ts';

const answer = 'Kiln No. 4 is thrown by hand in batches of 60, and a new batch reaches us about every 10 weeks.';

test('bug: the number in a name is told to be another value than the entry’s', () => {
  const reply = 'Kiln No. 4 is thrown by hand, and a new batch reaches us about every 17 weeks.';
  expect(otherValue(reply, { answer, language: 'en' })).toEqual({ answer: '10 weeks', reply: '17 weeks' });
  expect(otherValue(answer, { answer, language: 'en' })).toBeNull();
});
