import { isForeign } from '#shared/answer-language.ts';
import type { Language } from '#shared/model/basics.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { PassageHit, SearchScope } from '../ports/passage-index.ts';
import type { Database } from '../ports/repositories/index.ts';
import { versionText } from './version-texts.ts';

type Correction = { readonly entryId: string; readonly writtenAt: number; readonly language: Language };

type CorrectionDeps = Pick<Database, 'passages' | 'knowledge' | 'learned'>;

/**
 * The hits without the corrections that are not meant: of an entry that may not answer here, that another has taken the
 * place of, or that its owner has given other words since.
 */
export function meantAmong(
  deps: CorrectionDeps,
  hits: readonly PassageHit[],
  scope: SearchScope,
): readonly PassageHit[] {
  const corrections = new Map(
    hits
      .filter(({ kind }) => kind === 'learned')
      .map((hit) => versionText(deps, hit))
      .flatMap(({ ownerId, correctsEntryId, writtenAt, language }) =>
        correctsEntryId === null ? [] : [[ownerId, { entryId: correctsEntryId, writtenAt, language }] as const],
      ),
  );
  if (corrections.size === 0) return hits;
  const corrected = [...new Set([...corrections.values()].map(({ entryId }) => entryId))];
  const answering = deps.passages.answering(corrected, scope);
  const overlaid = deps.passages.overlaidBy([...answering], scope);
  const since = correctedSince(deps, corrections.values(), scope);
  return hits.filter(({ ownerId }) => {
    const correction = corrections.get(ownerId);
    if (correction === undefined) return true;
    const { entryId, writtenAt } = correction;
    if (!answering.has(entryId) || overlaid.has(entryId) || writtenAt < saidSince(deps, entryId)) return false;
    // What was corrected in the entry's own language since, its translation does not say.
    return !isForeign(correction, deps.knowledge.get(entryId).language) || writtenAt >= (since.get(entryId) ?? 0);
  });
}

/**
 * Translations of what has been corrected since, in the entry's own language, by the ids of their entries: when that was,
 * ms UTC.
 */
function correctedSince(
  deps: CorrectionDeps,
  corrections: Iterable<Correction>,
  scope: SearchScope,
): ReadonlyMap<string, number> {
  const translated = [...corrections].filter((one) => isForeign(one, deps.knowledge.get(one.entryId).language));
  if (translated.length === 0) return new Map();
  const since = new Map<string, number>();
  for (const hit of deps.passages.correcting([...new Set(translated.map(({ entryId }) => entryId))], scope)) {
    const { correctsEntryId, language, writtenAt } = versionText(deps, hit);
    if (correctsEntryId === null || isForeign({ language }, deps.knowledge.get(correctsEntryId).language)) continue;
    since.set(correctsEntryId, Math.max(writtenAt, since.get(correctsEntryId) ?? 0));
  }
  return since;
}

/** A version never changes, nor what it said before. */
const knownSince = new Map<string, number>();
const mostKnown = 20_000;

/** Since when an entry says what it says, ms UTC: taking it out of use or limiting it changes no words. */
function saidSince(deps: CorrectionDeps, entryId: string): number {
  const entry = deps.knowledge.get(entryId);
  const known = knownSince.get(entry.versionId);
  if (known !== undefined) return known;
  const versions = deps.knowledge.history(entryId);
  // A version that is only supposed is newer than all there are.
  let since = versions[0]?.versionId === entry.versionId ? entry.updatedAt : Number.POSITIVE_INFINITY;
  for (const version of versions) {
    if (wordsOf(version) !== wordsOf(entry)) break;
    since = version.updatedAt;
  }
  if (knownSince.size >= mostKnown) knownSince.clear();
  knownSince.set(entry.versionId, since);
  return since;
}

function wordsOf({ question, answer, attributes }: KnowledgeEntry): string {
  return JSON.stringify([question, answer, attributes]);
}
