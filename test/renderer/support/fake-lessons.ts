import { AppError } from '#shared/errors.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type {
  DecidedItem,
  LessonAct,
  LessonCandidate,
  LessonDecision,
  LessonRules,
  LessonStanding,
} from '#shared/model/lesson-review.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { FakeState } from './fake-state.ts';
import { authorOf, candidateOf, reviewsOf } from './fake-candidates.ts';
import { taughtBy } from './fake-own-lessons.ts';
import { newId, samplePeople } from './sample.ts';

type LessonName = Extract<keyof Handlers, `lesson.${string}`>;

/** The lessons of the made-up desk under a lead. */
export function fakeLessonHandlers({ world, emit, choices }: FakeState): Pick<Handlers, LessonName> {
  const decisions: LessonDecision[] = [];
  const ended = new Map<string, LessonStanding>();
  const looked = new Map<string, { readonly who: string; readonly note: string; readonly at: number }>();
  let rules: readonly LessonRules[] = [];
  const rulesOf = (storeId: string): LessonRules =>
    rules.find((one) => one.storeId === storeId) ?? {
      storeId,
      versionId: null,
      version: 0,
      rules: [],
      who: '',
      role: null,
      at: 0,
    };
  const known = (itemId: string): LearnedItem => {
    const item = world.learned.find(({ id }) => id === itemId);
    if (item === undefined) throw new AppError('not_found', 'There is no such lesson');
    return item;
  };
  const standingOf = (item: LearnedItem): LessonStanding => {
    if (item.state === 'forgotten') return ended.get(item.id) ?? 'withdrawn';
    return item.reach === 'everyone' ? 'shared' : item.reach === 'author' ? 'waiting' : 'setAside';
  };
  const candidate = (item: LearnedItem): LessonCandidate => candidateOf(world, item, standingOf(item));
  const unchanged = (itemId: string, fromVersionId: string | undefined): void => {
    if (fromVersionId === undefined || known(itemId).versionId === fromVersionId) return;
    throw new AppError('conflict', 'Somebody has decided about this lesson meanwhile', { detail: { what: 'lesson' } });
  };
  const decided = (
    act: LessonAct,
    itemIds: readonly string[],
    next: Partial<LearnedItem>,
    after: LessonStanding,
    why: string,
  ): LessonDecision => {
    const items = itemIds.map((itemId): DecidedItem => {
      const item = known(itemId);
      const now = { ...item, ...next, versionId: newId(), version: item.version + 1, updatedAt: Date.now() };
      const before = standingOf(item);
      ended.set(itemId, after);
      world.learned = world.learned.map((one) => (one.id === itemId ? now : one));
      return {
        itemId,
        question: now.question,
        before,
        after,
        versionBefore: item.versionId,
        versionAfter: now.versionId,
      };
    });
    const storeId = itemIds[0] === undefined ? null : known(itemIds[0]).storeId;
    const made: LessonDecision = {
      id: newId(),
      storeId,
      act,
      why,
      items,
      profileId: null,
      who: '',
      role: null,
      at: Date.now(),
      rulesVersionId: null,
      undoesId: null,
      undoneById: null,
      again: null,
      entries: [],
      confirmationIds: [],
    };
    decisions.unshift(made);
    if (storeId !== null) emit('learned.changed', { storeId, itemIds: [...itemIds] });
    return made;
  };
  const page = <T>(all: readonly T[], { offset, limit }: { readonly offset: number; readonly limit: number }) => ({
    items: all.slice(offset, offset + limit),
    total: all.length,
  });
  return {
    'lesson.queue': (query) =>
      page(
        world.learned
          .filter((item) => item.storeId === query.storeId && standingOf(item) === 'waiting')
          .map(candidate)
          .toSorted((a, b) => b.priority - a.priority),
        query,
      ),
    'lesson.list': (query) =>
      page(
        world.learned
          .filter((item) => item.storeId === query.storeId && standingOf(item) === query.standing)
          .map((item) => ({
            item,
            standing: query.standing,
            author: authorOf(item),
            decision: decisions.find((made) => made.items.some(({ itemId }) => itemId === item.id)) ?? null,
          })),
        query,
      ),
    'lesson.own': ({ storeId, ...query }) => {
      const own = samplePeople[choices.presentRole === 'agent' ? 1 : 0].id;
      return page(taughtBy(world, own, storeId, { standingOf, decisions }), query);
    },
    'lesson.get': ({ itemId }) => ({
      ...candidate(known(itemId)),
      versions: [known(itemId)],
      decisions: decisions.filter((made) => made.items.some((one) => one.itemId === itemId)),
    }),
    'lesson.replay': ({ conversations }) => ({
      conversations,
      asks: conversations,
      changedAsks: 0,
      changedConversations: 0,
      changes: [],
    }),
    'lesson.approve': ({ itemId, fromVersionId, question, answer, why }) => {
      unchanged(itemId, fromVersionId);
      const words = { ...(question === undefined ? {} : { question }), ...(answer === undefined ? {} : { answer }) };
      return decided('approve', [itemId], { ...words, state: 'active', reach: 'everyone' }, 'shared', why ?? '');
    },
    'lesson.reject': ({ itemId, reason }) => decided('reject', [itemId], { state: 'forgotten' }, 'rejected', reason),
    'lesson.merge': ({ itemIds, question, answer, why }) => {
      const [first, ...rest] = itemIds;
      decided('merge', rest, { state: 'forgotten' }, 'withdrawn', '');
      return decided(
        'merge',
        first === undefined ? [] : [first],
        { question, answer, reach: 'everyone' },
        'shared',
        why ?? '',
      );
    },
    'lesson.setAside': ({ itemId, why }) => decided('setAside', [itemId], { reach: 'nobody' }, 'setAside', why ?? ''),
    'lesson.revert': ({ itemId, why }) => decided('revert', [itemId], { state: 'forgotten' }, 'withdrawn', why),
    'lesson.undo': ({ decisionId }) => {
      const made = decisions.find(({ id }) => id === decisionId);
      if (made === undefined) throw new AppError('not_found', 'There is no such decision');
      const next = { state: 'active', reach: 'author' } as const;
      const undone = decided(
        'undo',
        made.items.map(({ itemId }) => itemId),
        next,
        'waiting',
        '',
      );
      decisions.splice(decisions.indexOf(made), 1, { ...made, undoneById: undone.id });
      return undone;
    },
    'lesson.decisions': ({ itemId, ...query }) =>
      page(
        decisions.filter((made) => itemId === undefined || made.items.some((one) => one.itemId === itemId)),
        query,
      ),
    'lesson.effect': ({ itemId }) => ({
      itemId,
      since: known(itemId).updatedAt,
      use: { drafts: 12, accepted: 9, edited: 2, editedAway: 1, discarded: 1 },
      before: { replies: 14, keptShare: 0.61 },
      after: { replies: 11, keptShare: 0.93 },
      cases: [],
    }),
    'lesson.rules': ({ storeId }) => rulesOf(storeId),
    'lesson.saveRules': ({ storeId, rules: next }) => {
      const saved = {
        storeId,
        versionId: newId(),
        version: rulesOf(storeId).version + 1,
        rules: next,
        who: '',
        role: null,
        at: Date.now(),
      };
      rules = [...rules.filter((one) => one.storeId !== storeId), saved];
      emit('lesson.changed', { storeId });
      return saved;
    },
    'lesson.withdrawOf': ({ profileId, since, why }) => {
      const theirs = world.learned.filter((item) => item.authorId === profileId && item.createdAt >= since);
      return decided(
        'withdraw',
        theirs.map(({ id }) => id),
        { state: 'forgotten' },
        'withdrawn',
        why,
      );
    },
    'lesson.withdrawPreview': ({ profileId, since }) => {
      const theirs = world.learned.filter(
        (item) => item.authorId === profileId && item.createdAt >= since && item.state === 'active',
      );
      const going = (standing: LessonStanding): number => theirs.filter((one) => standingOf(one) === standing).length;
      return {
        lessons: theirs.length,
        going: { shared: going('shared'), waiting: going('waiting'), setAside: going('setAside') },
        confirmations: world.learned.filter((item) => item.confirmedBy.includes(profileId)).length,
        entries: 0,
        drafts: theirs.length * 3,
        first: theirs.slice(0, 20).map((item) => ({
          itemId: item.id,
          question: item.question,
          before: standingOf(item),
          after: 'withdrawn',
        })),
      };
    },
    'lesson.reviews': ({ storeId, from, to, isReviewed, ...query }) =>
      page(
        reviewsOf(
          world,
          world.outcomes.filter(
            (one) =>
              one.storeId === storeId &&
              one.createdAt >= from &&
              one.createdAt < to &&
              looked.has(one.id) === isReviewed,
          ),
        ).map((review) => ({ ...review, reviewed: looked.get(review.outcome.id) ?? null })),
        query,
      ),
    'lesson.markReviewed': ({ outcomeId, note }) => {
      looked.set(outcomeId, { who: '', note: note ?? '', at: Date.now() });
      for (const { id } of world.stores) emit('lesson.changed', { storeId: id });
      return {};
    },
    'lesson.unmarkReviewed': ({ outcomeId }) => {
      looked.delete(outcomeId);
      for (const { id } of world.stores) emit('lesson.changed', { storeId: id });
      return {};
    },
  };
}
