import type { ClaimKind } from '#shared/model/support.ts';
import type { Claim, ReadClause } from './claim.ts';
import { areComparable, isSameClaim } from './same-claim.ts';
import type { SourceText } from './source-text.ts';
import { type Reply, type Verdict, clauseAt, contradictedBy, supportedBy, unsupported } from './verdict.ts';
import { clauseLikeness } from './weigh.ts';

/** What a reply may repeat of the customer's own words. */
const repeatable: ReadonlySet<ClaimKind> = new Set([
  'number',
  'name',
  'mail',
  'phone',
  'link',
  'quantity',
  'measure',
  'date',
  'weekday',
  'time',
  'state',
]);
/** What the customer says of days and states, and a promise of the store must not take from there. */
const timely: ReadonlySet<ClaimKind> = new Set(['date', 'weekday', 'time']);

/** How much more another value must be about the same than an equal one, to speak against it. */
const margin = 0.22;
/** The same where one sentence says both. */
const marginWithin = 0.45;
/** From this likeness on a value is about the same. */
const aboutTheSame = 0.3;
/** An equal number that counts something else has to be about the same by its words. */
const leastForOtherUnit = 0.35;

type Candidate = {
  readonly text: SourceText;
  readonly claim: Claim;
  readonly likeness: number;
  readonly isSame: boolean;
};

/** What the values of the text gain that the sentence is most like. */
const atHome = 0.15;

/**
 * Whether a value that a reply names is said by a source: of the same kind, about the same. `home`: the text that its
 * sentence is most like.
 */
export function judgeValue(claim: Claim, home: SourceText | null, reply: Reply): Verdict {
  const clause = clauseAt(reply.read, claim);
  const candidates = reply.sources.texts
    .flatMap((text) => candidatesIn(text, claim, clause, reply))
    .map((one) => (one.text === home ? { ...one, likeness: one.likeness + atHome } : one))
    .map((one) => (isSaidBeside(one, claim, reply) ? { ...one, likeness: one.likeness + saidBeside } : one));
  const same = best(candidates.filter((one) => one.isSame));
  // What the sentence says itself, beside it, is no other value.
  const others = candidates.filter((one) => !one.isSame && !isSaidToo(one.claim, claim, reply));
  const other = best(others);
  if (same !== null) {
    const isOneSentence = other !== null && statementAt(other) === statementAt(same);
    const isOutdone =
      other !== null &&
      other.likeness >= aboutTheSame &&
      other.likeness > same.likeness + (isOneSentence ? marginWithin : margin);
    if (!isOutdone) return supportedBy(same.text, same.claim);
    return contradictedBy(other.text, other.claim);
  }
  if (other !== null && other.likeness >= aboutTheSame && other.text.grants === 'all')
    return contradictedBy(other.text, other.claim);
  const [only] = others;
  // The customer's one order is what a reply's order number can only mean.
  if (claim.kind === 'number' && only !== undefined && isLikeNumber(claim, only.claim))
    return contradictedBy(only.text, only.claim);
  return unsupported;
}

function candidatesIn(text: SourceText, claim: Claim, clause: ReadClause | null, reply: Reply): readonly Candidate[] {
  const isRepeated = text.grants === 'repeated';
  if (isRepeated && !repeatable.has(claim.kind)) return [];
  if (isRepeated && timely.has(claim.kind) && clause?.polarity?.isPromise === true) return [];
  return text.read.claims.flatMap((source): readonly Candidate[] => {
    const isShortened = isBareOf(claim, source, text);
    if (!areComparable(claim, source) && !isBareBeside(claim, source) && !isShortened) return [];
    const other = clauseAt(text.read, source);
    const alike = clause === null || other === null ? 0 : clauseLikeness(clause, other, reply.nearness);
    const likeness = alike + boundBonus(claim, source);
    const isSame =
      isShortened ||
      isSameClaim(claim, source) ||
      isRounded(claim, source, reply.read.folded) ||
      (isBareBeside(claim, source) && isSameNumber(claim, source));
    if (!isSame && (isRepeated || isUnlike(claim, source))) return [];
    // A number alone, and what nobody picked, has to be about the same.
    if ((text.isRecalled || isShortened) && alike < aboutTheSame) return [];
    if (isSame && isOtherUnit(claim, source) && likeness < leastForOtherUnit && !namesUnit(text, claim)) return [];
    return [{ text, claim: source, likeness, isSame }];
  });
}

function best(candidates: readonly Candidate[]): Candidate | null {
  return candidates.reduce<Candidate | null>(
    (top, one) => (top === null || one.likeness > top.likeness ? one : top),
    null,
  );
}

/** What a value gains where the source's sentence says another value of the reply's sentence as well. */
const saidBeside = 0.25;

function statementAt({ text, claim }: Candidate): string | undefined {
  return clauseAt(text.read, claim)?.statement;
}

/** Whether another fact of the reply's sentence is this value. */
function isSaidToo(source: Claim, claim: Claim, { read }: Reply): boolean {
  const sentence = clauseAt(read, claim)?.sentence;
  return read.claims.some(
    (one) =>
      one !== claim && one.value !== null && clauseAt(read, one)?.sentence === sentence && isSameClaim(one, source),
  );
}

function isSaidBeside({ text, claim: source }: Candidate, claim: Claim, { read }: Reply): boolean {
  const sentence = clauseAt(read, claim)?.sentence;
  const around = clauseAt(text.read, source)?.sentence;
  const beside = (
    claims: readonly Claim[],
    one: Claim,
    of: typeof read,
    within: number | undefined,
  ): readonly Claim[] =>
    claims.filter((other) => other !== one && other.value !== null && of.clauses[other.clause]?.sentence === within);
  const others = beside(text.read.claims, source, text.read, around);
  return beside(read.claims, claim, read, sentence).some((one) => others.some((other) => isSameClaim(one, other)));
}

/** "Up to 5 days" is nearer to another upper bound than to a lower one, and weeks to weeks. */
function boundBonus(a: Claim, b: Claim): number {
  if (a.value === null || b.value === null) return 0;
  return (a.value.bound === b.value.bound ? 0.05 : 0) + (a.key === b.key && a.key !== '' ? 0.1 : 0);
}

/** "36 hours, 24 with it on": a number whose unit was said before. */
function isBareOf(claim: Claim, source: Claim, { read }: SourceText): boolean {
  if (claim.value?.fact !== 'count' || claim.value.unit !== '' || source.value === null) return false;
  if (!/^(?:duration|money|time|percent|measure)$/.test(source.value.fact)) return false;
  const written = read.folded.slice(source.start, source.end).match(/\d+(?:[.,]\d+)?/gu) ?? [];
  return written.some((one) => Number(one.replace(',', '.')) === claim.value?.low);
}

/** "A little over half a kilo" is 540 g: a measure that is said to be rounded. */
function isRounded(claim: Claim, source: Claim, folded: string): boolean {
  const [a, b] = [claim.value, source.value];
  if (a?.fact !== 'measure' || b?.fact !== 'measure' || a.unit !== b.unit) return false;
  const around = `${folded.slice(Math.max(0, claim.start - 24), claim.start)}|${folded.slice(claim.end, claim.end + 4)}`;
  return rounding.test(around) && Math.abs(a.low - b.low) <= 0.1 * b.low && Math.abs(a.high - b.high) <= 0.1 * b.high;
}

const rounding =
  /\b(?:about|around|roughly|approximately|nearly|almost|just (?:over|under)|a (?:little|bit) (?:over|under|more than|less than)|some)\s*\||(?:大约|大概|约|差不多|接近|約|およそ|ほぼ)\s*\||\|\s*(?:左右|上下|多|ほど|くらい|ぐらい|前後|弱|強)/u;

/** A number without a unit is what stands in tables: "Capacity: 300". */
function isBareBeside(a: Claim, b: Claim): boolean {
  const isBare = (one: Claim): boolean => one.value?.fact === 'count' && one.value.unit === '';
  const isUnited = (one: Claim): boolean => /^(?:count|measure|percent)$/.test(one.value?.fact ?? '');
  if (a.value?.fact === 'count' && b.value?.fact === 'count') return true;
  return (isBare(a) && isUnited(b)) || (isBare(b) && isUnited(a));
}

function isSameNumber(a: Claim, b: Claim): boolean {
  if (a.value === null || b.value === null) return false;
  const ends = [b.value.low, b.value.high];
  return ends.includes(a.value.low) && (ends.includes(a.value.high) || a.value.low === a.value.high);
}

/** Counts of different things. */
function isOtherUnit(a: Claim, b: Claim): boolean {
  return (
    a.value?.fact === 'count' &&
    b.value?.fact === 'count' &&
    a.value.unit !== b.value.unit &&
    a.value.unit !== '' &&
    b.value.unit !== ''
  );
}

function namesUnit({ bare }: SourceText, { value }: Claim): boolean {
  return value !== null && value.unit.length > 2 && bare.includes(` ${value.unit}`);
}

/** A link or a mail address beside another speaks not against it; a bare number says too little to. */
function isUnlike(claim: Claim, source: Claim): boolean {
  // What a table's bare number counts is not known well enough.
  if (isBareBeside(claim, source) && claim.value?.fact !== source.value?.fact) return true;
  if (claim.value === null)
    return claim.kind === 'link' || claim.kind === 'mail' ? false : !isLikeNumber(claim, source);
  return claim.value.fact === 'count' && source.value?.fact === 'count' && claim.value.unit !== source.value.unit;
}

/** Two numbers of one make: "HL-10423" and "HL-10432". */
function isLikeNumber(a: Claim, b: Claim): boolean {
  const make = (key: string): string => key.replace(/\d/gu, '0').replace(/[a-z]+$/u, '');
  return a.kind === b.kind && a.value === null && make(a.key) === make(b.key);
}
