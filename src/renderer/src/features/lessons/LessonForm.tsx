import { useState } from 'react';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import { ChannelChips } from '../../app/ChannelChips.tsx';
import { useCommand } from '../../app/commands.tsx';
import { sendKeys } from '../../app/platform.ts';
import { ScopeChips } from '../../app/ScopeChips.tsx';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field, TextArea } from '../../ui/Field.tsx';
import { WordDiff } from '../../ui/WordDiff.tsx';

export type LessonChange = Partial<Pick<LearnedItem, 'question' | 'answer' | 'scope' | 'channels'>>;

/** Another wording of a lesson, or limits to it; what is said then is shown against what was said before. */
export function LessonForm(props: {
  readonly item: LearnedItem;
  readonly before: string;
  readonly what: 'amend' | 'narrow';
  /** What the button says. */
  readonly submit: string;
  readonly onDone: (change: LessonChange) => void;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { item, what } = props;
  const [question, setQuestion] = useState(item.question);
  const [answer, setAnswer] = useState(item.answer);
  const [scope, setScope] = useState<readonly string[]>(item.scope);
  const [channels, setChannels] = useState<LearnedItem['channels']>(item.channels);
  const isWhole = question.trim() !== '' && answer.trim() !== '';

  function submit(): void {
    if (!isWhole) return;
    props.onDone(
      what === 'amend' ? { question: question.trim(), answer: answer.trim() } : { scope: [...scope], channels },
    );
  }
  useCommand('send', submit);
  useCommand('leave', props.onClose);

  return (
    <form
      className="flex flex-col gap-3 rounded-xl border border-accent-line bg-raised p-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {what === 'amend' ? (
        <>
          <Field label={t('lessons.question')}>
            {(parts) => (
              <TextArea
                {...parts}
                data-testid="lesson-question"
                lang={item.language}
                value={question}
                maxLength={2_000}
                isShort
                onChange={(event) => setQuestion(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('lessons.answer')}>
            {(parts) => (
              <TextArea
                {...parts}
                autoFocus
                data-testid="lesson-answer"
                lang={item.language}
                value={answer}
                maxLength={20_000}
                onChange={(event) => setAnswer(event.target.value)}
              />
            )}
          </Field>
          {props.before !== '' && (
            <div className="rounded-lg bg-surface px-3 py-2">
              <p className="mb-1 text-2xs text-ink-3">{t('lessons.before')}</p>
              <WordDiff before={props.before} after={answer} lang={item.language} />
            </div>
          )}
        </>
      ) : (
        <>
          <Field label={t('knowledge.scope')} hint={t('knowledge.scopeHint')}>
            {(parts) => <ScopeChips id={parts.id} hasFocus values={scope} onChange={setScope} />}
          </Field>
          <ChannelChips values={channels} onChange={setChannels} />
        </>
      )}
      <div className="flex justify-end gap-2">
        <Button shortcut="Esc" onClick={props.onClose}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" tone="primary" shortcut={sendKeys} data-testid="lesson-confirm" aria-disabled={!isWhole}>
          {props.submit}
        </Button>
      </div>
    </form>
  );
}
