import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { LessonPerson, LessonRule } from '#shared/model/lesson-review.ts';
import type { Database } from '../../ports/repositories/index.ts';

type SourceDeps = Pick<Database, 'lessons' | 'conversations'>;

/** A sent reply behind a lesson. */
export type Source = {
  /** Of the confirmation; of the reply that taught it the item's. */
  readonly id: string;
  readonly outcomeId: string;
  readonly profileId: string | null;
  /** Sent at another desk. */
  readonly isElsewhere: boolean;
  readonly conversationId: string;
  /** The customer's address, else their name; null where the conversation is not known here. */
  readonly customer: string | null;
  readonly at: number;
};

/** The reply that taught an item, then those that confirm it, here and elsewhere, oldest first. */
export function sourcesOf(deps: SourceDeps, item: LearnedItem): readonly Source[] {
  const own: Source = {
    id: item.id,
    outcomeId: item.outcomeId,
    profileId: item.authorId,
    isElsewhere: item.isForeign,
    conversationId: item.conversationId,
    customer: customerOf(deps, item.conversationId),
    at: item.createdAt,
  };
  const others: readonly Source[] = [
    ...deps.lessons.confirmations(item.id).map((one) => ({ ...one, isElsewhere: false })),
    ...deps.lessons.confirmedElsewhere(item.id).map((one) => ({ ...one, customer: null, isElsewhere: true })),
  ];
  return [own, ...others.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))];
}

/** Who a conversation is with, by address, else by name; null where it is not known here. */
export function customerOf({ conversations }: Pick<Database, 'conversations'>, conversationId: string): string | null {
  const conversation = conversations.find(conversationId);
  return conversation === null ? null : customerKey(conversation);
}

export function customerKey({
  customerAddress,
  customerName,
}: {
  readonly customerAddress: string;
  readonly customerName: string;
}): string {
  return customerAddress.trim().toLowerCase() || customerName.trim();
}

/**
 * How many independent replies stand behind a lesson, as a rule counts them: different people, and of people it trusts
 * different customers. Nobody knows who sent a reply without a person, or whether one to an unknown customer is another's.
 */
export function independentReplies(
  sources: readonly Source[],
  { agentIds, trustedIds }: Pick<LessonRule, 'agentIds' | 'trustedIds'>,
): number {
  const byPerson = Map.groupBy(sources, ({ profileId }) => profileId);
  let count = 0;
  for (const [profileId, own] of byPerson) {
    if (profileId === null || (agentIds.length > 0 && !agentIds.includes(profileId))) continue;
    const customers = new Set(own.flatMap(({ customer }) => (customer === null || customer === '' ? [] : [customer])));
    count += trustedIds.includes(profileId) ? Math.max(1, customers.size) : 1;
  }
  return count;
}

/** A person as a list names them; null where it is not known who it was. `isElsewhere`: at another desk, whoever it names. */
export function personOf(
  { profiles }: Pick<Database, 'profiles'>,
  profileId: string | null,
  isElsewhere = false,
): LessonPerson | null {
  if (profileId === null) return null;
  const profile = isElsewhere ? undefined : profiles.list().find(({ id }) => id === profileId);
  return { profileId, name: profile?.name ?? '', isElsewhere };
}
