import { z } from 'zod';
import { Id } from '../model/basics.ts';
import { Progress } from '../model/desk.ts';

/** Everything the backend tells without being asked. */
export const events = {
  'inbox.synced': z.object({ inboxId: Id, added: z.number().int() }),
  'inbox.stateChanged': z.object({ inboxId: Id }),
  'conversation.changed': z.object({ conversationId: Id }),
  'draft.ready': z.object({ conversationId: Id, draftId: Id }),
  /** Files of the reply that is being written there. */
  'files.changed': z.object({ conversationId: Id }),
  'outbox.changed': z.object({ conversationId: Id }),
  /** `storeId` null: of several stores. `entryIds` null: of too many entries to name, or of when and where they answer. */
  'knowledge.changed': z.object({ storeId: Id.nullable(), entryIds: z.array(Id).nullable() }),
  'set.changed': z.object({}),
  'health.changed': z.object({}),
  'source.changed': z.object({ sourceId: Id }),
  /** The rules by which lessons are shared are others, or somebody has looked at a sent reply. */
  'lesson.changed': z.object({ storeId: Id }),
  'learned.changed': z.object({ storeId: Id, itemIds: z.array(Id) }),
  'macro.changed': z.object({}),
  'store.changed': z.object({ storeId: Id }),
  /** The desk has learned anew how sure it may be. */
  'confidence.changed': z.object({ storeId: Id }),
  'shop.changed': z.object({ storeId: Id }),
  /** Something left for a language model, or was answered. */
  'ledger.changed': z.object({ storeId: Id.nullable() }),
  /** Language models were added or changed, or which of them may write for a store. */
  'writing.changed': z.object({ storeId: Id.nullable() }),
  /** What a language model has written so far for `draft.write`; not yet judged. */
  'writing.progress': z.object({ writingId: Id, text: z.string() }),
  'orders.changed': z.object({ conversationId: Id }),
  /** A person called the side panel: a text waits there for `panel.take`. */
  'panel.summoned': z.object({}),
  'panel.settingsChanged': z.object({}),
  'desk.statusChanged': z.object({}),
  /** Somebody signed in, the desk was locked, or who may work here has changed. */
  'profile.changed': z.object({}),
  'progress.changed': Progress,
};

export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>;

/** Tells every open window. Payloads carry ids; the window asks for what it shows. */
export type EmitEvent = <N extends EventName>(name: N, payload: EventPayload<N>) => void;
