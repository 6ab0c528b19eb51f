/** What the map needs to know of a key press. */
export type PanelPress = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
  /** 229 while an input method has the key, also where the browser does not call it composing. */
  readonly keyCode: number;
};

/** Where the keyboard is: in the reply, in another text field, on a control that takes Enter itself, anywhere else. */
export type PanelPlace = 'reply' | 'text' | 'control' | 'elsewhere';

export type PanelAct =
  | { readonly kind: 'copy' | 'hide' | 'keep' | 'takeBack' }
  | { readonly kind: 'nearest' | 'switch'; readonly index: number };

/**
 * What a key press in the side panel means; null where it is the text's own. Nothing is meant while an input method
 * composes: its Enter takes a word, it does not copy the reply.
 */
export function panelActFor(press: PanelPress, place: PanelPlace): PanelAct | null {
  if (press.isComposing || press.keyCode === 229) return null;
  const isCommand = press.ctrlKey || press.metaKey;
  const digit = Number(/^Digit([1-9])$/.exec(press.code)?.[1] ?? 0);
  if (press.altKey) return digit >= 1 && digit <= 3 && !isCommand ? { kind: 'nearest', index: digit - 1 } : null;
  if (isCommand && !press.shiftKey && digit > 0) return { kind: 'switch', index: digit - 1 };
  if (isCommand && !press.shiftKey && press.code === 'KeyK') return { kind: 'keep' };
  if (place === 'text') return null;
  if (press.key === 'Escape') return { kind: 'hide' };
  if (press.key === 'Enter') {
    const isOwn = place === 'control' || press.shiftKey || press.repeat;
    return isOwn ? null : { kind: 'copy' };
  }
  if (press.code === 'KeyZ' && !press.shiftKey && place !== 'reply') return { kind: 'takeBack' };
  return null;
}
