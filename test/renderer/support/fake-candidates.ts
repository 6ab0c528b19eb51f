import type { LearnedItem } from '#shared/model/learned-item.ts';
import type {
  LessonCandidate,
  LessonContradiction,
  LessonPerson,
  LessonRisk,
  LessonStanding,
  ReviewRisk,
  SentReview,
} from '#shared/model/lesson-review.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import type { World } from './fake-world.ts';
import { samplePeople, share } from './sample.ts';

export function authorOf({ authorId }: Pick<LearnedItem, 'authorId'>): LessonPerson | null {
  return authorId === null
    ? null
    : { profileId: authorId, name: samplePeople.find(({ id }) => id === authorId)?.name ?? '', isElsewhere: false };
}

/** What the first numbers of both texts say, where they differ. */
function otherNumbers(before: string, after: string): Pick<LessonContradiction, 'itSays' | 'lessonSays'> | null {
  const number = /\d+\s*[\p{L}%]+/u;
  const [itSays, lessonSays] = [number.exec(before)?.[0], number.exec(after)?.[0]];
  return itSays === undefined || lessonSays === undefined || itSays === lessonSays ? null : { itSays, lessonSays };
}

/** A lesson with a made-up picture of it, the same at every look. */
export function candidateOf(world: World, item: LearnedItem, standing: LessonStanding): LessonCandidate {
  const entry = world.entries.find(({ id }) => id === item.correctsEntryId) ?? null;
  const seed = item.question.length + item.answer.length;
  const people = 1 + item.confirmedBy.length;
  const others = item.before === '' ? null : otherNumbers(item.before, item.answer);
  const against = entry === null ? [] : [entry];
  const contradicts: LessonContradiction[] =
    others === null
      ? []
      : against.map(({ id, question, answer }) => ({ kind: 'knowledge', id, question, answer, ...others }));
  const risks: LessonRisk[] = [
    ...(contradicts.length > 0 ? (['contradicts'] as const) : []),
    ...(others === null ? [] : (['numbers'] as const)),
    ...(item.before.startsWith('No') ? (['negation'] as const) : []),
    ...(item.type === 'policy' ? (['policy'] as const) : []),
    ...(people === 1 ? (['single_source'] as const) : []),
  ];
  const threads = [...world.threads.values()];
  const customers = Math.floor(share(seed) * 40);
  const risk = Math.min(0.95, risks.length * 0.22);
  return {
    item,
    standing,
    author: authorOf(item),
    before: item.before,
    entry,
    supersedes: null,
    sources: [item.authorId, ...item.confirmedBy].map((personId, index) => {
      const thread = threads[(seed + index) % threads.length];
      return {
        outcomeId: `${item.outcomeId.slice(0, -1)}${index}`,
        conversationId: thread?.conversation.id ?? item.conversationId,
        customer: thread?.conversation.customerName ?? '',
        person: authorOf({ authorId: personId }),
        at: item.createdAt + index * 3_600_000,
        draftText: item.before,
        sentText: item.answer,
      };
    }),
    people,
    customersBehind: people,
    contradicts,
    risks,
    risk,
    customers,
    cases: threads.slice(0, Math.min(4, customers)).map(({ conversation, messages }) => ({
      conversationId: conversation.id,
      customer: conversation.customerName,
      ask: messages[0]?.question.slice(0, 160) ?? '',
      askedAt: conversation.lastMessageAt,
    })),
    waitsFor: standing !== 'waiting' ? 'decided' : contradicts.length > 0 ? 'contradicts' : 'no_rule',
    seems: { scope: [], channels: [], names: [] },
    priority: customers / 10 + risk * 3 + people,
  };
}

/** Sent replies, riskiest first. */
export function reviewsOf(world: World, outcomes: readonly Outcome[]): readonly SentReview[] {
  return outcomes
    .filter(({ act }) => act === 'accepted' || act === 'edited' || act === 'written')
    .map((outcome, index): SentReview => {
      const thread = world.threads.get(outcome.conversationId);
      const risks: ReviewRisk[] = [
        ...(index % 9 === 0 ? (['unsupported'] as const) : []),
        ...(index % 7 === 0 ? (['unhappy'] as const) : []),
        ...(outcome.act === 'edited' && (outcome.keptShare ?? 1) < 0.7 ? (['strong_edit'] as const) : []),
      ];
      return {
        outcome: risks.includes('unsupported')
          ? {
              ...outcome,
              unsupported: [{ kind: 'period', verdict: 'contradicted', said: '10 days', says: '5 days' }],
            }
          : outcome,
        customer: thread?.conversation.customerName ?? '',
        subject: thread?.conversation.subject ?? '',
        person: authorOf({ authorId: samplePeople[index % samplePeople.length]?.id ?? null }),
        risk: Math.min(1, risks.length * 0.4),
        risks,
        unhappy: risks.includes('unhappy')
          ? {
              text: 'This is the third time I ask. I am not happy at all.',
              at: outcome.createdAt + 7_200_000,
              isAfter: true,
            }
          : null,
        reviewed: null,
      };
    })
    .toSorted((a, b) => b.risk - a.risk || b.outcome.createdAt - a.outcome.createdAt);
}
