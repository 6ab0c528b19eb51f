import { describe, expect, it } from 'vitest';
import { movedBy, nextAfter } from '../../../src/renderer/src/features/conversations/next-conversation.ts';
import { foldedText } from '../../../src/renderer/src/features/conversations/quoted.ts';

describe('the next conversation', () => {
  it('is the one after, or the one before the end: sending the last one must not leave an empty screen', () => {
    expect(nextAfter(['a', 'b', 'c'], 'b')).toBe('c');
    expect(nextAfter(['a', 'b', 'c'], 'c')).toBe('b');
    expect(nextAfter(['a'], 'a')).toBeNull();
    expect(nextAfter(['a', 'b'], 'gone')).toBe('a');
  });

  it('does not run past the ends of the list', () => {
    expect(movedBy(['a', 'b'], 'b', 1)).toBe('b');
    expect(movedBy(['a', 'b'], 'a', -1)).toBe('a');
    expect(movedBy(['a', 'b'], null, 1)).toBe('a');
    expect(movedBy([], null, 1)).toBeNull();
  });
});

describe('quoted text', () => {
  it('is folded away, all of it still there to unfold', () => {
    expect(foldedText('New words\n\n> old', 'New words')).toEqual({ shown: 'New words', folded: '> old' });
  });

  it('hides nothing where a message is only a quote', () => {
    expect(foldedText('> old', '')).toEqual({ shown: '> old', folded: '' });
  });

  it('unfolds the whole message where answers stand between quotes', () => {
    const folded = foldedText('> q1\nyes\n> q2\nno', 'yes\nno');
    expect(folded).toEqual({ shown: 'yes\nno', folded: '> q1\nyes\n> q2\nno' });
  });
});
