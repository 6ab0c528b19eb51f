import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { PassageHit, SearchScope } from '../ports/passage-index.ts';
import type { Database } from '../ports/repositories/index.ts';
import { versionText } from './version-texts.ts';

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
      .flatMap(({ ownerId, correctsEntryId, writtenAt }) =>
        correctsEntryId === null ? [] : [[ownerId, { entryId: correctsEntryId, writtenAt }] as const],
      ),
  );
  if (corrections.size === 0) return hits;
  const corrected = [...new Set([...corrections.values()].map(({ entryId }) => entryId))];
  const answering = deps.passages.answering(corrected, scope);
  const overlaid = deps.passages.overlaidBy([...answering], scope);
  return hits.filter(({ ownerId }) => {
    const correction = corrections.get(ownerId);
    if (correction === undefined) return true;
    const { entryId, writtenAt } = correction;
    return answering.has(entryId) && !overlaid.has(entryId) && writtenAt >= saidSince(deps, entryId);
  });
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
