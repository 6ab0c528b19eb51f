import { answerSign, isYesNoQuestion } from '../health/stances.ts';
import { dice, held } from '../health/likeness.ts';
import type { Polarity, ReadClause } from './claim.ts';
import type { SourceText } from './source-text.ts';
import { stancesSaid } from './stances-said.ts';
import { type Anchor, type Reply, type Verdict, contradictedBy, supportedBy, unsupported } from './verdict.ts';
import { areNear, areTurned } from './near-copy.ts';
import { clauseLikeness, isNarrowedApart, isNarrowedOnce } from './weigh.ts';

/** From this likeness on an opposite answer is about the same, and so much nearer than an agreeing one it must be. */
const opposedFrom = 0.4;
const opposedMargin = 0.05;
/** How near the sentences have to lie for that, cosine. */
const opposedNear = 0.4;
/** From this likeness on a source stands behind a promise. */
const backedFrom = 0.33;

type Candidate = {
  readonly text: SourceText;
  readonly clause: ReadClause;
  readonly likeness: number;
  readonly isAgreeing: boolean;
};

/** What a source's sentence gains where the clause's own values come from it, or where it shares none of its words. */
const anchored = 0.3;
/** The clauses of one sentence are told apart by their own words. */
const ownWords = 0.2;
const unshared = 0.6;
/** From this nearness on sentences say the same in other words, cosine. */
const meant = 0.5;

/**
 * Whether a source says yes or no to the same; null where the clause states nothing that needs one. `anchors`: where the
 * values of the clause come from.
 */
export function judgePromise(clause: ReadClause, anchors: readonly Anchor[], reply: Reply): Verdict | null {
  const { polarity } = clause;
  if (polarity === null || (clause.wording.terms.size === 0 && anchors.length === 0)) return null;
  const candidates = reply.sources.texts
    .filter(({ grants }) => grants === 'all')
    .flatMap((text) =>
      text.read.clauses.flatMap((source) => candidateOf({ text, clause: source }, clause, anchors, reply)),
    );
  const isBorne = candidates.some((one) => one.isAgreeing && bearsOut(clause, one.clause, candidates));
  const agreeing = nearest(candidates.filter((one) => one.isAgreeing));
  const opposed = nearest(candidates.filter((one) => !one.isAgreeing));
  if (
    opposed !== null &&
    !isBorne &&
    opposed.likeness >= opposedFrom &&
    opposed.likeness > (agreeing?.likeness ?? 0) + opposedMargin
  )
    return contradictedBy(opposed.text, trimmed(opposed));
  const turned = turnedTerm(clause, reply);
  if (turned !== null) return contradictedBy(turned.text, trimmed(turned));
  if (!polarity.isPromise) return null;
  if (agreeing !== null && agreeing.likeness >= backedFrom) return supportedBy(agreeing.text, trimmed(agreeing));
  const [anchor] = anchors;
  return anchor === undefined ? unsupported : supportedBy(anchor.text, trimmed(anchor));
}

/**
 * The clause of a source that a clause repeats almost word for word, but for what turns its meaning; null where there is
 * none, or another that it repeats as it is.
 */
export function turnedFrom(clause: ReadClause, reply: Reply): Verdict | null {
  const near = reply.sources.texts
    .filter(({ grants, answer }) => grants === 'all' && answer === null)
    .flatMap((text) => text.read.clauses.map((source) => ({ text, clause: source })))
    .filter((one) => areNear(clause.turned, one.clause.turned));
  const [first] = near;
  if (first === undefined || near.some((one) => !areTurned(clause.turned, one.clause.turned))) return null;
  return contradictedBy(first.text, trimmed(first));
}

/** A bare yes or no before sentences that come from a passage which begins with the other. */
export function turnedAnswer({ answer }: ReadClause, home: SourceText | null): Verdict | null {
  if (answer === 0 || home === null) return null;
  const source = home.read.clauses.find((one) => one.answer !== 0);
  return source === undefined || source.answer === answer
    ? null
    : contradictedBy(home, trimmed({ text: home, clause: source }));
}

/** Whether a clause agrees that holds a telling word of it which none holds that does not. */
function bearsOut(said: ReadClause, source: ReadClause, candidates: readonly Candidate[]): boolean {
  return [...said.wording.terms].some(
    ([term, weight]) =>
      weight >= telling &&
      !term.startsWith('#') &&
      source.wording.terms.has(term) &&
      candidates.every(({ clause, isAgreeing }) => isAgreeing || !clause.wording.terms.has(term)),
  );
}

function candidateOf(
  source: Anchor,
  said: ReadClause,
  anchors: readonly Anchor[],
  { nearness }: Reply,
): readonly Candidate[] {
  const { text, clause } = source;
  const stated = said.polarity;
  const polarity = text.answer === null ? clause.polarity : answeredPolarity(text, clause);
  // A clause that says nothing of its own ("for hygiene reasons") says neither yes nor no.
  if (stated === null || polarity === null || clause.wording.terms.size === 0) return [];
  const isAgreeing = agree(said, stated, clause, polarity);
  if (isAgreeing === null || (!isAgreeing && stated.isNarrow !== polarity.isNarrow)) return [];
  const isShared = [...said.wording.terms].some(([term, weight]) => weight >= 0.5 && clause.wording.terms.has(term));
  const isMeant = (nearness(said.statement, clause.statement) ?? 0) >= meant;
  const isFrom = anchors.some((one) => one.text === text && one.clause.sentence === clause.sentence);
  // Where its own values come from one passage, another speaks of another case.
  if (!isAgreeing && !isFrom && (anchors.length > 0 || !isShared || isNarrowedOnce(said, clause))) return [];
  const own = ownWords * dice(said.wording.terms, clause.wording.terms, () => 1);
  // Words in common make no contradiction where the sentences mean something else.
  if (!isAgreeing && !isFrom && (nearness(said.statement, clause.statement) ?? 1) < opposedNear) return [];
  const likeness =
    clauseLikeness(said, clause, nearness) * (isShared || isMeant ? 1 : unshared) + own + (isFrom ? anchored : 0);
  return [{ text, clause, likeness, isAgreeing }];
}

/** A question answered by yes or no states what it asks. */
function answeredPolarity({ read, answer }: SourceText, clause: ReadClause): Polarity | null {
  if (!isYesNoQuestion(read.folded)) return clause.polarity;
  const answered = answerSign(answer ?? '');
  if (answered === 0) return null;
  const stances = stancesSaid(read.folded.slice(clause.start, clause.end).replace(/[?？]/gu, ''));
  return {
    ...stances,
    can: answered * stances.can === 1 ? 1 : -1,
    isRestating: false,
    isPromise: false,
    isNarrow: false,
  };
}

/** Whether two clauses say yes or no alike; null where the one says nothing to the other. */
function agree(said: ReadClause, a: Polarity, source: ReadClause, b: Polarity): boolean | null {
  if (a.cost !== 0 && b.cost !== 0) return a.cost === b.cost;
  if (a.need !== 0 && b.need !== 0) return a.need === b.need;
  const { alike, apart } = signedTerms(said, a, source, b);
  // What is free here is not said to be free there.
  if (apart === 0 || apart < alike) return a.cost !== 0 ? null : a.need === -1 && b.can === -1 ? null : true;
  return a.need === 0 && b.need === 0 ? false : null;
}

/** A word that tells this much, and that no more clauses hold, says what a clause is about. */
const telling = 0.5;
const mostHolders = 3;
/** The share of its known words that a clause has in common with what it turns, and how near the sentences lie. */
const coveredFrom = 0.5;
const nearFrom = 0.45;

/** A clause that holds a telling word which all clauses of the sources that hold it deny, or say where it is denied. */
function turnedTerm(said: ReadClause, { sources, nearness }: Reply): Anchor | null {
  const { polarity } = said;
  if (polarity === null || polarity.need !== 0) return null;
  const stated = sources.texts
    .filter(({ grants, answer }) => grants === 'all' && answer === null)
    .flatMap((text) =>
      text.read.clauses.flatMap((clause) =>
        clause.polarity === null ? [] : [{ text, clause, polarity: clause.polarity }],
      ),
    );
  const known = new Map(
    [...said.wording.terms].filter(([term]) => stated.some(({ clause }) => clause.wording.terms.has(term))),
  );
  for (const [term, weight] of known) {
    if (weight < telling || term.startsWith('#')) continue;
    const sign = polarity.can * (said.denied.has(term) ? -1 : 1);
    if (sign === 1 && polarity.isRestating) continue;
    const holders = stated.filter(({ clause }) => clause.wording.terms.has(term));
    if (
      holders.length > mostHolders ||
      holders.some((one) => one.polarity.can * (one.clause.denied.has(term) ? -1 : 1) === sign)
    )
      continue;
    const turned = holders.find(
      ({ clause }) =>
        held(known, clause.terms, () => 1) >= coveredFrom &&
        (nearness(said.statement, clause.statement) ?? 0) >= nearFrom &&
        !isNarrowedApart(said, clause),
    );
    if (turned !== undefined) return turned;
  }
  return null;
}

/** The weight of the words that both say, or deny, and of those that one says and the other denies. */
function signedTerms(
  said: ReadClause,
  a: Polarity,
  source: ReadClause,
  b: Polarity,
): { readonly alike: number; readonly apart: number } {
  let [alike, apart, turned] = [0, 0, 0];
  for (const [term, weight] of said.wording.terms) {
    if (!source.wording.terms.has(term)) continue;
    const [own, other] = [a.can * (said.denied.has(term) ? -1 : 1), b.can * (source.denied.has(term) ? -1 : 1)];
    if (own === other) alike += weight;
    else {
      apart += weight;
      if (said.denied.has(term) !== source.denied.has(term)) turned += weight;
    }
  }
  if (alike === 0 && apart === 0)
    return signOf(said, a) === signOf(source, b) ? { alike: 1, apart: 0 } : { alike: 0, apart: 1 };
  // "Needs a driver" against "works without drivers": one thing denied is enough.
  return turned >= 0.5 ? { alike, apart: alike + apart } : { alike, apart };
}

/** What a clause as a whole says. */
function signOf({ denied }: ReadClause, { can }: Polarity): number {
  return denied.size > 0 ? -can : can;
}

function nearest(candidates: readonly Candidate[]): Candidate | null {
  return candidates.reduce<Candidate | null>(
    (top, one) => (top === null || one.likeness > top.likeness ? one : top),
    null,
  );
}

function trimmed({ text, clause }: Anchor): { readonly start: number; readonly end: number } {
  const said = text.read.text.slice(clause.start, clause.end);
  return { start: clause.start + (said.length - said.trimStart().length), end: clause.start + said.trimEnd().length };
}
