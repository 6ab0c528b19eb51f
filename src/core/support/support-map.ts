import type { Language } from '#shared/model/basics.ts';
import type { SupportMark } from '#shared/model/support.ts';
import { foldedInPlace, type Stretch } from '../health/folded-text.ts';
import type { Claim, ReadText } from './claim.ts';
import { judgeName } from './judge-name.ts';
import { judgePromise, turnedAnswer, turnedFrom } from './judge-promise.ts';
import { judgeState } from './judge-state.ts';
import { judgeValue } from './judge-value.ts';
import { asksFirst } from './asks-first.ts';
import { type Nearness, unknownNearness } from './nearness.ts';
import { readText } from './read-text.ts';
import type { ReadSources, SourceText } from './source-text.ts';
import { clauseLikeness } from './weigh.ts';
import { type Anchor, type Reply, type Verdict, supportedBy } from './verdict.ts';

export type SupportInput = {
  readonly text: string;
  readonly language: Language;
  readonly sources: ReadSources;
  /** Left out: nobody can tell, words alone are compared. */
  readonly nearness?: Nearness;
};

/**
 * What stands behind each fact that a text claims, in text order. A text is read whoever wrote it; a sentence that stands
 * in a source word for word is supported by it as it is.
 */
export function supportMap({
  text,
  language,
  sources,
  nearness = unknownNearness,
}: SupportInput): readonly SupportMark[] {
  const read = readText(text, { language, heading: '', known: sources.known });
  const reply: Reply = { read, sources, nearness };
  const copies = copiedSentences(read, sources);
  const copyAt = (place: Stretch): Copy | undefined =>
    copies.find(({ start, end }) => start <= place.start && place.end <= end);
  const homes = homesOf(reply);
  const marks: SupportMark[] = [];
  const owners = new Map<number, Set<string>>();
  const anchors = new Map<number, Anchor[]>();
  const add = (kind: Claim['kind'], place: Stretch, verdict: Verdict, clause: number): void => {
    const said = read.text.slice(place.start, place.end);
    const { source, says } = verdict;
    marks.push({
      start: place.start,
      end: place.end,
      kind,
      said,
      verdict: verdict.verdict,
      source,
      says,
      asks: asksFirst({
        kind,
        verdict: verdict.verdict,
        isPromise: read.clauses[clause]?.polarity?.isPromise === true,
        said,
      }),
    });
    const sentence = read.clauses[clause]?.sentence;
    if (
      sentence !== undefined &&
      verdict.verdict === 'supported' &&
      verdict.owner !== null &&
      kind !== 'number' &&
      kind !== 'promise'
    )
      owners.set(sentence, (owners.get(sentence) ?? new Set()).add(verdict.owner));
    if (verdict.anchor !== null && kind !== 'promise' && kind !== 'number')
      anchors.set(clause, [...(anchors.get(clause) ?? []), verdict.anchor]);
  };
  for (const claim of read.claims) {
    if (claim.kind === 'name') continue;
    const copy = copyAt(claim);
    const verdict =
      copy === undefined
        ? claim.kind === 'state'
          ? judgeState(claim, reply)
          : judgeValue(claim, homes[claim.clause] ?? null, reply)
        : ofCopy(copy, claim);
    add(claim.kind, claim, verdict, claim.clause);
  }
  read.clauses.forEach((clause, index) => {
    const place = trimmedClause(read, clause);
    const copy = copyAt(place);
    if (copy !== undefined) {
      if (clause.polarity?.isPromise === true) add('promise', place, ofCopy(copy, place), index);
      return;
    }
    const turned = turnedFrom(clause, reply) ?? turnedAnswer(clause, homes[index + 1] ?? null);
    if (turned !== null) return add('promise', place, turned, index);
    // How an order stands is judged as that.
    if (read.claims.some((one) => one.kind === 'state' && one.clause === index)) return;
    const verdict = judgePromise(clause, anchors.get(index) ?? [], reply);
    // A value without a source says it already.
    const isSaid = marks.some(
      ({ verdict: other, start }) => other !== 'supported' && place.start <= start && start < place.end,
    );
    if (verdict !== null && !(isSaid && verdict.verdict === 'unsupported')) add('promise', place, verdict, index);
  });
  for (const claim of read.claims) {
    if (claim.kind !== 'name') continue;
    const copy = copyAt(claim);
    const sentence = read.clauses[claim.clause]?.sentence ?? -1;
    const verdict =
      copy === undefined ? judgeName(claim, passagesOf(owners.get(sentence)), reply) : ofCopy(copy, claim);
    add('name', claim, verdict, claim.clause);
  }
  return marks.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** All sentences of the texts and of what may stand behind them, whose nearness is asked for. */
export function statementsCompared(
  texts: readonly string[],
  language: Language,
  sources: ReadSources,
): readonly string[] {
  const replies = texts.map((text) => readText(text, { language, heading: '', known: sources.known }));
  const granted = sources.texts.flatMap(({ grants, read }) => (grants === 'all' ? [read] : []));
  const statements = [...replies, ...granted].flatMap(({ clauses }) => clauses.map(({ statement }) => statement));
  return [...new Set(statements)].filter((statement) => /\p{L}{2}/u.test(statement));
}

/** The answer that each clause is most like, by its whole sentence. */
function homesOf({ read: { clauses }, sources: { texts }, nearness }: Reply): ReadonlyArray<SourceText | null> {
  const answers = texts.filter(({ grants, answer }) => grants === 'all' && answer === null);
  const bySentence = new Map<number, SourceText | null>();
  return clauses.map(({ sentence }) => {
    const known = bySentence.get(sentence);
    if (known !== undefined) return known;
    const own = clauses.filter((one) => one.sentence === sentence);
    let [home, best]: [SourceText | null, number] = [null, homeFrom];
    for (const text of answers) {
      const likeness = mean(
        own.map((one) => Math.max(0, ...text.read.clauses.map((source) => clauseLikeness(one, source, nearness)))),
      );
      if (likeness > best) [home, best] = [text, likeness];
    }
    bySentence.set(sentence, home);
    return home;
  });
}

const homeFrom = 0.35;

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
}

function passagesOf(owners: ReadonlySet<string> | undefined): ReadonlySet<string> {
  return new Set([...(owners ?? [])].filter((owner) => owner.startsWith('evidence/') || owner.startsWith('order/')));
}

/** A sentence that a source holds word for word; `text` is null for a greeting, closing or signature. */
type Copy = Stretch & { readonly text: SourceText | null; readonly at: number };

function copiedSentences({ folded, sentences }: ReadText, { texts, phrases }: ReadSources): readonly Copy[] {
  const folds = phrases.map(foldedInPlace);
  return sentences.flatMap(({ start, end }): readonly Copy[] => {
    const said = folded.slice(start, end);
    if (folds.some((phrase) => phrase === said || (said.length > 3 && phrase.includes(said))))
      return [{ start, end, text: null, at: 0 }];
    if (said.length < 4) return [];
    for (const source of texts) {
      if (source.grants !== 'all') continue;
      const at = source.read.folded.indexOf(said);
      if (at >= 0 && isWhole(source.read, at, said.length)) return [{ start, end, text: source, at }];
    }
    return [];
  });
}

/** "We can" is no copy of "we cannot": the sentence ends where the source's does. */
function isWhole({ sentences }: ReadText, at: number, length: number): boolean {
  return sentences.some(({ start }) => start === at) && sentences.some(({ end }) => end === at + length);
}

function ofCopy({ text, start, at }: Copy, place: Stretch): Verdict {
  if (text === null)
    return { verdict: 'supported', source: { from: 'phrase', quote: '' }, says: null, owner: null, anchor: null };
  return supportedBy(text, { start: at + place.start - start, end: at + place.end - start });
}

function trimmedClause({ text }: ReadText, { start, end }: Stretch): Stretch {
  const said = text.slice(start, end);
  return { start: start + (said.length - said.trimStart().length), end: start + said.trimEnd().length };
}
