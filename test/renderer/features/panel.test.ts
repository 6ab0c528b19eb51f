import { describe, expect, test } from 'vitest';
import { labelParts } from '#core/inbox/label-copied.ts';
import { PanelSettings } from '#shared/model/panel.ts';
import { acceleratorOf, keyCaps } from '../../../src/renderer/src/features/panel/accelerator.ts';
import { labelOf } from '../../../src/renderer/src/features/panel/conversation-label.ts';
import { type PanelPress, panelActFor } from '../../../src/renderer/src/features/panel/panel-keys.ts';
import { broughtTo, keepsOn, memoryFrom, switchedTo } from '../../../src/renderer/src/features/panel/panel-memory.ts';

function press(code: string, over: Partial<PanelPress> = {}): PanelPress {
  const key = /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.toLowerCase() ?? code;
  const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, isComposing: false };
  return { ...plain, key, code, keyCode: 0, ...over };
}

describe('keys of the panel', () => {
  test.each([
    ['while an input method composes', { isComposing: true }],
    ['while an input method has the key and the browser does not say so', { keyCode: 229 }],
    ['with Shift: it is a new line', { shiftKey: true }],
    ['held down', { repeat: true }],
  ] as const)('bug: Enter copies the reply %s', (_when, over) => {
    expect(panelActFor(press('Enter', over), 'reply')).toBeNull();
    expect(panelActFor(press('Enter'), 'reply')).toEqual({ kind: 'copy' });
  });

  test('bug: Escape hides the panel in the middle of a composition or of a name', () => {
    expect(panelActFor(press('Escape', { isComposing: true }), 'reply')).toBeNull();
    expect(panelActFor(press('Escape'), 'text')).toBeNull();
    expect(panelActFor(press('Escape'), 'reply')).toEqual({ kind: 'hide' });
  });

  test('bug: Enter on a button copies the reply instead of pressing it', () => {
    expect(panelActFor(press('Enter'), 'control')).toBeNull();
    expect(panelActFor(press('Enter'), 'elsewhere')).toEqual({ kind: 'copy' });
  });

  test('bug: typing a z, a digit or undoing in the reply does something else', () => {
    expect(panelActFor(press('KeyZ'), 'reply')).toBeNull();
    expect(panelActFor(press('KeyZ', { ctrlKey: true }), 'reply')).toBeNull();
    expect(panelActFor(press('Digit1'), 'reply')).toBeNull();
    expect(panelActFor(press('KeyZ'), 'elsewhere')).toEqual({ kind: 'takeBack' });
  });

  test('bug: a chord switches, keeps or picks the wrong thing', () => {
    expect(panelActFor(press('Digit9', { ctrlKey: true }), 'reply')).toEqual({ kind: 'switch', index: 8 });
    expect(panelActFor(press('Digit2', { metaKey: true }), 'reply')).toEqual({ kind: 'switch', index: 1 });
    expect(panelActFor(press('Digit3', { altKey: true, key: '£' }), 'reply')).toEqual({ kind: 'nearest', index: 2 });
    expect(panelActFor(press('Digit4', { altKey: true }), 'reply')).toBeNull();
    expect(panelActFor(press('KeyK', { ctrlKey: true }), 'reply')).toEqual({ kind: 'keep' });
  });
});

describe('what the panel remembers', () => {
  const now = 1_800_000_000_000;
  test('bug: the next copy goes on where nobody asked for it, or long after', () => {
    const kept = { conversationId: 'one', keeps: true, isSure: false, usedAt: now - 60_000 };
    expect(keepsOn(kept, now)).toBe(true);
    expect(keepsOn({ ...kept, keeps: false }, now)).toBe(false);
    expect(keepsOn({ ...kept, conversationId: null }, now)).toBe(false);
    expect(keepsOn(kept, now + 3_600_000)).toBe(false);
  });

  test('bug: to look at another conversation makes the next copy go on there, or a kept one lets go by itself', () => {
    const kept = { conversationId: 'one', keeps: true, isSure: true, usedAt: now - 60_000 };
    expect(keepsOn({ ...kept, ...switchedTo('two') }, now)).toBe(false);
    expect(broughtTo(kept, 'one', now)).toEqual({ conversationId: 'one', keeps: true, isSure: false });
    expect(broughtTo(kept, 'two', now)).toEqual({ conversationId: 'two', keeps: false, isSure: false });
    expect(broughtTo({ ...kept, usedAt: 0 }, 'one', now)).toMatchObject({ keeps: false });
  });

  test.each([null, '', '{', '[]', 'null', '7', '{"conversationId":7,"keeps":"yes","usedAt":"now"}'])(
    'bug: %s in the storage breaks the panel',
    (stored) => {
      expect(memoryFrom(stored)).toEqual({ conversationId: null, keeps: false, isSure: false, usedAt: 0 });
    },
  );
});

describe('a shortcut that is pressed', () => {
  test.each([
    [press('Space', { ctrlKey: true, shiftKey: true }), false, 'CommandOrControl+Shift+Space'],
    [press('KeyD', { metaKey: true, altKey: true }), true, 'CommandOrControl+Alt+D'],
    [press('KeyD', { ctrlKey: true }), true, 'Control+D'],
    [press('Digit5', { altKey: true }), false, 'Alt+5'],
    [press('F9'), false, 'F9'],
  ])('bug: it is written as the system does not read it (%#)', (pressed, isMac, accelerator) => {
    expect(acceleratorOf(pressed, isMac)).toBe(accelerator);
    expect(PanelSettings.parse({ shortcut: accelerator }).shortcut).toBe(accelerator);
  });

  test('bug: a letter that is typed everywhere becomes the shortcut', () => {
    expect(acceleratorOf(press('KeyA'), false)).toBeNull();
    expect(acceleratorOf(press('KeyA', { shiftKey: true }), false)).toBeNull();
    expect(acceleratorOf(press('ControlLeft', { ctrlKey: true }), false)).toBeNull();
  });

  test('bug: the shown keys are not those of this keyboard', () => {
    expect(keyCaps('CommandOrControl+Shift+Space', false)).toEqual(['Ctrl', 'Shift', 'Space']);
    expect(keyCaps('CommandOrControl+Shift+Space', true)).toEqual(['⌘', '⇧', 'Space']);
  });
});

test.each(['小王', '淘宝 · 小王', 'Anna · anna@example.com', 'anna@example.com', ''])(
  'bug: the name “%s” is not what the agent sees again',
  (label) => {
    expect(labelOf(labelParts(label, 'Side panel'), 'Side panel')).toBe(label);
  },
);
