/** One translation of a dictionary, as far as it decides which of them stands for the word. */
export type Gloss = {
  /** As the dictionary has it, with its notes in brackets. */
  readonly text: string;
  /** Place of its sense in the entry, from 0. */
  readonly sense: number;
  /** Place in its sense, from 0. */
  readonly place: number;
};

/** What is known of English words when a gloss is chosen. */
export type EnglishKnowledge = {
  /** Words of shops and of those who buy there. */
  readonly shopWords: ReadonlySet<string>;
  /** In how many entries of both dictionaries a word stands. */
  readonly commonness: ReadonlyMap<string, number>;
};

/** Notes after which a gloss says nothing about the word's meaning. */
const noMeaning =
  /^(?:surname|(?:old |erhua |archaic |nonstandard simplified |popular )?variant of|also written|also pr|see |see also|same as|used in|abbr\. for|abbr\. to|CL:|erroneous|Japanese variant|Taiwan pr|Kangxi radical|radical in|equivalent to|title of|courtesy name|name of|one of the|county|\w+ county|prefecture|the Latin|given name)/i;
/** Notes on words that hardly anybody writes to a shop. */
const rareNote =
  /\((?:[^()]*\b)?(?:literary|archaic|arch|old|dialect|classical|obsolete|obs|obsc|dated|vulgar|vulg|derog|Buddhism|Buddh|loanword from Sanskrit|historical|Qing|poetic|fig\.|coarse|jargon|bird species|botany|zoology|chemistry|chem|math|mathematics|physics|astronomy|anat|ling|law|mil|baseb|sumo|music|mahj|hanaf|sens|hist|Confucian|Taoism|TCM|bound form|Tw|Cantonese|Korean|Japanese)\b[^()]*\)/i;
const emptyEnglish = new Set(
  'a an the to of or and in on at for with by be is are as it its from into up out off one ones sb sth something someone somebody oneself etc'.split(
    ' ',
  ),
);

/** The gloss without notes, articles and the "to" of verbs, in lower case where it is no name; empty if nothing is left. */
export function plainGloss(text: string): string {
  return text
    .replace(/\([^()]*\)|\[[^\]]*\]/g, ' ')
    .replace(/\b(?:sb|sth|somebody|someone|something|oneself|one's|etc)\b\.?/g, ' ')
    .replace(/\.{2,}|[~!?"“”…]/g, ' ')
    .replace(/^\s*(?:to be|to|a|an|the|be)\s+(?=\S)/i, '')
    .replace(/\s*[,:].*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const mostWords = 4;

/** The words that tell what a gloss means. */
export function tellingWords(gloss: string): readonly string[] {
  return gloss
    .toLowerCase()
    .split(/[^a-z0-9-]+/)
    .filter((word) => word !== '' && !emptyEnglish.has(word));
}

function scoreOf(gloss: Gloss, plain: string, known: EnglishKnowledge, alsoElsewhere: ReadonlySet<string>): number {
  const words = tellingWords(plain);
  const share = (holds: (word: string) => boolean): number => words.filter(holds).length / Math.max(1, words.length);
  const common = words.map((word) => Math.log10(1 + (known.commonness.get(word) ?? 0)) / 3);
  return (
    -gloss.sense * 0.55 -
    gloss.place * 0.25 -
    Math.max(0, words.length - 2) * 0.5 -
    (rareNote.test(gloss.text) ? 2 : 0) +
    share((word) => known.shopWords.has(word)) * 0.5 +
    share((word) => alsoElsewhere.has(word)) * 0.4 +
    Math.min(1, Math.min(...common)) * 0.9
  );
}

/** How far behind the best another gloss may be to stand beside it. */
const slack = 0.9;
const mostGlosses = 3;

/**
 * The glosses that stand for a word, best first: common senses before rare ones, short before long, words of shops and
 * words that the other dictionary has too before others. Empty where the entry has no meaning of its own.
 */
export function chosenGlosses(
  glosses: readonly Gloss[],
  known: EnglishKnowledge,
  alsoElsewhere: ReadonlySet<string>,
): readonly string[] {
  const best = new Map<string, number>();
  for (const gloss of glosses) {
    if (noMeaning.test(gloss.text.trim().replace(/^\([^()]*\)\s*/, ''))) continue;
    const plain = plainGloss(gloss.text);
    if (!/^[\p{Script=Latin}\d][\p{Script=Latin}\d' &./+-]*$/u.test(plain) || plain.split(' ').length > mostWords)
      continue;
    if (tellingWords(plain).length === 0) continue;
    const score = scoreOf(gloss, plain, known, alsoElsewhere);
    if (score > (best.get(plain) ?? -Infinity)) best.set(plain, score);
  }
  const ranked = [...best].sort((a, b) => b[1] - a[1]);
  const top = ranked[0]?.[1] ?? 0;
  const near = ranked.filter(([, score]) => score > -3 && score >= top - slack).map(([plain]) => plain);
  return near.filter((one, i) => !near.slice(0, i).some((other) => isSaid(one, other))).slice(0, mostGlosses);
}

/** Whether another gloss holds every word of this one, or this one only says it longer. */
function isSaid(one: string, other: string): boolean {
  const said = new Set(tellingWords(other));
  const own = tellingWords(one);
  return own.every((word) => said.has(word)) || [...said].every((word) => own.includes(word));
}
