import { draftHistory } from '#core/ask/draft-history.ts';
import { reasonAbout } from '#core/ask/reason-about.ts';
import { findGaps, gapMemory } from '#core/gaps/find-gaps.ts';
import { editsOfPlan } from '#core/replay/planned-changes.ts';
import { noVectors, rememberedEmbedder } from '#core/replay/remembered-embedder.ts';
import { replayChanges } from '#core/replay/replay-changes.ts';
import { supposedModel } from '#core/retrieval/learn-model.ts';
import type { Embedder } from '#core/ports/embedder.ts';
import type { Progress } from '#shared/model/desk.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { Desk } from './desk.ts';
import type { SourcePlans } from './source-plans.ts';

type AskRequest = Extract<keyof Handlers, 'ask.ask' | 'replay.run' | 'draft.history' | `gap.${string}`>;

/** Fewer questions than this are embedded before anybody looks for a bar. */
const worthTelling = 100;

/** What the desk would say and why, what a change would change, what is missing, what was said before. */
export function askHandlers(desk: Desk, plans: SourcePlans): Pick<Handlers, AskRequest> {
  const { deps } = desk;
  const memory = gapMemory();
  const vectors = noVectors();
  const embedder = (): Embedder | null => {
    const own = deps.embedder();
    return own === null ? null : rememberedEmbedder(own, vectors);
  };
  const gapDeps = { ...deps, dismissedGaps: () => deps.dismissals.keysOf('gap') };
  const progressOf = (task: Progress['task'], storeId: string) => {
    const subject = deps.stores.get(storeId).settings.name;
    return (done: number, total: number, isFinished: boolean): void =>
      deps.emit('progress.changed', { task, subject, done, total, isFinished });
  };
  return {
    'ask.ask': (input, { signal }) => reasonAbout(deps, { ...input, at: input.at ?? deps.clock.now() }, signal),
    'replay.run': async ({ storeId, changes, conversations }, { signal }) => {
      const edits = changes.flatMap((change) =>
        change.kind === 'plan'
          ? editsOfPlan(plans.get(change.planId), { ...change.choice, flipped: new Set(change.choice.flipped) })
          : [change],
      );
      const progress = progressOf('replay', storeId);
      try {
        return await replayChanges(
          {
            ...deps,
            embedder,
            learnedModel: (changed, ofStore) => supposedModel(changed, ofStore, deps.modelOf(ofStore)),
          },
          { storeId, changes: edits, conversations },
          signal,
          (done, total) => progress(done, total, false),
        );
      } finally {
        progress(0, 0, true);
      }
    },
    'gap.list': async (input, { signal }) => {
      const progress = progressOf('gaps', input.storeId);
      try {
        return await findGaps(gapDeps, memory, input, signal, (done, total) => {
          if (total >= worthTelling) progress(done, total, false);
        });
      } finally {
        progress(0, 0, true);
      }
    },
    'gap.dismiss': ({ key }) => {
      deps.dismissals.add('gap', key, deps.person());
      return {};
    },
    'gap.restore': ({ key }) => {
      deps.dismissals.remove('gap', key);
      return {};
    },
    'draft.history': ({ conversationId }) =>
      draftHistory(deps, conversationId).map(({ draft, saysNow }) => ({ draft, saysNow: [...saysNow] })),
  };
}
