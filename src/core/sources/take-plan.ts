import type { KnowledgeContent, KnowledgeEntry, KnowledgeOrigin } from '#shared/model/knowledge.ts';
import type { SourceChange } from '#shared/model/source.ts';
import { type KnowledgeDeps, addEntry, appendVersion, tellChanged } from '../knowledge/save-knowledge.ts';
import { passageVectors } from '../retrieval/index-passage.ts';
import { isAsRead, sayingKey } from './compare-content.ts';
import type { PlannedChange } from './plan-changes.ts';
import { type Plan, type PlanDeps, writes } from './plan-source.ts';
import { type Written, settledState } from './settle-reading.ts';
import { keptState, storedState } from './source-state.ts';
import { foldedLine } from '../knowledge/folded-line.ts';

export type TakeDeps = KnowledgeDeps & PlanDeps;

/** Which changes of a plan are taken: those of these kinds that are not unsure, but for the `flipped` ones. */
export type Choice = {
  readonly kinds: ReadonlyArray<SourceChange['change']>;
  /** Whether unsure ones are taken as well. */
  readonly takesUnsure: boolean;
  /** Numbers of changes that are taken though they would not be, or left though they would be taken. */
  readonly flipped: ReadonlySet<number>;
};

export const everything: Choice = { kinds: ['added', 'changed', 'gone'], takesUnsure: true, flipped: new Set() };

export type Taken = {
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
  /** Left as they are because somebody has changed them since the reading. */
  readonly outrun: number;
};

const sliceSize = 100;
/** Of more new texts than this none is embedded before it is written: words find them meanwhile. */
const mostAwaited = 64;

/**
 * Writes what was chosen of a plan, in slices of one transaction each. New wordings are embedded before they are written,
 * so that no search finds the old one or none. What has changed since the reading is left as it is.
 */
export async function takePlan(
  deps: TakeDeps,
  plan: Plan,
  choice: Choice,
  why: string,
  onProgress?: (done: number, total: number) => void,
): Promise<Taken> {
  const taken = { added: 0, changed: 0, gone: 0, outrun: 0 };
  const chosen = plan.changes.filter((change, id) => isChosen(change, id, choice) || isAdoption(plan, change));
  const awaited = chosen.filter((change) => change.change === 'added').length <= mostAwaited ? 'all' : 'changed';
  const written: KnowledgeEntry[] = [];
  const writtenOf = new Map<PlannedChange, KnowledgeEntry>();
  try {
    for (let start = 0; start < chosen.length; start += sliceSize) {
      const slice = chosen.slice(start, start + sliceSize);
      const vectors = await passageVectors(
        deps,
        slice.flatMap(({ change, after }) =>
          after !== null && (change === 'changed' || awaited === 'all') ? [after] : [],
        ),
      );
      deps.transaction(() => {
        const sayings = createSayings(deps, plan);
        for (const change of slice) {
          const entry = writtenChange(deps, plan, sayings, change, { who: deps.person(), why });
          if (entry !== null) written.push(entry);
          if (writes(change)) taken[entry === null ? 'outrun' : (change.change as 'added' | 'changed' | 'gone')]++;
          if (entry !== null) writtenOf.set(change, entry);
        }
        vectors.keep();
      });
      onProgress?.(Math.min(start + sliceSize, chosen.length), chosen.length);
      await deps.passTurn();
    }
  } finally {
    tellChanged(deps, written);
  }
  if (plan.sourceId !== null) {
    const isWhole =
      taken.outrun === 0 && plan.changes.every((change, id) => !writes(change) || isChosen(change, id, choice));
    settleSource(deps, plan, plan.sourceId, writtenOf, isWhole);
  }
  return taken;
}

export function isChosen(change: PlannedChange, id: number, { kinds, takesUnsure, flipped }: Choice): boolean {
  const isTaken = kinds.includes(change.change) && (takesUnsure || !change.isUnsure);
  return writes(change) && isTaken !== flipped.has(id);
}

/** An entry of the same words that was read without its source belongs to it from now on. */
function isAdoption({ sourceId }: Plan, { change, piece, known }: PlannedChange): boolean {
  return sourceId !== null && change === 'unchanged' && piece !== null && known?.source.sourceId === null;
}

/** What was written of a change; null where it is outrun. Inside the caller's transaction. */
function writtenChange(
  deps: TakeDeps,
  plan: Plan,
  sayings: Sayings,
  planned: PlannedChange,
  change: KnowledgeEntry['change'],
): KnowledgeEntry | null {
  const { piece, known, after } = planned;
  const source = originOf(plan, planned);
  if (known === null) {
    if (after === null || sayings.isSaid(after)) return null;
    sayings.add(after);
    return addEntry(deps, plan.place, after, source, change);
  }
  if (deps.knowledge.find(known.id)?.versionId !== known.versionId) return null;
  if (planned.change === 'unchanged') return appendVersion(deps, known, { source, change });
  if (after === null) return appendVersion(deps, known, { state: 'retired', source, change });
  const said = piece?.content ?? after;
  const read = appendVersion(deps, known, { content: said, state: 'active', source, change });
  // What a person had changed stays, as a version of its own: the next reading is compared with what the source said.
  return isAsRead(said, after) ? read : appendVersion(deps, read, { content: after, change });
}

type Sayings = {
  readonly isSaid: (content: KnowledgeContent) => boolean;
  readonly add: (content: KnowledgeContent) => void;
};

/** What the plan's place says; each question is looked up once, so it holds for one transaction. */
function createSayings({ knowledge }: TakeDeps, { place: { storeId, setId } }: Plan): Sayings {
  const byQuestion = new Map<string, Set<string>>();
  const underQuestion = ({ question }: KnowledgeContent): Set<string> => {
    const asked = foldedLine(question);
    const known = byQuestion.get(asked);
    if (known !== undefined) return known;
    const here = knowledge
      .findByQuestion(storeId, question)
      .filter((entry) => entry.storeId === storeId && entry.setId === setId);
    const keys = new Set(here.map(sayingKey));
    byQuestion.set(asked, keys);
    return keys;
  };
  return {
    isSaid: (content) => underQuestion(content).has(sayingKey(content)),
    add: (content) => void underQuestion(content).add(sayingKey(content)),
  };
}

function originOf({ sourceId, origin }: Plan, { piece, known }: PlannedChange): KnowledgeOrigin {
  const kept = sourceId ?? known?.source.sourceId ?? null;
  if (piece !== null) return { ...piece.place, origin, file: piece.file, sourceId: kept };
  // It stands nowhere in its source any more.
  return {
    origin,
    file: known?.source.file ?? null,
    row: null,
    page: null,
    headings: [],
    url: known?.source.url ?? null,
    sourceId: kept,
  };
}

function settleSource(deps: TakeDeps, plan: Plan, sourceId: string, written: Written, isWhole: boolean): void {
  const known = keptState(deps.sources.readerState(sourceId));
  deps.transaction(() => {
    deps.sources.setReaderState(sourceId, storedState(settledState(known, plan, written, isWhole)));
    deps.sources.setTaken(sourceId, deps.clock.now());
  });
  deps.emit('source.changed', { sourceId });
}
