import type { DriftAlarm } from '#shared/model/insight.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import { answersByAsk } from '../../learning/aligned-answers.ts';
import type { Database } from '../../ports/repositories/index.ts';
import type { Present } from '../chosen-outcomes.ts';
import type { OutcomeFacts } from '../outcome-facts.ts';
import { commonEdits } from './common-edits.ts';
import { type AnswerFate, type Drift, watchDrift } from './watch-drift.ts';

export type DriftDeps = Pick<Database, 'knowledge' | 'outcomes' | 'drafts' | 'dismissals'> & {
  readonly facts: OutcomeFacts;
};

/** The newest so many answers of a store are watched. */
const mostWatched = 30_000;
/** So many edits are read to tell what they have in common. */
const editsRead = 30;
const entriesShown = 3;
const dismissed = 'drift';

/**
 * What people change more than they did, the newest alarm first: the entry to mend, or where none alone explains it the
 * topic. Answers count from the moment their entry said what it says now. For leads and owners: they are everybody's
 * answers. Errors: none.
 */
export async function listAlarms(deps: DriftDeps, storeId: string, present: Present): Promise<readonly DriftAlarm[]> {
  if (present.role === 'agent') return [];
  const saidSince = rewordings(deps);
  const fates = (await fatesOf(deps, storeId)).filter(({ entryId, at }) => at >= saidSince(entryId));
  const stands = dismissals(deps, storeId);
  const drifts = watchDrift(fates.slice(-mostWatched), {
    letStand: (kind, name) => stands.get(`${kind}:${name}`) ?? null,
  });
  return drifts.flatMap((drift) => alarmOf(deps, storeId, drift)).toSorted((a, b) => b.noticedAt - a.noticedAt);
}

/** A person lets an alarm stand: the stream begins anew after it. */
export function dismissAlarm({ dismissals: kept }: Pick<Database, 'dismissals'>, key: string, who: string): void {
  kept.add(dismissed, key, who);
}

export function restoreAlarm({ dismissals: kept }: Pick<Database, 'dismissals'>, key: string): void {
  kept.remove(dismissed, key);
}

const keyOf = (storeId: string, { kind, name, noticedAt }: Drift): string =>
  JSON.stringify([storeId, kind, name, noticedAt]);

/** When the newest alarm of a stream that was let stand was noticed. */
function dismissals({ dismissals: kept }: DriftDeps, storeId: string): ReadonlyMap<string, number> {
  const until = new Map<string, number>();
  for (const key of kept.keysOf(dismissed)) {
    const [store, kind, name, at]: unknown[] = JSON.parse(key);
    const stream = `${String(kind)}:${String(name)}`;
    if (store === storeId && typeof at === 'number') until.set(stream, Math.max(at, until.get(stream) ?? at));
  }
  return until;
}

async function fatesOf({ facts }: DriftDeps, storeId: string): Promise<readonly AnswerFate[]> {
  return (await facts.standing(storeId)).flatMap(({ id, conversationId, profileId, createdAt, asks }) => {
    // An entry that answers two questions of one mail is one answer.
    const byEntry = new Map(
      asks.flatMap((ask) => (ask.entryId === null || ask.result === null ? [] : [[ask.entryId, ask]])),
    );
    return [...byEntry].map(([entryId, { topic }]): AnswerFate => ({
      outcomeId: id,
      conversationId,
      profileId,
      at: createdAt,
      entryId,
      topic,
      isChanged: asks.some((ask) => ask.entryId === entryId && ask.result === 'changed'),
    }));
  });
}

/** Since when an entry has given its present answer, ms UTC; never where it gives none any more. */
function rewordings({ knowledge }: DriftDeps): (entryId: string) => number {
  const known = new Map<string, number>();
  const since = (entryId: string): number => {
    const entry = knowledge.find(entryId);
    if (entry === null || entry.state === 'retired') return Number.POSITIVE_INFINITY;
    if (entry.version === 1) return Number.NEGATIVE_INFINITY;
    const versions = knowledge.history(entryId);
    const other = versions.findIndex(({ answer }) => answer !== entry.answer);
    return other < 0 ? Number.NEGATIVE_INFINITY : (versions[other - 1]?.updatedAt ?? entry.updatedAt);
  };
  return (entryId) => {
    const at = known.get(entryId) ?? since(entryId);
    known.set(entryId, at);
    return at;
  };
}

function alarmOf(deps: DriftDeps, storeId: string, drift: Drift): readonly DriftAlarm[] {
  const entries = entriesOf(deps, drift);
  const changed = drift.since.filter(({ isChanged }) => isChanged).toReversed();
  if (entries.length === 0) return [];
  const shown = new Set(entries.map(({ id }) => id));
  return [
    {
      key: keyOf(storeId, drift),
      kind: drift.kind,
      topic: drift.since.at(-1)?.topic ?? null,
      entries: [...entries],
      since: drift.since[0]?.at ?? drift.noticedAt,
      noticedAt: drift.noticedAt,
      before: drift.before,
      after: { changed: changed.length, all: drift.since.length },
      edits: [
        ...commonEdits(
          changed.slice(0, editsRead).flatMap((fate) => (shown.has(fate.entryId) ? editOf(deps, fate) : [])),
        ),
      ],
      outcomeIds: changed.slice(0, 100).map(({ outcomeId }) => outcomeId),
    },
  ];
}

/** The entries of a drift, the most changed first. */
function entriesOf({ knowledge }: DriftDeps, { since }: Drift): DriftAlarm['entries'] {
  const all = new Map<string, AnswerFate[]>();
  for (const fate of since) all.set(fate.entryId, [...(all.get(fate.entryId) ?? []), fate]);
  const changedOf = (fates: readonly AnswerFate[]): number => fates.filter(({ isChanged }) => isChanged).length;
  return [...all]
    .toSorted((a, b) => changedOf(b[1]) - changedOf(a[1]))
    .flatMap(([entryId, fates]) => {
      const entry: KnowledgeEntry | null = knowledge.find(entryId);
      if (entry === null || entry.state === 'retired') return [];
      const { id, question, answer } = entry;
      return [{ id, question, answer, changed: changedOf(fates), all: fates.length }];
    })
    .slice(0, entriesShown);
}

/** What the draft said from the entry and what was sent for it. */
function editOf(
  { outcomes, drafts }: DriftDeps,
  { outcomeId, entryId }: AnswerFate,
): ReadonlyArray<readonly [string, string]> {
  const outcome = outcomes.find(outcomeId);
  if (outcome?.act !== 'edited' || outcome.draftId === null) return [];
  const draft = drafts.find(outcome.draftId);
  if (draft === null) return [];
  const sent = answersByAsk(draft.sentences, outcome.sentText);
  return draft.asks.flatMap((ask, i): ReadonlyArray<readonly [string, string]> => {
    const evidence = ask.evidence === null ? undefined : draft.evidence[ask.evidence];
    const isMeant = evidence?.id === entryId || evidence?.correctsEntryId === entryId;
    const own = draft.sentences.filter((sentence) => sentence.ask === i && sentence.part === 'answer');
    return isMeant ? [[own.map(({ text }) => text).join(' '), sent.get(i) ?? '']] : [];
  });
}
