import type { PlainKey } from '../i18n/translate.ts';

export const commands = [
  'next',
  'previous',
  'open',
  'accept',
  'edit',
  'discard',
  'close',
  'redraft',
  'nextGap',
  'search',
  'help',
  'undo',
  'send',
  'leave',
  'pick1',
  'pick2',
  'pick3',
  'nextAsk',
  'word',
  'restyle',
  'tools',
  'helpdesk',
  'note',
  'limit',
  'macros',
  'dismiss',
  'store',
  'goInbox',
  'goKnowledge',
  'goLearned',
  'goInsights',
  'goSettings',
  'goPanel',
  'lock',
] as const;
export type Command = (typeof commands)[number];

/** What the map needs to know of a key press. */
export type Press = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
};

/** Where the focus is: in a text field, on a control that takes Enter and arrows itself, or anywhere else. */
export type Place = 'text' | 'control' | 'elsewhere';

const plainKeys: Readonly<Record<string, Command>> = {
  j: 'next',
  k: 'previous',
  o: 'open',
  a: 'accept',
  e: 'edit',
  x: 'discard',
  c: 'close',
  r: 'redraft',
  n: 'nextGap',
  l: 'limit',
  z: 'undo',
  h: 'helpdesk',
  m: 'note',
  i: 'macros',
  d: 'dismiss',
  s: 'store',
  q: 'nextAsk',
  w: 'word',
  t: 'tools',
  y: 'restyle',
  '1': 'pick1',
  '2': 'pick2',
  '3': 'pick3',
  '/': 'search',
  '?': 'help',
};
const afterG: Readonly<Record<string, Command>> = {
  i: 'goInbox',
  k: 'goKnowledge',
  l: 'goLearned',
  n: 'goInsights',
  s: 'goSettings',
  p: 'goPanel',
  q: 'lock',
};
const unlessControl: Readonly<Record<string, Command>> = { ArrowDown: 'next', ArrowUp: 'previous', Enter: 'open' };
/** By the key's place on the keyboard: with Alt it types other characters. */
const withAlt: Readonly<Record<string, Command>> = {
  Digit1: 'pick1',
  Digit2: 'pick2',
  Digit3: 'pick3',
  KeyQ: 'nextAsk',
  KeyI: 'macros',
  KeyW: 'word',
  KeyT: 'tools',
  KeyY: 'restyle',
  KeyL: 'lock',
};

/** Whether a command may be given by a key that is held down: only moving on. */
export function mayRepeat(command: Command): boolean {
  return command === 'next' || command === 'previous';
}

/** The letter or digit of a press, also where the layout or an input method hides it. */
function letterOf(press: Press): string {
  if (/^[\x21-\x7e]$/.test(press.key)) return press.key.toLowerCase();
  const physical = /^Key([A-Z])$/.exec(press.code)?.[1]?.toLowerCase();
  if (physical !== undefined) return physical;
  const digit = press.shiftKey ? undefined : /^(?:Digit|Numpad)([1-3])$/.exec(press.code)?.[1];
  if (digit !== undefined) return digit;
  return press.code === 'Slash' ? (press.shiftKey ? '?' : '/') : '';
}

/**
 * What a key press means, and whether the next one completes a `g`.
 * Nothing is meant while an input method composes: its Enter and letters belong to it.
 */
export function commandFor(
  press: Press,
  place: Place,
  isAfterG: boolean,
): { command: Command | null; isAfterG: boolean } {
  const answer = (command: Command | null | undefined) => ({ command: command ?? null, isAfterG: false });
  if (press.isComposing) return answer(null);
  if (press.ctrlKey || press.metaKey) return answer(press.key === 'Enter' && !press.altKey ? 'send' : null);
  if (press.altKey) return answer(withAlt[press.code]);
  if (press.key === 'Escape') return answer('leave');
  if (place === 'text') return answer(null);
  const letter = letterOf(press);
  if (isAfterG) return answer(afterG[letter]);
  if (letter === 'g' && !press.shiftKey) return { command: null, isAfterG: true };
  // Some layouts type digits with Shift.
  if (press.shiftKey && !/[?1-3]/.test(letter)) return answer(null);
  const named = place === 'control' ? undefined : unlessControl[press.key];
  return answer(named ?? plainKeys[letter]);
}

export type ShortcutGroup = {
  readonly title: PlainKey;
  readonly rows: ReadonlyArray<{ readonly keys: readonly string[]; readonly text: PlainKey }>;
};

/** The sheet that `?` opens. */
export const shortcutSheet: readonly ShortcutGroup[] = [
  {
    title: 'keys.moving',
    rows: [
      { keys: ['J', 'K'], text: 'keys.nextPrevious' },
      { keys: ['Enter', 'O'], text: 'keys.open' },
      { keys: ['/'], text: 'keys.search' },
      { keys: ['S'], text: 'keys.store' },
      { keys: ['?'], text: 'keys.help' },
    ],
  },
  {
    title: 'keys.answering',
    rows: [
      { keys: ['A'], text: 'keys.accept' },
      { keys: ['Z'], text: 'keys.undo' },
      { keys: ['E'], text: 'keys.edit' },
      { keys: ['Ctrl', 'Enter'], text: 'keys.send' },
      { keys: ['N'], text: 'keys.nextGap' },
      { keys: ['1–3'], text: 'keys.pick' },
      { keys: ['Alt', '1–3'], text: 'keys.pickWriting' },
      { keys: ['Q'], text: 'keys.nextAsk' },
      { keys: ['I'], text: 'keys.macros' },
      { keys: ['/'], text: 'keys.macrosWriting' },
      { keys: ['T'], text: 'keys.tools' },
      { keys: ['Alt', 'T'], text: 'keys.toolsWriting' },
      { keys: ['R'], text: 'keys.redraft' },
      { keys: ['W'], text: 'keys.word' },
      { keys: ['Alt', 'Y'], text: 'keys.restyle' },
      { keys: ['X'], text: 'keys.discard' },
      { keys: ['C'], text: 'keys.close' },
      { keys: ['H'], text: 'keys.helpdesk' },
      { keys: ['M'], text: 'keys.note' },
      { keys: ['Esc'], text: 'keys.leave' },
    ],
  },
  {
    title: 'keys.health',
    rows: [
      { keys: ['M'], text: 'keys.merge' },
      { keys: ['D'], text: 'keys.dismiss' },
    ],
  },
  {
    title: 'keys.lessons',
    rows: [
      { keys: ['A'], text: 'keys.lessonApprove' },
      { keys: ['E'], text: 'keys.lessonAmend' },
      { keys: ['N'], text: 'keys.lessonNarrow' },
      { keys: ['L'], text: 'keys.lessonLimit' },
      { keys: ['I'], text: 'keys.lessonEntry' },
      { keys: ['R'], text: 'keys.lessonReject' },
      { keys: ['D'], text: 'keys.lessonAside' },
      { keys: ['M'], text: 'keys.lessonMerge' },
      { keys: ['W'], text: 'keys.lessonReplay' },
      { keys: ['Enter'], text: 'keys.lessonOpen' },
    ],
  },
  {
    title: 'keys.going',
    rows: [
      { keys: ['G', 'I'], text: 'nav.inbox' },
      { keys: ['G', 'K'], text: 'nav.knowledge' },
      { keys: ['G', 'L'], text: 'nav.learned' },
      { keys: ['G', 'N'], text: 'nav.insights' },
      { keys: ['G', 'S'], text: 'nav.settings' },
      { keys: ['G', 'P'], text: 'panel.open' },
      { keys: ['Alt', 'L'], text: 'people.lock' },
    ],
  },
];
