import { z } from 'zod';
import { Id } from '../model/basics.ts';
import { Conversation } from '../model/conversation.ts';
import { PanelChange, PanelState } from '../model/panel.ts';
import { request } from './definition.ts';
import { draftRequests } from './draft.ts';

/**
 * What became of a copied text. `taken`: it is the customer's newest message. `known`: it was that already.
 * `own`: it is a reply that the desk itself left on the clipboard.
 */
export const TakenCopy = z.object({ conversationId: Id, what: z.enum(['taken', 'known', 'own']) });
export type TakenCopy = z.infer<typeof TakenCopy>;

/** Requests that need the shell throw `unsupported` where there is none. */
export const panelRequests = {
  /**
   * Takes a copied text as a customer's message. From `summons`: the text that lay on the clipboard when the panel was
   * last called; null where that has been taken already. From `clipboard`: what lies there now.
   * Errors: `invalid_input` with the reason `no_text` or `too_long` (and `maxLength`) in its detail.
   */
  'panel.take': request(
    z.object({
      storeId: Id,
      /** The conversation it goes on; null begins one. */
      conversationId: Id.nullable(),
      /** Else a text in another language than that conversation begins one: it is somebody else's. */
      inAnyLanguage: z.boolean().default(false),
      from: z.enum(['summons', 'clipboard']),
      /** Takes it also where it is `known` or `own`. */
      insists: z.boolean().default(false),
      /** What the inbox of copied conversations is called, should it have to be made. */
      inboxName: z.string().trim().min(1).max(120),
    }),
    TakenCopy.nullable(),
  ),
  /** Names who is written with: `Anna`, `Etsy · Anna` or, for their orders, `Anna · anna@example.com`. */
  'panel.label': request(z.object({ conversationId: Id, label: z.string().trim().max(120) }), Conversation),
  /** `draft.accept`, and the reply lies on the clipboard. */
  'panel.copyReply': draftRequests['draft.accept'],
  /** Puts a reply on the clipboard once more. */
  'panel.copyAgain': request(z.object({ outboxId: Id }), z.object({})),
  'panel.show': request(z.object({}), z.object({})),
  'panel.hide': request(z.object({}), z.object({})),
  'panel.settings': request(z.object({}), PanelState),
  /** A shortcut that the system does not give is kept all the same: the answer says that it is not active. */
  'panel.saveSettings': request(PanelChange, PanelState),
};
