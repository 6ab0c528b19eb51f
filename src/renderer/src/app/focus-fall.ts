/*
 * Where a field vanishes or is disabled under the hands of whoever types in it, the browser leaves the focus nowhere and
 * the next letters would be commands. Until they have stopped typing, they are not.
 */

/** Where the focus is: in a field one writes or chooses in, nowhere, or anywhere else. */
export type FocusPlace = 'field' | 'nowhere' | 'elsewhere';

/** `fellAt`: when the focus was last seen to have fallen, or a key was pressed in its wake, ms; null: it has not. */
export type FocusFall = { readonly wasInField: boolean; readonly fellAt: number | null };

export const steady: FocusFall = { wasInField: false, fellAt: null };

/** How long keys mean nothing after the focus fell, ms; each key in that time begins it anew. */
export const fallMs = 600;

/** What is known once the focus was looked at. */
export function seenFocus(before: FocusFall, place: FocusPlace, now: number): FocusFall {
  if (place === 'field') return { wasInField: true, fellAt: null };
  if (place === 'elsewhere') return steady;
  return before.wasInField ? { wasInField: false, fellAt: now } : before;
}

/** What a key pressed nowhere does to it: within the time the fall counts on. */
export function pressedNowhere(before: FocusFall, now: number): FocusFall {
  return hasFallen(before, now) ? { ...before, fellAt: now } : before;
}

/** Whether the focus fell so lately that keys are meant for the field it was in. */
export function hasFallen({ fellAt }: FocusFall, now: number): boolean {
  return fellAt !== null && now - fellAt < fallMs;
}

function placeNow(): FocusPlace {
  const focused = document.activeElement;
  if (focused === null || focused === document.body || focused === document.documentElement) return 'nowhere';
  return focused.matches('textarea, select, input, [contenteditable]') ? 'field' : 'elsewhere';
}

/** The browser tells of a focus that falls neither at once nor always: it is looked for this often, ms. */
const lookMs = 100;

/** Watches the window's focus. What a person does themselves with the pointer, Tab or Escape is no fall. */
export function watchFocus(): {
  /** To be asked once for each key press: whether it is meant for a field that is gone. */
  readonly isMeantForField: () => boolean;
  readonly stop: () => void;
} {
  let fall = steady;
  const look = (): void => void (fall = seenFocus(fall, placeNow(), Date.now()));
  const timer = setInterval(look, lookMs);
  const byPointer = (): void => void (fall = steady);
  const byKey = (event: KeyboardEvent): void => {
    look();
    if (event.key === 'Tab' || event.key === 'Escape') fall = steady;
  };
  window.addEventListener('pointerdown', byPointer, true);
  window.addEventListener('keydown', byKey, true);
  window.addEventListener('focusin', look);
  return {
    isMeantForField() {
      const now = Date.now();
      const isMeant = placeNow() === 'nowhere' && hasFallen(fall, now);
      fall = pressedNowhere(fall, now);
      return isMeant;
    },
    stop() {
      clearInterval(timer);
      window.removeEventListener('pointerdown', byPointer, true);
      window.removeEventListener('keydown', byKey, true);
      window.removeEventListener('focusin', look);
    },
  };
}
