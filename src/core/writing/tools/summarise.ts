import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { Message } from '#shared/model/conversation.ts';
import type { SaidLine, ThreadSummary } from '#shared/model/writing-tool.ts';
import { problemOf } from '#shared/errors.ts';
import { z } from 'zod';
import { detectLanguage } from '../../conversations/detect-language.ts';
import type { Database } from '../../ports/repositories/index.ts';
import { knownPersonOf } from '../../privacy/known-person.ts';
import { isEmptyTerm, termsOf } from '../../retrieval/terms.ts';
import { askModel } from '../ask-model.ts';
import { plainData } from '../plain-data.ts';
import { factsOf } from './facts-of.ts';
import { repeatsRules } from '../repeated-rules.ts';
import { type RewritingFault, unfaithfulAnswer } from './judge-rewritten.ts';
import { nearnessBetween } from './nearness-between.ts';
import type { RewriteDeps } from './rewrite-by-model.ts';
import { extractedSummary, few, lineOf, saidIn } from './summarise-thread.ts';
import { languageNames } from '../language-names.ts';
import { summaryRules } from './tool-rules.ts';
import { writerOf } from './tools-there.ts';

export type SummariseDeps = RewriteDeps & Pick<Database, 'conversations' | 'orders'>;

const Line = z.object({ text: z.string().min(1).max(400), message: z.string().max(8) });
const Lines = z.array(Line).max(12);
const Summary = z.object({ asked: Lines, answered: Lines, open: Lines });
type Summary = z.infer<typeof Summary>;

const mostTokens = 900;
/** Messages that a model is told, the newest, and characters of each. */
const mostMessages = 30;
const longestMessage = 1_500;
/** As when a rewriting is judged. */
const nearFrom = 0.35;

/**
 * A thread in short: by a model in the language asked for, each line tied to the message it is about; else, and where no
 * model served, the telling sentences as they stand. Errors: `not_found`, `cancelled`.
 */
export async function summarised(
  deps: SummariseDeps,
  { conversationId, language }: { readonly conversationId: string; readonly language: ReplyLanguage },
  signal: AbortSignal,
): Promise<ThreadSummary> {
  const conversation = deps.conversations.get(conversationId);
  const all = deps.conversations.messages(conversationId);
  const extracted = extractedSummary(conversation, all);
  const writer = await writerOf(deps, conversation.storeId, 'summarise');
  if (writer?.kind !== 'model') return { ...extracted, by: { kind: 'desk' }, problems: [] };
  const messages = all.filter(({ automatic }) => automatic === null).slice(-mostMessages);
  const byId = new Map(messages.map((message, i) => [String(i + 1), message]));
  const { answer, problems } = await askModel(deps, {
    storeId: conversation.storeId,
    conversationId,
    task: 'summarise',
    system: summaryRules,
    told: {
      language: languageNames[language],
      messages: messages.map((message, i) => ({
        id: String(i + 1),
        from: message.role === 'customer' ? 'customer' : 'shop',
        text: plainData(saidIn(message), longestMessage),
      })),
    },
    known: knownPersonOf(deps, conversation),
    shape: Summary,
    maxTokens: mostTokens,
    refusedFor: async ({ value }) => {
      const fault = value === null ? 'empty' : await summaryFault(deps, value, byId, language, signal);
      return fault === null ? null : problemOf(unfaithfulAnswer(fault));
    },
    signal,
  });
  const given = problems.map((problem) => ({ ...problem }));
  if (answer?.value == null) return { ...extracted, by: { kind: 'desk' }, problems: given };
  const { asked, answered, open } = answer.value;
  const lines = (of: Summary['asked']): SaidLine[] =>
    few(
      of.flatMap(({ text, message }) => {
        const source = byId.get(message);
        return source === undefined ? [] : [lineOf(source, conversation, text.trim())];
      }),
    );
  return {
    ...extracted,
    asked: lines(asked),
    answered: lines(answered),
    open: lines(open),
    by: { kind: 'model', modelName: answer.model.name, isLocal: answer.model.isLocal },
    problems: given,
  };
}

/** What speaks against a summary: a line that says of its message what that message does not say. */
async function summaryFault(
  deps: SummariseDeps,
  { asked, answered, open }: Summary,
  byId: ReadonlyMap<string, Message>,
  language: ReplyLanguage,
  signal: AbortSignal,
): Promise<RewritingFault | null> {
  const lines = [...asked, ...open, ...answered];
  if (lines.length === 0) return 'empty';
  if (lines.some(({ text }) => repeatsRules(text, summaryRules))) return 'rules';
  const written = detectLanguage(lines.map(({ text }) => text).join('\n'));
  if (written !== 'und' && written !== language) return 'language';
  const shopIds = new Set([...byId].filter(([, { role }]) => role === 'agent').map(([id]) => id));
  if (
    answered.some(({ message }) => !shopIds.has(message)) ||
    [...asked, ...open].some(({ message }) => shopIds.has(message))
  )
    return 'meaning';
  const pairs = lines.map(({ text, message }) => ({ after: text, before: saidOf(byId, message) }));
  const nearness = await nearnessBetween(deps, pairs, signal);
  for (const { before, after } of pairs) {
    if (before === '') return 'meaning';
    const source = detectLanguage(before);
    const own = factsOf(before, source === 'und' ? language : source);
    const said = factsOf(after, source === 'und' ? language : source);
    if ([...said.contacts].length > 0) return 'link';
    if ([...said.values].some((value) => !own.values.has(value))) return 'facts';
    if ([...said.promises].some((promise) => !own.promises.has(promise))) return 'promise';
    if (!sharesWords(before, after) && (nearness(before, after) ?? -1) < nearFrom) return 'meaning';
  }
  return null;
}

function saidOf(byId: ReadonlyMap<string, Message>, id: string): string {
  const message = byId.get(id);
  return message === undefined ? '' : saidIn(message);
}

/** Whether half of what a line says is said in its message. */
function sharesWords(before: string, after: string): boolean {
  const own = new Set(termsOf(before));
  const now = [...new Set(termsOf(after))].filter(
    (term) => !isEmptyTerm(term) && !/^(?:customer|shop|ask|want)/.test(term),
  );
  return now.length > 0 && now.filter((term) => own.has(term)).length >= 0.5 * now.length;
}
