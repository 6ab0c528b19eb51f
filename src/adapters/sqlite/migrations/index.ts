import { storesAndInboxes } from './0001-stores-and-inboxes.ts';
import { conversations } from './0002-conversations.ts';
import { knowledge } from './0003-knowledge.ts';
import { passages } from './0004-passages.ts';
import { drafts } from './0005-drafts.ts';
import { outboxAndOutcomes } from './0006-outbox-and-outcomes.ts';
import { learnedItems } from './0007-learned-items.ts';
import { channels } from './0008-channels.ts';
import { shops } from './0009-shops.ts';
import { undelivered } from './0010-undelivered.ts';
import { pausedInboxes } from './0011-paused-inboxes.ts';
import { sourcesAndSets } from './0012-sources-and-sets.ts';
import { findings } from './0013-findings.ts';
import { portable } from './0014-portable.ts';
import { writing } from './0015-writing.ts';
import { macros } from './0016-macros.ts';
import { unsupported } from './0017-unsupported.ts';
import { profilesAndReach } from './0018-profiles-and-reach.ts';
import { replyFiles } from './0019-reply-files.ts';
import { lessons } from './0020-lessons.ts';
import { audit } from './0021-audit.ts';
import { lessonsTravel } from './0022-lessons-travel.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema, oldest first. */
export const migrations: readonly Migration[] = [
  storesAndInboxes,
  conversations,
  knowledge,
  passages,
  drafts,
  outboxAndOutcomes,
  learnedItems,
  channels,
  shops,
  undelivered,
  pausedInboxes,
  sourcesAndSets,
  findings,
  portable,
  writing,
  macros,
  unsupported,
  profilesAndReach,
  replyFiles,
  lessons,
  audit,
  lessonsTravel,
];
