import { z } from 'zod';
import { Id } from '../model/basics.ts';
import { Inbox, InboxSettings, ProbeReport } from '../model/inbox.ts';
import { request } from './definition.ts';

/** The password of a mailbox; null keeps the one that is stored. */
const Secret = z.string().min(1).max(1_000).nullable();

export const inboxRequests = {
  'inbox.list': request(z.object({ storeId: Id.optional() }), z.array(Inbox)),
  'inbox.add': request(
    z.object({ storeId: Id, name: z.string().trim().min(1).max(120), settings: InboxSettings, secret: Secret }),
    Inbox,
  ),
  'inbox.save': request(
    z.object({ inboxId: Id, name: z.string().trim().min(1).max(120), settings: InboxSettings, secret: Secret }),
    Inbox,
  ),
  /** Its conversations stay readable; nothing is pulled or sent any more. */
  'inbox.remove': request(z.object({ inboxId: Id }), z.object({})),
  /** Tries settings without keeping them; `inboxId` lends its stored secret where `secret` is null. */
  'inbox.probe': request(z.object({ inboxId: Id.nullable(), settings: InboxSettings, secret: Secret }), ProbeReport),
  /** Nothing is fetched after the page in hand, also after a restart, until it is resumed. */
  'inbox.pause': request(z.object({ inboxId: Id }), Inbox),
  'inbox.resume': request(z.object({ inboxId: Id }), Inbox),
  'inbox.syncNow': request(z.object({ inboxId: Id }), z.object({})),
};
