import type { PanelPress } from './panel-keys.ts';

const named: Readonly<Record<string, string>> = { Space: 'Space', Enter: 'Enter', Backspace: 'Backspace', Tab: 'Tab' };

/** The key as Electron calls it, by its place on the board; null for a modifier or a key that makes no shortcut. */
function keyOf(code: string): string | null {
  const plain = /^(?:Key([A-Z])|Digit(\d)|(F\d{1,2}))$/.exec(code);
  return plain?.[1] ?? plain?.[2] ?? plain?.[3] ?? named[code] ?? null;
}

/**
 * The shortcut that a press makes, as Electron writes it; null where it is none yet. Without Ctrl, ⌘ or Alt only a
 * function key makes one: anything else would be typing.
 */
export function acceleratorOf(
  press: Pick<PanelPress, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  isMac: boolean,
): string | null {
  const key = keyOf(press.code);
  if (key === null) return null;
  const hasCommand = isMac ? press.metaKey : press.ctrlKey;
  const parts = [
    hasCommand ? 'CommandOrControl' : null,
    isMac && press.ctrlKey ? 'Control' : null,
    !isMac && press.metaKey ? 'Super' : null,
    press.altKey ? 'Alt' : null,
    press.shiftKey ? 'Shift' : null,
  ].filter((part) => part !== null);
  const isFunctionKey = /^F\d/.test(key);
  if (parts.length === 0) return isFunctionKey ? key : null;
  const isTyping = parts.length === 1 && press.shiftKey;
  return isTyping && !isFunctionKey ? null : [...parts, key].join('+');
}

/** The key caps of a shortcut on this machine's keyboard. */
export function keyCaps(accelerator: string, isMac: boolean): readonly string[] {
  const mac: Readonly<Record<string, string>> = {
    CommandOrControl: '⌘',
    Control: '⌃',
    Alt: '⌥',
    Shift: '⇧',
    Super: '⌘',
  };
  const other: Readonly<Record<string, string>> = { CommandOrControl: 'Ctrl', Control: 'Ctrl', Super: 'Win' };
  return accelerator.split('+').map((part) => (isMac ? mac[part] : other[part]) ?? part);
}
