import { sentencesOf } from '#core/conversations/sentences.ts';
import { AppError } from '#shared/errors.ts';
import type { Draft } from '#shared/model/draft.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { FakeState } from './fake-state.ts';
import { newId } from './sample.ts';

type WritingName = Extract<keyof Handlers, 'draft.write' | 'draft.translated'>;

const wordMs = 15;

/** A model that words the draft it is given, a word at a time; "fail" in the steering line makes it fail. */
export function fakeWritingHandlers({ threadOf, changed, emit }: FakeState): Pick<Handlers, WritingName> {
  return {
    'draft.write': async ({ conversationId, steer, writingId }, { signal }) => {
      const thread = threadOf(conversationId);
      const { draft } = thread;
      if (draft === null) throw new AppError('conflict', 'There is no open draft to word');
      const answers = draft.sentences.filter(({ part }) => part === 'answer');
      const said = ['Thank you for your message.', ...answers.map(({ text }) => text), steer ?? ''].filter(Boolean);
      const words = said.join(' ').split(' ');
      for (let i = 1; i <= words.length; i++) {
        if (signal.aborted) throw new AppError('cancelled', 'Stopped');
        emit('writing.progress', { writingId, text: words.slice(0, i).join(' ') });
        await new Promise((resolve) => setTimeout(resolve, wordMs));
      }
      if (steer?.includes('fail') === true) {
        const problem = { code: 'answer_unsupported' as const, message: '', detail: { reason: 'ungrounded' } };
        return { draft, isWorded: false, problems: [{ modelName: 'Claude', problem }] };
      }
      const sourceOf = new Map(answers.map(({ text, evidence, ask }) => [text, { evidence, ask }]));
      const none = { evidence: null, ask: null };
      const body = said.map((text, i) => ({
        part: 'answer' as const,
        text,
        lead: i === 0 ? '\n\n' : ' ',
        ...(sourceOf.get(text) ?? none),
      }));
      const frame = (part: 'greeting' | 'closing') => draft.sentences.filter((sentence) => sentence.part === part);
      const sentences = [...frame('greeting'), ...body, ...frame('closing')];
      const worded: Draft = {
        ...draft,
        id: newId(),
        sentences,
        text: sentences.map(({ lead, text }) => lead + text).join(''),
        writer: { modelId: newId(), modelName: 'Claude', isLocal: false },
        createdAt: Date.now(),
      };
      changed({ ...thread, draft: worded });
      emit('draft.ready', { conversationId, draftId: worded.id });
      return { draft: worded, isWorded: true, problems: [] };
    },
    'draft.translated': ({ text, to }) => ({
      translation: {
        sentences: sentencesOf(text).map((sentence, i) => ({
          lead: sentence.lead,
          text: i === 1 ? sentence.text : `(${to}) ${sentence.text}`,
          isTranslated: i !== 1,
        })),
        modelName: 'Claude',
      },
      problems: [],
    }),
  };
}
