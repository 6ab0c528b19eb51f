import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { Clock } from '../ports/clock.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { SearchScope } from '../ports/passage-index.ts';
import type { Database } from '../ports/repositories/index.ts';
import { type Ranking, type Regime, answerKeyOf, regimes } from './candidate.ts';
import { type Calibration, type Example, featuresOf, fittedWeights, priorCalibration } from './confidence.ts';
import { rankCandidates } from './rank-candidates.ts';
import { standingWith } from './standing.ts';

export type CalibrationDeps = Pick<Database, 'passages' | 'knowledge' | 'learned'> & {
  readonly embedder: () => Embedder | null;
  readonly clock: Clock;
  /** Lets other work run; called between samples so that learning never holds up a draft. */
  readonly passTurn: () => Promise<void>;
};

/** Entries looked at: enough for seven weights, a few seconds at 10,000 entries. */
const sampleSize = 300;
const pageSize = 5_000;
/**
 * A question with words left out is easier to recognise than the same question asked by another person, so that what
 * it teaches counts little beside what is known from real questions.
 */
const madeUpWeight = 0.02;

/**
 * What the knowledge itself teaches about confidence, before any outcome exists. Each sampled question is asked with
 * its own entry taken away: the nearest entry with the same answer is right. Then with every entry of that answer taken
 * away: whatever is nearest is wrong. Where an answer stands only once, its own question with words left out must find it.
 */
export async function learnCalibration(deps: CalibrationDeps, storeId: string): Promise<Calibration> {
  const examples = new Map<Regime, Example[]>(regimes.map((regime) => [regime, []]));
  const keep = (weight: number, ranking: Ranking, isRight: (ownerKey: string, ownerId: string) => boolean): void => {
    const first = ranking.candidates[0];
    if (first === undefined) return;
    examples.get(ranking.regime)?.push({
      features: featuresOf(ranking),
      isRight: isRight(first.answerKey, first.ownerId),
      weight,
    });
  };
  for (const entry of await sampledEntries(deps, storeId)) {
    await deps.passTurn();
    const key = answerKeyOf(entry.answer);
    const group = groupOf(deps, storeId, entry);
    const own = sameMatter(deps, storeId, entry, [entry.id]);
    const isSaidAgain = group.some((id) => !own.has(id));
    const weight = isSaidAgain ? 1 : madeUpWeight;
    keep(weight, askedWithout(deps, storeId, entry, sameMatter(deps, storeId, entry, group)), () => false);
    if (isSaidAgain) keep(weight, askedWithout(deps, storeId, entry, own), (found) => found === key);
    else keep(weight, await askedInPart(deps, storeId, entry), (_, ownerId) => ownerId === entry.id);
  }
  const calibration = { ...priorCalibration };
  for (const regime of regimes)
    calibration[regime] = fittedWeights(examples.get(regime) ?? [], priorCalibration[regime]);
  return calibration;
}

/** Every k-th question that may be answered now: the same for the same knowledge, and spread over all of it. */
async function sampledEntries(deps: CalibrationDeps, storeId: string): Promise<readonly KnowledgeEntry[]> {
  const ids: string[] = [];
  for (let after: { readonly id: string; readonly updatedAt: number } | null = null; ;) {
    const page: ReturnType<typeof deps.knowledge.pairIds> = deps.knowledge.pairIds(storeId, after, pageSize);
    ids.push(...page.map((one) => one.id));
    after = page.at(-1) ?? null;
    if (page.length < pageSize) break;
    await deps.passTurn();
  }
  const stride = Math.max(1, ids.length / sampleSize);
  const sample = Array.from({ length: Math.min(ids.length, sampleSize) }, (_, i) => ids[Math.floor(i * stride)] ?? '');
  const scope = { storeId, about: null, channel: null, at: deps.clock.now() };
  return standingAmong(deps, sample, scope).map((id) => deps.knowledge.get(id));
}

/** Those that may answer now, and in whose place no other one stands. */
function standingAmong(deps: CalibrationDeps, ids: readonly string[], scope: SearchScope): readonly string[] {
  const answering = deps.passages.answering(ids, scope);
  const overlaid = deps.passages.overlaidBy([...answering], scope);
  return ids.filter((id) => answering.has(id) && !overlaid.has(id));
}

/** These entries with all above and below them and what corrects them: they answer the same question otherwise. */
function sameMatter(
  deps: CalibrationDeps,
  storeId: string,
  entry: KnowledgeEntry,
  ids: readonly string[],
): ReadonlySet<string> {
  const scope = { ...scopeOf(deps, storeId, entry), isUnlimited: true };
  const related = standingWith(deps.passages, ids, scope);
  const corrections = deps.passages.correcting([...related], scope);
  return new Set([...related, ...corrections.map(({ ownerId }) => ownerId)]);
}

/** Entries that answer the same about the same thing: "Yes." of two products are two answers. */
function groupOf(deps: CalibrationDeps, storeId: string, entry: KnowledgeEntry): readonly string[] {
  const scope = JSON.stringify(entry.scope.toSorted());
  const same = deps.knowledge
    .withAnswer(storeId, entry.answer)
    .filter((one) => one.kind === 'pair' && JSON.stringify(one.scope.toSorted()) === scope)
    .map((one) => one.id);
  return [entry.id, ...standingAmong(deps, same, scopeOf(deps, storeId, entry)).filter((id) => id !== entry.id)];
}

function scopeOf(deps: CalibrationDeps, storeId: string, { scope, channels }: KnowledgeEntry): SearchScope {
  return { storeId, about: scope.length > 0 ? scope : null, channel: channels[0] ?? null, at: deps.clock.now() };
}

function askedWithout(
  deps: CalibrationDeps,
  storeId: string,
  entry: KnowledgeEntry,
  except: ReadonlySet<string>,
): Ranking {
  const embedderId = deps.embedder()?.id ?? null;
  const vector = embedderId === null ? null : deps.passages.questionVector(embedderId, entry.id);
  return rankCandidates(
    deps,
    { text: entry.question, vector, embedderId },
    { ...scopeOf(deps, storeId, entry), except },
  );
}

/** Asks an entry's question with every third word left out. */
async function askedInPart(deps: CalibrationDeps, storeId: string, entry: KnowledgeEntry): Promise<Ranking> {
  const words = entry.question.split(/\s+/);
  const text =
    words.length > 2
      ? words.filter((_, i) => i % 3 !== 1).join(' ')
      : [...entry.question].filter((_, i) => i % 3 !== 1).join('');
  const embedder = deps.embedder();
  const vector = embedder === null ? null : ((await embedder.embed([text]))[0] ?? null);
  return rankCandidates(deps, { text, vector, embedderId: embedder?.id ?? null }, scopeOf(deps, storeId, entry));
}
