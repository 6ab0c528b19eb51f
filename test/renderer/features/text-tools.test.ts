import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TextTool, type ToolThere, WritingTool } from '#shared/model/writing-tool.ts';
import { changedStretch, isTextTool, toolChoices } from '../../../src/renderer/src/features/composer/text-tools.ts';
import { modelProblemText } from '../../../src/renderer/src/i18n/tool-text.ts';
import { translateIn, uiLanguages } from '../../../src/renderer/src/i18n/translate.ts';

const by = { kind: 'desk' } as const;
const all: readonly ToolThere[] = WritingTool.options.map((tool) => ({ tool, by }));
const idsOf = (...input: Parameters<typeof toolChoices>) => toolChoices(...input).map(({ id }) => id);

it('bug: a tool is offered that nobody can do', () => {
  const there = all.filter(({ tool }) => tool === 'fix' || tool === 'summarise');
  expect(idsOf(there, 'Hello', 'zh')).toEqual(['fix', 'summarise']);
  expect(idsOf([], 'Hello', 'zh')).toEqual([]);
});

it('bug: an empty text can be fixed, or a conversation not summed up before anything is written', () => {
  expect(idsOf(all, ' \n', 'zh')).toEqual(['summarise']);
});

it('bug: the customer’s language is not the first to translate into', () => {
  const into = (customer: string) => idsOf(all, 'Hello', customer).filter((id) => id.startsWith('translate'));
  expect(into('ja')).toEqual(['translate-ja', 'translate-en', 'translate-zh']);
  expect(into('und')).toEqual(['translate-en', 'translate-zh', 'translate-ja']);
});

it('bug: what is told of a conversation is sent as a change of the text', () => {
  const choices = toolChoices(all, 'Hello', 'zh');
  expect(choices.filter(({ tool }) => isTextTool(tool)).map(({ tool }) => tool)).toEqual(
    expect.arrayContaining([...TextTool.options]),
  );
  expect(choices.filter(({ tool }) => !isTextTool(tool)).map(({ id }) => id)).toEqual(['summarise']);
});

it('bug: writing the change does not give the new text, or its undo not the old one', () => {
  const texts = fc
    .array(fc.constantFrom('a', 'b', ' ', '\n', '您', '😀', '😁', '👍🏽'), { maxLength: 12 })
    .map((one) => one.join(''));
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const change = changedStretch(before, after);
      const { start, end, text } = change ?? { start: 0, end: 0, text: '' };
      expect(before.slice(0, start) + text + before.slice(end)).toBe(after);
      expect([text, before.slice(start, end)].every((one) => one.isWellFormed())).toBe(true);
    }),
  );
});

it('bug: only what differs is not known, and the caret jumps through the whole text', () => {
  expect(changedStretch('We recieved it. Bye.', 'We received it. Bye.')).toEqual({ start: 6, end: 8, text: 'ei' });
});

it('bug: a refused answer is told as a failure of the desk, or not in the agent’s language', () => {
  for (const language of uiLanguages) {
    const t = translateIn(language);
    const tell = (reason: string) =>
      modelProblemText(t, {
        modelName: 'Qwen',
        problem: { code: 'answer_unsupported', message: '', detail: { reason } },
      });
    expect(tell('negation')).toBe(t('toolFault.negation', { name: 'Qwen' }));
    expect(tell('elsewhere')).toContain(t('error.answer_unsupported'));
  }
});

it('bug: a text is offered in the language that it is in', () => {
  const into = (own: 'en' | 'zh' | 'ja' | null) =>
    idsOf(all, 'Hello', 'ja', own).filter((id) => id.startsWith('translate'));
  expect(into('ja')).toEqual(['translate-en', 'translate-zh']);
  expect(into(null)).toEqual(['translate-ja', 'translate-en', 'translate-zh']);
});
