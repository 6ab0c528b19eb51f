import type { EmitEvent } from '#shared/contract/index.ts';
import type { Thread } from '#shared/contract/conversation.ts';
import { AppError } from '#shared/errors.ts';
import type { Role } from '#shared/model/profile.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import { type World, createWorld } from './fake-world.ts';
import { newId } from './sample.ts';

export type FakeChoices = {
  readonly isEmpty: boolean;
  readonly hasEmbedder: boolean;
  readonly copies: number;
  readonly undoMs: number;
  /** Several people share the desk. */
  readonly hasPeople?: boolean;
  /** As whom it is looked at; its owner else. */
  readonly presentRole?: Role;
};

/** What all parts of the made-up backend share. */
export type FakeState = {
  readonly world: World;
  readonly inboxId: string;
  readonly choices: FakeChoices;
  readonly emit: EmitEvent;
  threadOf(id: string): Thread;
  /** Keeps a thread and tells the window. */
  changed(thread: Thread): void;
  pendingItems(): OutboxItem[];
};

/** One page of a list. */
export function page<T>(items: readonly T[], offset: number, limit: number): { items: T[]; total: number } {
  return { items: items.slice(offset, offset + limit), total: items.length };
}

/** Whether any of the places holds the text; no text is held by all. */
export function holds(text: string | undefined, ...places: readonly string[]): boolean {
  return text === undefined || places.some((place) => place.toLowerCase().includes(text.toLowerCase()));
}

/** The state of a new made-up desk. */
export function createFakeState(emit: EmitEvent, choices: FakeChoices): FakeState {
  const inboxId = newId();
  const world = createWorld(inboxId, choices.copies);
  if (choices.isEmpty) world.stores = [];
  return {
    world,
    inboxId,
    choices,
    emit,
    threadOf(id) {
      const thread = world.threads.get(id);
      if (thread === undefined) throw new AppError('not_found', 'There is no such conversation');
      return thread;
    },
    changed(thread) {
      world.threads.set(thread.conversation.id, thread);
      emit('conversation.changed', { conversationId: thread.conversation.id });
    },
    pendingItems: () => [...world.threads.values()].flatMap((thread) => thread.outbox),
  };
}
