/** A sentence and the white space that stands before it; joined in order they give the text back. */
export type Sentence = { readonly lead: string; readonly text: string };

/** Words whose full stop ends no sentence. */
const abbreviation = /(?:^|[\s(])(?:mr|mrs|ms|dr|st|no|nr|vs|etc|approx|e\.g|i\.e|a\.m|p\.m|incl|excl|max|min|tel)\.$/i;
const enders = new Set(['.', '!', '?', '。', '！', '？', '…', '．']);
const closers = new Set(['"', '”', '’', "'", ')', '）', '」', '』', '】']);

/**
 * Splits a text at sentence ends and line ends. A stop inside a number, a web address or after an abbreviation ends
 * nothing. `sentences.map(s => s.lead + s.text).join('')` is the text without its trailing white space.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let lead = '';
  let current = '';
  const flush = (): void => {
    if (current === '') return;
    sentences.push({ lead, text: current });
    lead = '';
    current = '';
  };
  const characters = [...text];
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i] ?? '';
    if (current === '' && /\s/.test(character)) {
      lead += character;
      continue;
    }
    if (character === '\n') {
      const trimmed = current.trimEnd();
      const trailing = current.slice(trimmed.length);
      current = trimmed;
      flush();
      lead = `${trailing}\n`;
      continue;
    }
    current += character;
    if (!enders.has(character)) continue;
    i = takeClosers(characters, i, (closer) => (current += closer));
    if (endsSentence(characters[i + 1], character, current)) flush();
  }
  current = current.trimEnd();
  flush();
  return sentences;
}

function takeClosers(characters: readonly string[], index: number, take: (closer: string) => void): number {
  let i = index;
  for (;;) {
    const next = characters[i + 1];
    if (next === undefined || !(enders.has(next) || closers.has(next))) return i;
    take(next);
    i++;
  }
}

function endsSentence(next: string | undefined, ender: string, sentence: string): boolean {
  if (ender === '。' || ender === '！' || ender === '？') return true;
  if (next !== undefined && !/\s/.test(next))
    return /[?!]/.test(ender) && /[\p{L}]/u.test(next) && !/https?:\S*$/.test(sentence);
  return !abbreviation.test(sentence);
}
