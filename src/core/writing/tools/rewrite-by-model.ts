import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { TextTool, ToolResult } from '#shared/model/writing-tool.ts';
import { AppError, problemOf } from '#shared/errors.ts';
import { z } from 'zod';
import { sentencesOf } from '../../conversations/sentences.ts';
import type { Embedder } from '../../ports/embedder.ts';
import type { KnownPersonalData } from '../../privacy/personal-data.ts';
import { type Answered, type AskModelDeps, askModel } from '../ask-model.ts';
import { plainData } from '../plain-data.ts';
import { type RewrittenPart, rewritingFault, unfaithfulAnswer } from './judge-rewritten.ts';
import { markedText, unmarkedText } from './kept-pieces.ts';
import { nearnessBetween } from './nearness-between.ts';
import { tools } from './tool-table.ts';
import { languageNames } from '../language-names.ts';
import { rulesOf } from './tool-rules.ts';

export type RewriteDeps = AskModelDeps & { readonly embedder: () => Embedder | null };

export type Rewriting = {
  readonly storeId: string;
  readonly conversationId: string;
  readonly tool: TextTool;
  readonly text: string;
  readonly from: ReplyLanguage;
  readonly to: ReplyLanguage;
  readonly known: KnownPersonalData;
  readonly signal: AbortSignal;
};

/** Sentences and characters of a text that a model is asked to work on at once. */
export const mostSentences = 120;
export const longestText = 12_000;

const Parts = z.object({
  parts: z.array(z.object({ id: z.string().max(8), text: z.string().max(6_000) })).max(mostSentences),
});
type Parts = z.infer<typeof Parts>;

/** Tokens that an answer may have. */
const mostTokens = 6_000;

/**
 * Has the models of a store do something to a text, one after the other until one has changed nothing that it should not.
 * Errors: `invalid_input` (`detail.reason` `too_long`), `cancelled`.
 */
export async function rewrittenByModel(deps: RewriteDeps, input: Rewriting): Promise<Omit<ToolResult, 'changed'>> {
  const { text, pieces } = markedText(input.text);
  const sentences = sentencesOf(text);
  if (sentences.length > mostSentences || text.length > longestText)
    throw new AppError('invalid_input', 'The text is too long for one go', { detail: { reason: 'too_long' } });
  const rules = rulesOf(input.tool);
  const partsOf = ({ value }: Pick<Answered<Parts>, 'value'>): readonly RewrittenPart[] => {
    const byId = new Map(value?.parts.map((part) => [part.id, part.text.trim()]));
    return sentences.map((sentence, i) => ({ before: sentence.text, after: byId.get(String(i + 1)) ?? '' }));
  };
  const { answer, problems } = await askModel(deps, {
    storeId: input.storeId,
    conversationId: input.conversationId,
    task: tools[input.tool].task,
    system: rules,
    told: {
      language: languageNames[input.to],
      parts: sentences.map((sentence, i) => ({ id: String(i + 1), text: plainData(sentence.text, longestText) })),
    },
    known: input.known,
    shape: Parts,
    maxTokens: Math.min(mostTokens, 400 + 3 * text.length),
    refusedFor: async (answered) => {
      const parts = partsOf(answered);
      const nearness = await nearnessBetween(deps, parts, input.signal);
      const fault = rewritingFault(parts, { tool: input.tool, from: input.from, to: input.to, rules, nearness });
      return fault === null ? null : problemOf(unfaithfulAnswer(fault));
    },
    signal: input.signal,
  });
  const given = problems.map((problem) => ({ ...problem }));
  if (answer === null) return { text: input.text, by: null, problems: given };
  const parts = partsOf(answer);
  const end = /\s*$/u.exec(text)?.[0] ?? '';
  return {
    text: unmarkedText(joined(sentences, parts, input.to) + end, pieces),
    by: { kind: 'model', modelName: answer.model.name, isLocal: answer.model.isLocal },
    problems: given,
  };
}

/** The new sentences with the white space that stood before each, as the language sets it. */
function joined(sentences: ReturnType<typeof sentencesOf>, parts: readonly RewrittenPart[], to: ReplyLanguage): string {
  let text = '';
  let lead = '';
  sentences.forEach((sentence, i) => {
    // What went leaves the wider of the two gaps.
    lead = lead.includes('\n') && !sentence.lead.includes('\n') ? lead : sentence.lead;
    const after = parts[i]?.after ?? '';
    if (after === '') return;
    const isInLine = text !== '' && !lead.includes('\n');
    text += (isInLine && lead.trim() === '' ? (to === 'en' ? ' ' : '') : lead) + after;
    lead = '';
  });
  return text;
}
