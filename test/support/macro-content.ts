import type { MacroContent } from '#shared/model/macro.ts';

/** A macro for everybody, everywhere. */
export function macroContent(over: Partial<MacroContent> = {}): MacroContent {
  return {
    name: 'A macro',
    shortcut: '',
    body: 'We will look into it.',
    storeIds: [],
    team: '',
    channels: [],
    language: 'und',
    files: [],
    ...over,
  };
}
