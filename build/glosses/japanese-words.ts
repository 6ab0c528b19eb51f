import type { Gloss } from './chosen-glosses.ts';
import type { DictionaryWord } from './chinese-words.ts';

const line = /^(\S+)(?: \[([^\]]+)\])? \/(.+)\/$/;
const classes =
  /^(?:adj-\w+|adv(?:-to)?|aux(?:-v|-adj)?|conj|ctr|exp|int|n(?:-\w+)?|num|pn|pref|prt|suf|v[0-9a-z]+(?:-\w+)?|vi|vt|[a-z]{2,7}:?|uk|ik|ok|io|oK|iK)$/;

/** What hardly anybody writes to a shop: old words, words of a trade, sayings. */
const special =
  /\b(?:arch|obs|obsc|dated|ok|oK|ik|iK|io|vulg|derog|hist|sumo|baseb|mahj|hanaf|shogi|math|physics|astron|anat|med|chem|law|mil|Buddh|ling|music|sens|geol|biol|bot|archit|engr|finc|comp|yoji|proverb|id|poet|ksb|rkb|ktb|osb|litf)\b/;

/** Reads EDICT: `kanji [kana] /(class) (1) gloss/gloss/(2) gloss/(P)/` a line. */
export function japaneseWords(text: string): readonly DictionaryWord[] {
  return text.split('\n').flatMap((row) => {
    const match = line.exec(row.trim());
    if (match === null) return [];
    const [, word = '', reading, body = ''] = match;
    return word.includes('？') ? [] : [wordOf(word, reading, body)];
  });
}

function wordOf(word: string, reading: string | undefined, body: string): DictionaryWord {
  const glosses: Gloss[] = [];
  const notes = new Set<string>();
  let [sense, place, isWritten] = [0, 0, ''];
  for (const part of body.split('/')) {
    if (part === '(P)') continue;
    let rest = part;
    for (;;) {
      const note = /^\(([^()]*)\)\s*/.exec(rest);
      if (note === null) break;
      const inner = note[1] ?? '';
      if (/^\d+$/.test(inner)) {
        sense = Number(inner) - 1;
        place = 0;
        isWritten = '';
      } else if (inner.split(',').every((one) => classes.test(one.trim()))) {
        for (const one of inner.split(',')) notes.add(one.trim());
        if (special.test(inner)) isWritten = '(obsolete)';
      } else break;
      rest = rest.slice(note[0].length);
    }
    if (rest !== '') glosses.push({ text: `${isWritten}${rest}`, sense, place: place++ });
  }
  const isCommon = body.includes('/(P)') || body.endsWith('(P)');
  return {
    word,
    readings: reading === undefined ? [] : reading.split(';').map((one) => one.replace(/\(.*\)/, '')),
    glosses: isCommon ? glosses : glosses.filter(({ text }) => !text.startsWith('(obsolete)')),
    inflection: notes.has('v1')
      ? '1'
      : [...notes].some((one) => one.startsWith('v5'))
        ? '5'
        : notes.has('adj-i')
          ? 'i'
          : '',
    isKana: notes.has('uk'),
    pinyin: '',
    isCommon,
  };
}
