/** Names shorter than this stand in too many texts to mean anything. */
const shortest = 2;

/** White space and width folded; `low` in lower case too, as long as `plain`. */
type Folded = { readonly plain: string; readonly low: string };
type Token = { readonly start: number; readonly end: number };
/** Subjects of one name, as they are written. */
type Named = { readonly subject: string; readonly plain: string };
type NameIndex = {
  readonly names: ReadonlyMap<string, readonly Named[]>;
  /** Of names that begin with a token: how many tokens they have, most first. */
  readonly lengths: ReadonlyMap<string, readonly number[]>;
};
type Occurrence = Token & { readonly named: readonly Named[] };

/** Subjects change seldom: the index hands out the same list meanwhile. */
const indexes = new WeakMap<readonly string[], NameIndex>();

/**
 * Those of the subjects (products, brands) that a text names, letter case, width and white space aside; null where it
 * names none. A name counts where no longer one covers it (红茶 in 红茶杯), and as a whole word: "tea" is not in "steamer".
 */
export function subjectsNamed(subjects: readonly string[], text: string): readonly string[] | null {
  if (subjects.length === 0) return null;
  const known = indexes.get(subjects);
  const index = known ?? indexOf(subjects);
  if (known === undefined) indexes.set(subjects, index);
  const where = folded(text);
  const named = new Set(occurrences(index, where).flatMap((one) => one.named.map(({ subject }) => subject)));
  return named.size === 0 ? null : [...named];
}

function indexOf(subjects: readonly string[]): NameIndex {
  const names = new Map<string, Named[]>();
  const lengths = new Map<string, Set<number>>();
  for (const subject of subjects) {
    const { plain, low } = folded(subject);
    if (low.length < shortest) continue;
    const same = names.get(low);
    if (same !== undefined) {
      same.push({ subject, plain });
      continue;
    }
    names.set(low, [{ subject, plain }]);
    const tokens = tokensOf(low);
    const first = textOf(low, tokens[0]);
    const known = lengths.get(first);
    if (known === undefined) lengths.set(first, new Set([tokens.length]));
    else known.add(tokens.length);
  }
  const sorted = [...lengths].map(([first, counts]) => [first, [...counts].toSorted((a, b) => b - a)] as const);
  return { names, lengths: new Map(sorted) };
}

/** Where names stand that no longer one covers. */
function occurrences({ names, lengths }: NameIndex, where: Folded): readonly Occurrence[] {
  const tokens = tokensOf(where.low);
  const found: Occurrence[] = [];
  let breaks: ReadonlySet<number> | null = null;
  const isBreak = (at: number): boolean => {
    breaks ??= wordBreaks(where.low);
    return breaks.has(at);
  };
  const nameAt = (span: Token): readonly Named[] => {
    const written = where.plain.slice(span.start, span.end);
    const named = names.get(textOf(where.low, span))?.filter(({ plain }) => isMeant(plain, written)) ?? [];
    if (named.length === 0) return [];
    return [span.start, span.end].every((at) => !isWithin(where.low, at) || isBreak(at)) ? named : [];
  };
  let covered = 0;
  tokens.forEach((first, i) => {
    for (const count of lengths.get(textOf(where.low, first)) ?? []) {
      const last = tokens[i + count - 1];
      if (last === undefined) continue;
      // The longest comes first: what ends before one that was found is within it.
      if (last.end <= covered) break;
      const span = { start: first.start, end: last.end };
      const named = nameAt(span);
      if (named.length === 0) continue;
      found.push({ ...span, named });
      covered = last.end;
      break;
    }
  });
  return found;
}

/** A single word may be a common one too ("Set"): it is a name where it is written like it. */
function isMeant(name: string, written: string): boolean {
  return name === written || !/^\p{Script=Latin}+$/u.test(name) || /\p{Ll}\p{Lu}/u.test(name);
}

const ideograph = /[\p{Script=Han}\p{Script=Hiragana}]/u;
/** A word of letters, a run of katakana, a single ideograph or sign. */
const token =
  /[\p{Script=Katakana}ー]+|[\p{Script=Han}\p{Script=Hiragana}]|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]]+|[^\s]/gv;

function tokensOf(low: string): readonly Token[] {
  return [...low.matchAll(token)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Whether characters on both sides may belong to one word, though nothing shows where words end. */
function isWithin(low: string, at: number): boolean {
  const [before, after] = [low.slice(Math.max(0, at - 2), at), low.slice(at, at + 2)];
  return ideograph.test(lastOf(before)) && ideograph.test(firstOf(after));
}

function firstOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0x20);
}

function lastOf(text: string): string {
  return [...text].at(-1) ?? ' ';
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Where words begin and end, after a dictionary. */
function wordBreaks(low: string): ReadonlySet<number> {
  return new Set([...words.segment(low)].map(({ index }) => index));
}

function textOf(low: string, span: Token | undefined): string {
  return span === undefined ? '' : low.slice(span.start, span.end);
}

function folded(text: string): Folded {
  // The one letter that is longer in lower case.
  const plain = text.normalize('NFKC').replaceAll('İ', 'I').replace(/\s+/gu, ' ').trim();
  return { plain, low: plain.toLowerCase() };
}
