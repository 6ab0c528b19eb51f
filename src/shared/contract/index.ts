import type { z } from 'zod';
import { askRequests } from './ask.ts';
import { auditRequests } from './audit.ts';
import { conversationRequests } from './conversation.ts';
import { deskRequests } from './desk.ts';
import { draftRequests, outboxRequests } from './draft.ts';
import { fileRequests } from './file.ts';
import { healthRequests } from './health.ts';
import { helpdeskRequests } from './helpdesk.ts';
import { inboxRequests } from './inbox.ts';
import { insightRequests } from './insight.ts';
import { knowledgeRequests, learnedRequests } from './knowledge.ts';
import { languageModelRequests, ledgerRequests, writingRequests } from './language-model.ts';
import { lessonRequests } from './lesson.ts';
import { macroRequests } from './macro.ts';
import { panelRequests } from './panel.ts';
import { portableRequests } from './portable.ts';
import { profileRequests } from './profile.ts';
import { searchModelRequests } from './search-model.ts';
import { setRequests } from './set.ts';
import { shopRequests } from './shop.ts';
import { sourceRequests } from './source.ts';
import { draftWritingRequests } from './writing.ts';
import { storeRequests } from './store.ts';
import { styleRequests } from './style.ts';
import { writingToolRequests } from './writing-tools.ts';

/** THE contract: every request that can cross between a window and the backend. */
export const requests = {
  ...deskRequests,
  ...profileRequests,
  ...auditRequests,
  ...storeRequests,
  ...styleRequests,
  ...shopRequests,
  ...inboxRequests,
  ...conversationRequests,
  ...helpdeskRequests,
  ...draftRequests,
  ...fileRequests,
  ...draftWritingRequests,
  ...outboxRequests,
  ...knowledgeRequests,
  ...learnedRequests,
  ...lessonRequests,
  ...languageModelRequests,
  ...writingRequests,
  ...writingToolRequests,
  ...ledgerRequests,
  ...searchModelRequests,
  ...setRequests,
  ...sourceRequests,
  ...askRequests,
  ...insightRequests,
  ...macroRequests,
  ...panelRequests,
  ...portableRequests,
  ...healthRequests,
};

export type RequestName = keyof typeof requests;
/** What a caller may write (defaults may be left out). */
export type RequestInput<N extends RequestName> = z.input<(typeof requests)[N]['input']>;
/** What a handler receives (defaults filled in). */
export type ParsedInput<N extends RequestName> = z.output<(typeof requests)[N]['input']>;
export type RequestOutput<N extends RequestName> = z.output<(typeof requests)[N]['output']>;

export { events } from './events.ts';
export type { EmitEvent, EventName, EventPayload } from './events.ts';
