import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import { searchedAnswer } from '../knowledge/product-text.ts';
import type { PassageHit } from '../ports/passage-index.ts';
import type { Database } from '../ports/repositories/index.ts';
import { groupKeyOf } from './answer-groups.ts';
import { type Candidate, answerKeyOf, spokenBy } from './candidate.ts';
import { askedTerms, termsOf } from './terms.ts';

/** What a search finds out about a passage, beside what it says. */
export type Measured = 'isUnconfirmed' | 'cosine' | 'overlap' | 'coverage' | 'likeness' | 'posterior' | 'score';

/** What a version says, made ready to be compared. */
export type VersionText = Omit<Candidate, Measured> & {
  readonly questionTerms: ReadonlySet<string>;
  readonly answerTerms: ReadonlySet<string>;
  readonly isArticle: boolean;
  /** Whether it is limited to some subjects. */
  readonly isScoped: boolean;
  /** ms UTC. */
  readonly writtenAt: number;
};

/** A version never changes, so it is read once. */
const knownVersions = new Map<string, VersionText>();
/** About 3 kB each. */
const mostKnown = 20_000;

/** What the version says that was found. */
export function versionText(deps: Pick<Database, 'knowledge' | 'learned'>, hit: PassageHit): VersionText {
  const known = knownVersions.get(hit.versionId);
  if (known !== undefined) return known;
  const owner = hit.kind === 'learned' ? deps.learned.get(hit.ownerId) : deps.knowledge.get(hit.ownerId);
  const text = textOf(owner);
  if (knownVersions.size >= mostKnown) knownVersions.clear();
  knownVersions.set(owner.versionId, text);
  return text;
}

function textOf(owner: KnowledgeEntry | LearnedItem): VersionText {
  return {
    ...spokenBy(owner),
    ownerId: owner.id,
    answerKey: answerKeyOf(owner.answer),
    groupKey: groupKeyOf(owner),
    isArticle: 'overlaysEntryId' in owner && owner.kind === 'article',
    isScoped: 'scope' in owner && owner.scope.length > 0,
    questionTerms: new Set(askedTerms(owner.question)),
    answerTerms: new Set(termsOf('attributes' in owner ? searchedAnswer(owner) : owner.answer)),
    writtenAt: owner.updatedAt,
  };
}
