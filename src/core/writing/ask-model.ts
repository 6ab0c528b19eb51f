import { AppError, type Problem, problemOf } from '#shared/errors.ts';
import type { WritingTask } from '#shared/model/language-model.ts';
import type { z } from 'zod';
import type { LanguageModel, ModelAnswer } from '../ports/language-model.ts';
import type { ConnectedModel } from '../ports/repositories/writing.ts';
import type { Database } from '../ports/repositories/index.ts';
import { type MaskedTexts, maskTexts } from '../privacy/mask-texts.ts';
import type { KnownPersonalData } from '../privacy/personal-data.ts';
import { type CallEnd, type LedgerDeps, noteEnd, noteLeaving } from './note-leaving.ts';

export type AskModelDeps = LedgerDeps &
  Pick<Database, 'storeWriting' | 'languageModels'> & {
    /** Opens a connected model with its secret. Errors: those of opening, `no_keychain`. */
    readonly languageModelOf: (model: ConnectedModel) => Promise<LanguageModel>;
  };

export type Question<T> = {
  readonly storeId: string;
  readonly conversationId: string | null;
  readonly task: WritingTask;
  /** What the desk itself says: no customer's words, nothing to mask. */
  readonly system: string;
  /**
   * What is told, customers' words among it, as plain data: it travels as JSON, out of which no text breaks. Its strings
   * are masked before they leave, its keys are the desk's own.
   */
  readonly told: unknown;
  readonly known: KnownPersonalData;
  readonly shape: z.ZodType<T> | null;
  /** Tokens an answer may have. */
  readonly maxTokens: number;
  /** Whether an answer serves; what it says against it. The next model is asked where it does not. */
  readonly refusedFor: (answer: Answered<T>) => Promise<Problem | null>;
  /** Hears what came so far, still masked, and how to take the masks off. */
  readonly onText?: ((soFar: string, unmasked: (text: string) => string) => void) | undefined;
  readonly signal: AbortSignal;
};

export type Answered<T> = {
  readonly text: string;
  readonly value: T | null;
  readonly model: Pick<ConnectedModel, 'id' | 'name'> & { readonly isLocal: boolean };
};

/** `answer` null: no model of the chain could, and `problems` say why, a model each. */
export type Asked<T> = {
  readonly answer: Answered<T> | null;
  readonly problems: ReadonlyArray<{ readonly modelName: string; readonly problem: Problem }>;
};

/**
 * The one way to a language model: the models that the store names for the task are asked one after the other until one
 * gives an answer that serves. A store that stays local asks only models on this machine. What goes further is masked,
 * and stands in the ledger before its first byte leaves. Errors: `cancelled`.
 */
export async function askModel<T>(deps: AskModelDeps, question: Question<T>): Promise<Asked<T>> {
  const problems: Array<Asked<T>['problems'][number]> = [];
  for (const modelId of deps.storeWriting.get(question.storeId).chains[question.task]) {
    const connected = deps.languageModels.find(modelId);
    if (connected === null) continue;
    try {
      const answer = await askOne(deps, question, connected);
      const refusal = removedMeanwhile(deps, modelId) ?? (await question.refusedFor(answer));
      if (refusal === null) return { answer, problems };
      problems.push({ modelName: connected.name, problem: refusal });
    } catch (error) {
      const problem = problemOf(error);
      if (question.signal.aborted) throw new AppError('cancelled', 'Writing was stopped', { cause: error });
      problems.push({ modelName: connected.name, problem });
    }
  }
  return { answer: null, problems };
}

/** Who was removed while it wrote has nothing to say any more. */
function removedMeanwhile({ languageModels }: AskModelDeps, modelId: string): Problem | null {
  const isGone = languageModels.find(modelId) === null;
  return isGone ? problemOf(new AppError('conflict', 'The model was removed')) : null;
}

async function askOne<T>(deps: AskModelDeps, question: Question<T>, connected: ConnectedModel): Promise<Answered<T>> {
  const model = await deps.languageModelOf(connected);
  refuseFar(deps, question.storeId, model);
  // What stays on this machine needs no mask, and reads better without one.
  const masked = model.isLocal ? null : maskedData(question.told, question.known);
  const unmasked = (text: string): string => masked?.unmask(text).text ?? text;
  const lineIds: string[] = [];
  const { storeId, conversationId, task, onText } = question;
  const purpose = {
    storeId,
    conversationId,
    task,
    model: connected,
    isLocal: model.isLocal,
    masked: masked?.counts ?? {},
  };
  let end: CallEnd = { state: 'failed', problem: null, usage: null };
  try {
    const answer = await model.write({
      system: question.system,
      turns: [{ role: 'user', text: JSON.stringify(masked?.told ?? question.told) }],
      shape: question.shape,
      maxTokens: question.maxTokens,
      onText: onText === undefined ? null : (soFar) => onText(soFar, unmasked),
      onLeaving(leaving) {
        // The owner may have changed their mind since the model was opened.
        refuseFar(deps, storeId, model);
        lineIds.push(noteLeaving(deps, purpose, leaving));
      },
      signal: question.signal,
    });
    end = { state: 'answered', problem: null, usage: answer.usage };
    return { ...unmaskedAnswer(answer, question.shape, unmasked), model: { ...connected, isLocal: model.isLocal } };
  } catch (error) {
    end = { state: question.signal.aborted ? 'cancelled' : 'failed', problem: problemOf(error), usage: null };
    throw error;
  } finally {
    noteEnd(deps, lineIds, connected.settings.price, end);
  }
}

/** Errors: `local_only` where a store stays on this machine and the model is elsewhere. */
function refuseFar(deps: AskModelDeps, storeId: string, model: LanguageModel): void {
  if (model.isLocal || !deps.storeWriting.get(storeId).isLocalOnly) return;
  throw new AppError('local_only', 'The store lets nothing leave this machine');
}

/** The placeholders stand in the value as in the text. */
function unmaskedAnswer<T>(
  { text, value }: ModelAnswer<T>,
  shape: z.ZodType<T> | null,
  unmasked: (text: string) => string,
): Pick<Answered<T>, 'text' | 'value'> {
  return {
    text: unmasked(text),
    value: value === null || shape === null ? null : shape.parse(mapped(value, unmasked)),
  };
}

function maskedData(told: unknown, known: KnownPersonalData) {
  const texts: string[] = [];
  mapped(told, (text) => {
    texts.push(text);
    return text;
  });
  const masked = maskTexts(texts, known);
  let next = 0;
  return {
    told: mapped(told, (text) => masked.texts[next++] ?? text),
    counts: countsOf(masked),
    unmask: masked.unmask,
  };
}

/** The same plain data with every string in it changed. */
function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => mapped(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapped(one, change)]));
}

function countsOf({ masked }: MaskedTexts): Readonly<Record<string, number>> {
  const byKind = Map.groupBy(masked, ({ kind }) => kind);
  return Object.fromEntries([...byKind].map(([kind, values]) => [kind, values.length]));
}
