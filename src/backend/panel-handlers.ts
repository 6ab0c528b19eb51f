import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { labelCopied } from '#core/inbox/label-copied.ts';
import { takeCopied } from '#core/inbox/take-copied.ts';
import { deliverReply } from '#core/outbox/deliver-reply.ts';
import { AppError } from '#shared/errors.ts';
import type { Conversation } from '#shared/model/conversation.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { Desk } from './desk.ts';
import type { DeskLoops } from './run-desk.ts';

type PanelRequest = Extract<keyof Handlers, `panel.${string}`>;

/** The side panel: texts that a person copies in other programs, and replies that go back by the clipboard. */
export function panelHandlers(desk: Desk, loops: DeskLoops): Pick<Handlers, PanelRequest> {
  const { deps, host } = desk;
  return {
    'panel.take': async ({ from, ...input }, { signal }) => {
      const text = from === 'summons' ? await host.sidePanel.takeSummons() : await host.clipboard.read();
      if (text === null) return null;
      const deliverNow = async (item: { readonly id: string; readonly inboxId: string }) =>
        deliverReply(deps, await desk.pool.get(item.inboxId), item.id, signal);
      const taken = await takeCopied({ ...deps, deliverNow }, { ...input, text });
      // The first copy makes the inbox.
      loops.inboxes.refresh();
      // A person looks at it now: it does not queue behind those who wait longer. Should this fail, the draft loop does it.
      if (taken.what === 'taken')
        void draftReply(deps, { conversationId: taken.conversationId }).catch(() => undefined);
      return taken;
    },
    'panel.label': async ({ conversationId, label }) => {
      copiedConversation(desk, conversationId);
      const labelled = labelCopied(deps, conversationId, label);
      if (deps.drafts.current(conversationId)?.state === 'open')
        await draftReply(deps, { conversationId, keepsPicks: true });
      return labelled;
    },
    'panel.copyReply': async (input) => {
      copiedConversation(desk, input.conversationId);
      const { outbox, outcome, learned } = await acceptDraft(deps, input);
      await leaveOnClipboard(desk, outbox);
      await host.sidePanel.giveWay();
      return { outbox, outcome, learned: [...learned] };
    },
    'panel.copyAgain': async ({ outboxId }) => {
      const { body } = deps.outbox.get(outboxId);
      await host.clipboard.write(body);
      await host.sidePanel.giveWay();
      return {};
    },
    'panel.show': async () => done(await host.sidePanel.show()),
    'panel.hide': async () => done(await host.sidePanel.hide()),
    'panel.settings': () => host.sidePanel.state(),
    'panel.saveSettings': async (change) => {
      const state = await host.sidePanel.save(change);
      deps.emit('panel.settingsChanged', {});
      return state;
    },
  };
}

/** Puts an accepted reply where a person can paste it, if its conversation was copied out of another program. */
export async function leaveOnClipboard({ deps, host }: Desk, { inboxId, body }: OutboxItem): Promise<void> {
  if (deps.inboxes.get(inboxId).settings.kind === 'clipboard') await host.clipboard.write(body);
}

/** Replies of other inboxes are sent by them; on the clipboard they would be said twice. */
function copiedConversation({ deps }: Desk, conversationId: string): Conversation {
  const conversation = deps.conversations.get(conversationId);
  if (deps.inboxes.get(conversation.inboxId).settings.kind === 'clipboard') return conversation;
  throw new AppError('invalid_input', 'This conversation is none of the side panel');
}

function done(_nothing: void): Record<string, never> {
  return {};
}
