import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { SilenceReason } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { isForeign } from '#shared/answer-language.ts';
import type { AskedPart } from '../conversations/asks.ts';
import { leansOnEarlier } from '../conversations/leaning.ts';
import type { Database } from '../ports/repositories/index.ts';
import type { Retrieved } from '../retrieval/retrieve-evidence.ts';
import { usualThreshold } from '../retrieval/store-model.ts';
import { askedTerms, isEmptyTerm, termsOf } from '../retrieval/terms.ts';
import { namesNoProduct, productAnswer } from './product-answer.ts';

/** How sure an answer is that an attribute gives, or a sentence of the description, of a product named in full. */
const sureness = { attribute: 0.9, sentence: 0.7 } as const;
/** What is missing from it for each part of the name that was left out. */
const unnamed = { attribute: 0.3, sentence: 0.15 } as const;
/** A product that does not say what is asked is shown; it answers neither this ask nor another beside it. */
const notOffered = 0.15;

type Told = {
  readonly evidence: Evidence;
  readonly named: Named;
  /** Null where the product says nothing to this. */
  readonly answer: Evidence | null;
};

/**
 * What was found for an ask, with each product's entry saying only what the ask is for: the attribute or the sentence of
 * its description. A product answers where the ask names it and no other as well; else it is shown and not offered.
 */
export function withToldProducts(
  deps: Pick<Database, 'knowledge'>,
  found: Retrieved,
  ask: AskedPart,
  language: ReplyLanguage,
  offersOtherLanguage = false,
): Retrieved {
  const told = found.evidence.map((one) => toldOf(deps, one, ask, language));
  if (told.every((one) => one === null)) return found;
  const products = told.filter((one) => one !== null);
  const best = bestOf(products);
  const shown = found.evidence.map((one, i) => {
    const product = told[i] ?? null;
    return product === null ? one : { ...one, confidence: Math.min(one.confidence, notOffered) };
  });
  const others = shown.filter((_, i) => told[i] === null);
  const first = others[0];
  if (
    best?.answer != null &&
    (first === undefined || isForeign(first, language) || !isRival(first, best, best.answer.confidence))
  ) {
    const { answer } = best;
    return {
      evidence: [answer, ...shown.filter((one) => one.id !== answer.id)],
      // A sentence made of two languages is no draft in either.
      silence: isForeign(answer, language) ? 'other_language' : null,
      confidence: answer.confidence,
      judged: null,
    };
  }
  if (told[0] === null) return { ...found, evidence: shown };
  // What several products say is asked of them, and not of what stands below them.
  if (best === null && products.some(({ answer }) => answer !== null))
    return { evidence: shown, silence: 'ambiguous', confidence: notOffered, judged: null };
  return {
    evidence: [...others, ...shown.filter((_, i) => told[i] !== null)],
    silence: first === undefined ? 'weak_evidence' : silenceOf(first, language, offersOtherLanguage),
    confidence: first?.confidence ?? notOffered,
    judged: null,
  };
}

/** What a person picked, each product with what it says to its ask; whole where it says nothing, for it was picked. */
export function toldPicks(
  deps: Pick<Database, 'knowledge'>,
  picked: ReadonlyMap<number, Evidence>,
  asked: readonly AskedPart[],
  language: ReplyLanguage,
): ReadonlyMap<number, Evidence> {
  return new Map(
    [...picked].map(([ask, one]) => {
      const entry =
        one.kind === 'knowledge' && one.versionId !== null ? deps.knowledge.findVersion(one.versionId) : null;
      const answer = entry?.kind === 'product' ? productAnswer(entry, asked[ask]?.text ?? '', language) : null;
      return [ask, answer === null ? one : { ...one, answer: answer.text, isExcerpt: true }];
    }),
  );
}

/**
 * Whether a passage may answer before a product does: it is nearer, and about that product as well. "How do I descale the
 * Ember kettle?" tells nothing of another.
 */
function isRival(first: Evidence, { evidence, named }: Told, confidence: number): boolean {
  if (first.confidence <= confidence) return false;
  return namedInText(evidence.question, `${first.question}\n${first.answer}`).count >= named.count;
}

function silenceOf(first: Evidence, language: ReplyLanguage, offersOtherLanguage: boolean): SilenceReason | null {
  if (first.confidence < usualThreshold) return 'weak_evidence';
  return !offersOtherLanguage && isForeign(first, language) ? 'other_language' : null;
}

function toldOf(
  deps: Pick<Database, 'knowledge'>,
  evidence: Evidence,
  ask: AskedPart,
  language: ReplyLanguage,
): Told | null {
  if (evidence.kind !== 'knowledge' || evidence.versionId === null) return null;
  const entry = deps.knowledge.findVersion(evidence.versionId);
  if (entry?.kind !== 'product') return null;
  const named = namedIn(entry.question, ask);
  const answer = named.isNamed ? productAnswer(entry, ask.text, language) : null;
  if (answer === null) return { evidence, named, answer: null };
  const way = answer.isAttribute ? 'attribute' : 'sentence';
  const confidence = sureness[way] - unnamed[way] * (1 - named.share);
  return { evidence, named, answer: { ...evidence, answer: answer.text, confidence, isExcerpt: true } };
}

/** The product that the ask names more of than of any other; null where two are named alike. */
function bestOf(products: readonly Told[]): Told | null {
  const ordered = products
    .filter(({ named }) => named.isNamed)
    .toSorted((left, right) => right.named.count - left.named.count || right.named.share - left.named.share);
  const [top] = ordered;
  if (top === undefined) return null;
  const isSameProduct = (one: Told): boolean => one.evidence.question === top.evidence.question;
  const rival = ordered.find((one) => !isSameProduct(one));
  if (rival !== undefined && rival.named.count === top.named.count && rival.named.share === top.named.share)
    return null;
  // One product may have several entries: what always holds, and what holds for a time.
  return ordered.find((one) => isSameProduct(one) && one.answer !== null) ?? top;
}

type Named = {
  readonly isNamed: boolean;
  /** Words of the title that the ask holds, and their share of all. */
  readonly count: number;
  readonly share: number;
};

/** A word of sizes and amounts names no product. */
const measure = /^\d|^(?:m?l|cl|k?g|oz|[cm]?m|inch|pc|pack|set)$/u;
const unspacedName = /[\p{Script=Han}々]{2,}|[\p{Script=Katakana}ー]{3,}/gu;

/** How much of a title an ask names by itself; with what was said around it, where it leans on that. */
export function namedIn(title: string, ask: AskedPart): Named {
  const alone = namedInText(title, ask.text);
  const leans = leansOnEarlier(ask.text) || namesNoProduct(ask.text);
  return alone.isNamed || !leans ? alone : namedInText(title, ask.withContext);
}

function namedInText(title: string, text: string): Named {
  const terms = askedTerms(title).filter((term) => !measure.test(term) && !isEmptyTerm(term));
  const said = new Set(termsOf(text));
  const count = terms.filter((term) => said.has(term)).length;
  const share = terms.length === 0 ? 0 : count / terms.length;
  const folded = text.normalize('NFKC');
  // A pair of characters is no word, but a run of one script mostly is.
  const names = title.normalize('NFKC').match(unspacedName) ?? [];
  const isNamed =
    names.length > 0 ? names.some((name) => folded.includes(name)) || share >= 0.5 : share >= 0.5 || count >= 2;
  return { isNamed: isNamed && count > 0, count, share };
}
