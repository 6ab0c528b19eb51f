import { describe, expect, it } from 'vitest';
import { type Place, type Press, commandFor, commands, mayRepeat } from '../../../src/renderer/src/app/keymap.ts';

function press(key: string, more: Partial<Press> = {}): Press {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, ...more };
}

function command(key: string, place: Place = 'elsewhere', more: Partial<Press> = {}, isAfterG = false) {
  return commandFor(press(key, more), place, isAfterG).command;
}

describe('keys', () => {
  it('send only with the modifier, never with Enter alone', () => {
    expect(command('Enter')).toBe('open');
    expect(command('Enter', 'text')).toBeNull();
    expect(command('Enter', 'text', { ctrlKey: true })).toBe('send');
    expect(command('Enter', 'elsewhere', { metaKey: true })).toBe('send');
  });

  it('leave letters to the text that is being written', () => {
    for (const key of ['a', 'x', 'c', 'r', 'j', 'n', '/', '?']) expect(command(key, 'text')).toBeNull();
  });

  it('leave the input method alone: its Enter picks a word, it does not send', () => {
    expect(command('Enter', 'text', { ctrlKey: true, isComposing: true })).toBeNull();
    expect(command('Process', 'elsewhere', { code: 'KeyA', isComposing: true })).toBeNull();
  });

  it('work while an input method or another layout hides the letter', () => {
    expect(command('Process', 'elsewhere', { code: 'KeyJ' })).toBe('next');
    expect(command('о', 'elsewhere', { code: 'KeyJ' })).toBe('next');
    expect(command('Process', 'elsewhere', { code: 'Slash', shiftKey: true })).toBe('help');
  });

  it('do not take Enter and arrows from buttons and from the scrolling messages', () => {
    expect(command('Enter', 'control')).toBeNull();
    expect(command('ArrowDown', 'control')).toBeNull();
    expect(command('j', 'control')).toBe('next');
  });

  it('go places after g, and only then', () => {
    expect(commandFor(press('g'), 'elsewhere', false)).toEqual({ command: null, isAfterG: true });
    expect(command('k', 'elsewhere', {}, true)).toBe('goKnowledge');
    expect(command('k')).toBe('previous');
    expect(command('a', 'elsewhere', {}, true)).toBeNull();
  });

  it('do not mistake the browser’s own shortcuts for theirs', () => {
    expect(command('r', 'elsewhere', { ctrlKey: true })).toBeNull();
    expect(command('c', 'elsewhere', { metaKey: true })).toBeNull();
    expect(command('A', 'elsewhere', { shiftKey: true })).toBeNull();
  });

  it('bug: a candidate is not one key away, or its key is taken from the text, the input method or another layout', () => {
    expect(command('2', 'elsewhere', { code: 'Digit2' })).toBe('pick2');
    expect(command('3', 'control', { code: 'Numpad3' })).toBe('pick3');
    expect(command('２', 'elsewhere', { code: 'Digit2' })).toBe('pick2');
    expect(command('Process', 'elsewhere', { code: 'Digit1' })).toBe('pick1');
    // French layouts type digits with Shift, and others' marks without.
    expect(command('2', 'elsewhere', { code: 'Digit2', shiftKey: true })).toBe('pick2');
    for (const key of ['é', '@', '"']) expect(command(key, 'elsewhere', { code: 'Digit2', shiftKey: true })).toBeNull();
    expect(command('2', 'text', { code: 'Digit2' })).toBeNull();
    expect(command('2', 'elsewhere', { code: 'Digit2', isComposing: true })).toBeNull();
    expect(command('2', 'text', { code: 'Digit2', altKey: true, isComposing: true })).toBeNull();
    expect(command('2', 'elsewhere', { code: 'Digit2', ctrlKey: true })).toBeNull();
  });

  it('pick a candidate and go to the next question also where Alt types another character', () => {
    expect(command('¡', 'text', { altKey: true, code: 'Digit1' })).toBe('pick1');
    expect(command('3', 'elsewhere', { altKey: true, code: 'Digit3' })).toBe('pick3');
    expect(command('œ', 'text', { altKey: true, code: 'KeyQ' })).toBe('nextAsk');
  });

  it('bug: a key that is held sends, closes or discards one conversation after the other', () => {
    expect(commands.filter((command) => mayRepeat(command))).toEqual(['next', 'previous']);
  });
});

it('bug: the writing tools need the mouse, or their key is taken from the text', () => {
  expect(command('t')).toBe('tools');
  expect(command('t', 'text')).toBeNull();
  expect(command('†', 'text', { altKey: true, code: 'KeyT' })).toBe('tools');
});
