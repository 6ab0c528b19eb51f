/*
 * The Porter stemmer: M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980. Step names are the paper's.
 */
const consonant = '[^aeiou]';
const vowel = '[aeiouy]';
const consonants = `${consonant}[^aeiouy]*`;
const vowels = `${vowel}[aeiou]*`;

const measurePositive = new RegExp(`^(?:${consonants})?${vowels}${consonants}`);
const measureOne = new RegExp(`^(?:${consonants})?${vowels}${consonants}(?:${vowels})?$`);
const measureAboveOne = new RegExp(`^(?:${consonants})?${vowels}${consonants}${vowels}${consonants}`);
const holdsVowel = new RegExp(`^(?:${consonants})?${vowel}`);
const endsShort = new RegExp(`^${consonants}${vowel}[^aeiouwxy]$`);

const step2: ReadonlyArray<readonly [string, string]> = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['bli', 'ble'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
  ['logi', 'log'],
];
const step3: ReadonlyArray<readonly [string, string]> = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];
const step4: readonly string[] = [
  'ement',
  'ance',
  'ence',
  'able',
  'ible',
  'ment',
  'ant',
  'ent',
  'ism',
  'ate',
  'iti',
  'ous',
  'ive',
  'ize',
  'al',
  'er',
  'ic',
  'ou',
];

const remembered = new Map<string, string>();
const mostRemembered = 20_000;
/** Longer ones are no English words. */
const longestWord = 40;

/** The stem of an English word in lower case; words under three letters and words with other letters stay as they are. */
export function stemOf(word: string): string {
  if (word.length < 3 || word.length > longestWord || !/^[a-z]+$/.test(word)) return word;
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const stem = tidied(withoutDerivation(withoutInflection(word)));
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(word, stem);
  return stem;
}

/** Steps 1a, 1b, 1c: plurals, -ed, -ing, final y. */
function withoutInflection(word: string): string {
  let w = word;
  if (/(?:ss|i)es$/.test(w)) w = w.slice(0, -2);
  else if (/[^s]s$/.test(w)) w = w.slice(0, -1);

  if (w.endsWith('eed')) {
    if (measurePositive.test(w.slice(0, -3))) w = w.slice(0, -1);
  } else {
    const suffix = /(?:ed|ing)$/.exec(w)?.[0];
    const root = suffix === undefined ? '' : w.slice(0, -suffix.length);
    if (suffix !== undefined && holdsVowel.test(root)) w = restored(root);
  }
  if (w.endsWith('y') && holdsVowel.test(w.slice(0, -1))) w = `${w.slice(0, -1)}i`;
  return w;
}

function restored(root: string): string {
  if (/(?:at|bl|iz)$/.test(root)) return `${root}e`;
  if (/([^aeiouylsz])\1$/.test(root)) return root.slice(0, -1);
  return endsShort.test(root) ? `${root}e` : root;
}

/** Steps 2, 3 and 4: one derivational suffix each. */
function withoutDerivation(word: string): string {
  let w = replaced(replaced(word, step2), step3);
  const suffix = step4.find((ending) => w.endsWith(ending));
  if (suffix !== undefined) {
    const root = w.slice(0, -suffix.length);
    if (measureAboveOne.test(root)) w = root;
  } else if (/[st]ion$/.test(w) && measureAboveOne.test(w.slice(0, -3))) {
    w = w.slice(0, -3);
  }
  return w;
}

function replaced(word: string, rules: ReadonlyArray<readonly [string, string]>): string {
  for (const [ending, replacement] of rules) {
    if (!word.endsWith(ending)) continue;
    const root = word.slice(0, -ending.length);
    return measurePositive.test(root) ? root + replacement : word;
  }
  return word;
}

/** Step 5: a final e, a double l. */
function tidied(word: string): string {
  let w = word;
  if (w.endsWith('e')) {
    const root = w.slice(0, -1);
    if (measureAboveOne.test(root) || (measureOne.test(root) && !endsShort.test(root))) w = root;
  }
  return w.endsWith('ll') && measureAboveOne.test(w) ? w.slice(0, -1) : w;
}
