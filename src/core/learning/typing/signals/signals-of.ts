import type { Language } from '#shared/model/basics.ts';
import { chinese } from './chinese.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';
import type { Signals } from './signals.ts';

/** Of a language that has none, the English: what it finds are values and loan words. */
export function signalsOf(language: Language): Signals {
  switch (language) {
    case 'zh':
      return chinese;
    case 'ja':
      return japanese;
    default:
      return english;
  }
}
