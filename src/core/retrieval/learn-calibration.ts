import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { Database } from '../ports/repositories/index.ts';
import { type Ranking, type Regime, answerKeyOf, regimes } from './candidate.ts';
import { type Calibration, type Example, featuresOf, fittedWeights, priorCalibration } from './confidence.ts';
import { rankCandidates } from './rank-candidates.ts';

export type CalibrationDeps = Pick<Database, 'passages' | 'knowledge' | 'learned'> & {
  readonly embedder: () => Embedder | null;
  /** Lets other work run; called between samples so that learning never holds up a draft. */
  readonly passTurn: () => Promise<void>;
};

/** Entries looked at: enough for seven weights, a few seconds at 10,000 entries. */
const sampleSize = 300;
const pageSize = 500;
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
  const entries = activeEntries(deps, storeId);
  const groups = new Map<string, string[]>();
  for (const entry of entries) {
    const key = groupKeyOf(entry);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry.id]);
    else group.push(entry.id);
  }
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
  for (const entry of sampled(entries)) {
    await deps.passTurn();
    const key = answerKeyOf(entry.answer);
    const group = groups.get(groupKeyOf(entry)) ?? [entry.id];
    const weight = group.length > 1 ? 1 : madeUpWeight;
    keep(weight, askedWithout(deps, storeId, entry, new Set(group)), () => false);
    if (group.length > 1)
      keep(weight, askedWithout(deps, storeId, entry, new Set([entry.id])), (found) => found === key);
    else keep(weight, await askedInPart(deps, storeId, entry), (_, ownerId) => ownerId === entry.id);
  }
  const calibration = { ...priorCalibration };
  for (const regime of regimes)
    calibration[regime] = fittedWeights(examples.get(regime) ?? [], priorCalibration[regime]);
  return calibration;
}

/** Entries that answer the same about the same thing: "Yes." of two products are two answers. */
function groupKeyOf(entry: KnowledgeEntry): string {
  return JSON.stringify([answerKeyOf(entry.answer), [...entry.scope].sort()]);
}

function activeEntries(deps: CalibrationDeps, storeId: string): readonly KnowledgeEntry[] {
  const entries: KnowledgeEntry[] = [];
  for (let offset = 0; ; offset += pageSize) {
    const page = deps.knowledge.list({ storeId, state: 'active', offset, limit: pageSize });
    entries.push(...page.items.filter((entry) => entry.kind === 'pair' && entry.question !== ''));
    if (page.items.length < pageSize) return entries;
  }
}

/** Every k-th entry: the same for the same knowledge, and spread over all of it. */
function sampled(entries: readonly KnowledgeEntry[]): readonly KnowledgeEntry[] {
  const stride = Math.max(1, entries.length / sampleSize);
  return Array.from({ length: Math.min(entries.length, sampleSize) }, (_, i) => entries[Math.floor(i * stride)]).filter(
    (entry) => entry !== undefined,
  );
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
    { storeId, about: entry.scope.length > 0 ? entry.scope : null, except },
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
  return rankCandidates(
    deps,
    { text, vector, embedderId: embedder?.id ?? null },
    { storeId, about: entry.scope.length > 0 ? entry.scope : null },
  );
}
