import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { checkReply } from '#core/support/check-reply.ts';
import { prepareCheck } from '#core/support/prepare-check.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { closeConversation, discardDraft, reopenConversation } from '#core/conversations/close-conversation.ts';
import { readThread } from '#core/conversations/read-thread.ts';
import { forgetLearnedItem, saveLearnedItem } from '#core/learning/learn-from-edit.ts';
import { cancelReply, retryReply, stopLooking } from '#core/outbox/manage-outbox.ts';
import { saveSettings, setOtherLanguage, setTolerance } from '#core/stores/save-settings.ts';
import { embedPassages } from '#core/retrieval/index-passage.ts';
import { pickedEvidence, retrieveEvidence } from '#core/retrieval/retrieve-evidence.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import { askHandlers } from './ask-handlers.ts';
import type { Desk } from './desk.ts';
import { fileHandlers } from './file-handlers.ts';
import { healthHandlers } from './health-handlers.ts';
import { helpdeskHandlers } from './helpdesk-handlers.ts';
import { inboxHandlers } from './inbox-handlers.ts';
import { insightHandlers } from './insight-handlers.ts';
import { knowledgeHandlers } from './knowledge-handlers.ts';
import { languageModelHandlers } from './language-model-handlers.ts';
import { macroHandlers } from './macro-handlers.ts';
import { lessonHandlers } from './lesson-handlers.ts';
import { leaveOnClipboard, panelHandlers } from './panel-handlers.ts';
import { portableHandlers } from './portable-handlers.ts';
import { profileHandlers } from './profile-handlers.ts';
import type { DeskLoops } from './run-desk.ts';
import { searchModelHandlers } from './search-model-handlers.ts';
import type { Session } from './session.ts';
import { writingToolHandlers } from './writing-tool-handlers.ts';
import { setHandlers } from './set-handlers.ts';
import { shopHandlers } from './shop-handlers.ts';
import { styleHandlers } from './style-handlers.ts';
import { sourceHandlers } from './source-handlers.ts';
import { createSourcePlans } from './source-plans.ts';
import { writingHandlers } from './writing-handlers.ts';
import type { Writings } from './writings.ts';

/** One handler for every request of the contract; what they do is in the use cases. */
export function createHandlers(desk: Desk, session: Session, loops: DeskLoops, writings: Writings): Handlers {
  const { deps } = desk;
  const plans = createSourcePlans();
  return {
    ...profileHandlers(desk, session),
    ...inboxHandlers(desk, loops),
    ...helpdeskHandlers(desk),
    ...shopHandlers(desk),
    ...insightHandlers(desk),
    ...knowledgeHandlers(desk),
    ...lessonHandlers(desk),
    ...macroHandlers(desk),
    ...panelHandlers(desk, loops),
    ...portableHandlers(desk),
    ...languageModelHandlers(desk),
    ...writingHandlers(desk, writings),
    ...searchModelHandlers(desk),
    ...setHandlers(desk),
    ...writingToolHandlers(desk),
    ...sourceHandlers(desk, plans),
    ...styleHandlers(desk, loops),
    ...askHandlers(desk, plans),
    ...healthHandlers(desk),
    ...fileHandlers(desk),

    'desk.status': () => deskStatus(desk),
    'desk.repairEmbedder': async () => {
      await desk.embedders.repair();
      return deskStatus(desk);
    },

    'store.list': () => [...deps.stores.list()],
    'store.create': ({ settings }) => {
      const store = deps.stores.add({
        id: deps.ids.newId(),
        versionId: deps.ids.newId(),
        settings,
        at: deps.clock.now(),
      });
      deps.emit('store.changed', { storeId: store.id });
      return store;
    },
    'store.saveSettings': ({ storeId, settings }) => {
      const store = saveSettings(deps, storeId, settings);
      loops.drafts.redraft(storeId);
      return store;
    },
    'store.setTolerance': ({ why, ...input }) => {
      const store = setTolerance(deps, { ...input, why: why ?? '' });
      loops.drafts.redraft(input.storeId);
      return store;
    },
    'store.setOtherLanguage': ({ storeId, otherLanguage }) => {
      const store = setOtherLanguage(deps, storeId, otherLanguage);
      loops.drafts.redraft(storeId);
      return store;
    },

    'conversation.list': (query) => {
      const { items, total } = deps.conversations.list(query);
      return { items: [...items], total };
    },
    'conversation.get': ({ conversationId }) => readThread(deps, conversationId),
    'conversation.close': ({ conversationId }) => done(closeConversation(deps, conversationId)),
    'conversation.reopen': ({ conversationId }) => done(reopenConversation(deps, conversationId)),
    'conversation.findEvidence': async ({ storeId, text }) => {
      const found = await retrieveEvidence(deps, {
        storeId,
        question: text,
        context: text,
        about: null,
        language: null,
        channel: null,
        at: deps.clock.now(),
      });
      return [...found.evidence];
    },

    'draft.make': ({ conversationId }) => draftReply(deps, { conversationId }),
    'draft.useEvidence': ({ conversationId, ask, evidenceId }) => {
      const picked = [{ ask, evidence: pickedEvidence(deps, evidenceId) }];
      return draftReply(deps, { conversationId, picked, keepsPicks: true });
    },
    'draft.check': async (input) => {
      const draft = input.draftId === null ? null : deps.drafts.get(input.draftId);
      const steered = { ...input, steer: draft?.writer?.steer ?? null };
      return [...checkReply(deps, steered, await prepareCheck(deps, steered))];
    },
    'draft.accept': async (input) => {
      const { outbox, outcome, learned } = await acceptDraft(deps, input);
      await leaveOnClipboard(desk, outbox);
      return { outbox, outcome, learned: [...learned] };
    },
    'draft.discard': (input) => done(discardDraft(deps, input)),

    'outbox.list': () =>
      deps.outbox.pending().map((item) => {
        const { customerName, customerAddress, status } = deps.conversations.get(item.conversationId);
        return { ...item, customer: customerName || customerAddress, status };
      }),
    'outbox.retry': ({ outboxId }) => retryReply(deps, outboxId),
    'outbox.stopLooking': ({ outboxId }) => stopLooking(deps, outboxId),
    'outbox.cancel': ({ outboxId }) => cancelReply(deps, outboxId),

    'learned.list': ({ reaching, ...query }) => {
      const { items, total } = deps.learned.list(
        reaching === null ? query : { ...query, reaching: { profileId: reaching } },
      );
      return { items: [...items], total };
    },
    'learned.save': async (input) => embedded(desk, saveLearnedItem(deps, input)),
    'learned.forget': ({ itemId }) => forgetLearnedItem(deps, itemId),
  };
}

function done(_nothing: void): Record<string, never> {
  return {};
}

/** Texts a save waits for; behind more of them, as after an import, it is found by words first. */
const worthWaiting = 64;

/** Answers once what was written can be found by meaning as well. It is written whether or not that succeeds. */
async function embedded<T>(desk: Desk, written: T): Promise<T> {
  const { passages, embedder } = desk.deps;
  if (passages.count(embedder()?.id ?? null).toEmbed > worthWaiting) return written;
  // The index loop tries again, and reports what is wrong.
  await embedPassages(desk.deps).catch(() => undefined);
  return written;
}

async function deskStatus(desk: Desk) {
  const embedder = desk.embedders.state();
  const pending = desk.deps.outbox.pending();
  const failed = pending.filter((item) => item.state === 'failed').length;
  return {
    version: desk.version,
    deskId: desk.database.deskId,
    databasePath: desk.databasePath,
    embedder,
    index: desk.deps.passages.count(embedder.id),
    outbox: { waiting: pending.length - failed, failed },
    hasKeychain: await desk.host.hasKeychain(),
  };
}
