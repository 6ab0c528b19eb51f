import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import { foldedInPlace } from './folded-text.ts';
import type { Terms } from './likeness.ts';
import { type Wording, wordingOf } from './wording.ts';

/** By what an entry's subject is told from its siblings: this model and that, a set of three and one piece. */
export type Identity = {
  readonly isArticle: boolean;
  /** Names in the question, or in the nearest heading that has any. */
  readonly names: ReadonlySet<string>;
  /** Which of several models or sizes: "2" of "Model 2". */
  readonly variants: ReadonlySet<string>;
  /** Numbers that the question names, and those of question and answer. */
  readonly asked: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
};

type Asked = Pick<KnowledgeEntry, 'kind' | 'question' | 'answer'>;
type Identified = { readonly identity: Identity; readonly all: Terms };

export function identityOf(entry: Asked, question: Wording): Identity {
  return {
    isArticle: entry.kind === 'article',
    names: subjectsOf(entry, question),
    variants: variantsOf(`${entry.question}\n${entry.answer}`),
    asked: numbersOf(entry.question),
    numbers: numbersOf(`${entry.question}\n${entry.answer}`),
  };
}

/** Whether the two are about different things by name or number. */
export function areContrasted(a: Identified, b: Identified): boolean {
  return areDisjoint(a.identity.variants, b.identity.variants) || isOther(a, b) || isOther(b, a);
}

/** Whether the questions name different models, sizes or counts: a catalogue asks the same of each. */
export function areNumbered({ identity: a }: Identified, { identity: b }: Identified): boolean {
  return areDisjoint(a.variants, b.variants) || areDisjoint(a.asked, b.asked);
}

/** Both hold something, and nothing in common. */
export function areDisjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((one) => b.has(one));
}

function isOther({ identity: own }: Identified, { identity: other, all }: Identified): boolean {
  const isNamed = (name: string): boolean => all.has(name) || isPart(name, all);
  const names = [...own.names];
  // What stands under a heading with two names may be about one of them.
  if (own.isArticle) return names.length > 0 && !names.some(isNamed);
  return (
    !names.every(isNamed) || areDisjoint(own.asked, other.numbers) || (own.asked.size > 0 && other.numbers.size === 0)
  );
}

/** スマホケース is a ケース. */
function isPart(name: string, terms: Terms): boolean {
  if (!/^[ァ-ヺ]/u.test(name)) return false;
  for (const term of terms.keys()) if (term.length > 1 && (term.includes(name) || name.includes(term))) return true;
  return false;
}

function variantsOf(text: string): ReadonlySet<string> {
  return new Set(
    [
      ...text.matchAll(/\b\p{Lu}\p{Ll}+[ -]?(\d{1,4}|Mini|Pro|Max|Plus|Lite)\b(?!\s?(?:cm|mm|kg|g|ml|l|h|%|°|:))/gu),
    ].map(([, which]) => (which ?? '').toLowerCase()),
  );
}

const numberWord = /\d+(?:\.\d+)?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|single|double)\b/gu;

function numbersOf(text: string): ReadonlySet<string> {
  const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
  return new Set(
    (foldedInPlace(text).match(numberWord) ?? []).map((word) =>
      words.includes(word) ? String(words.indexOf(word) + 1) : word,
    ),
  );
}

function subjectsOf({ kind, question: asked }: Asked, question: Wording): ReadonlySet<string> {
  if (kind !== 'article') return namesOf(question, asked);
  for (const heading of asked.split(' › ').toReversed()) {
    const names = namesOf(wordingOf(foldedInPlace(heading), heading), heading);
    if (names.size > 0) return names;
  }
  return new Set();
}

/** Its names; in Japanese, where names are katakana, every such word that is no matter of a shop. */
function namesOf({ names, terms }: Wording, text: string): ReadonlySet<string> {
  if (!/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return names;
  return new Set([
    ...names,
    ...[...terms.keys()].filter((term) => /^(?!キロ|グラム|リットル|メートル|センチ)[ァ-ヺー]{2,}$/u.test(term)),
  ]);
}
