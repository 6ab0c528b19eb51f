import { useId, useState } from 'react';
import type { LessonCandidate } from '#shared/model/lesson-review.ts';
import { sendKeys } from '../../app/platform.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, TextArea } from '../../ui/Field.tsx';
import { usePersonText } from './use-person-text.ts';
import type { Act } from './use-lesson-acts.ts';

/** Makes one shared lesson of several that say the same; its words begin with those of one of them. */
export function MergeDialog(props: {
  readonly candidates: readonly LessonCandidate[];
  readonly act: Act;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const personText = usePersonText();
  const formId = useId();
  const { candidates } = props;
  const [question, setQuestion] = useState(candidates[0]?.item.question ?? '');
  const [answer, setAnswer] = useState(candidates[0]?.item.answer ?? '');
  const [fromId, setFromId] = useState(candidates[0]?.item.id);
  const isWhole = question.trim() !== '' && answer.trim() !== '';

  function takeFrom({ item }: LessonCandidate): void {
    setFromId(item.id);
    setQuestion(item.question);
    setAnswer(item.answer);
  }
  function merge(): void {
    if (!isWhole) return;
    const itemIds = candidates.map(({ item }) => item.id);
    const words = { question: question.trim(), answer: answer.trim() };
    props.onClose();
    const about = { leaving: itemIds, told: () => t('lessons.did.merge'), more: words.question };
    props.act('lesson.merge', { itemIds, ...words }, about);
  }

  return (
    <Dialog
      title={t('lessons.mergeTitle', { count: candidates.length })}
      closeLabel={t('action.close')}
      testId="lesson-merge-dialog"
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('action.cancel')}</Button>
          <Button
            type="submit"
            form={formId}
            tone="primary"
            shortcut={sendKeys}
            data-testid="lesson-merge-do"
            disabled={!isWhole}
          >
            {t('lessons.do.merge')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          merge();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
          event.preventDefault();
          merge();
        }}
      >
        <p className="text-sm text-ink-2">{t('lessons.mergeText')}</p>
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 text-xs font-medium text-ink-2">{t('lessons.mergeFrom')}</legend>
          {candidates.map((candidate) => (
            <label key={candidate.item.id} className="flex items-baseline gap-2 rounded-md px-1 py-1 hover:bg-sunken">
              <input
                type="radio"
                name={`${formId}-from`}
                className="accent-accent"
                checked={candidate.item.id === fromId}
                onChange={() => takeFrom(candidate)}
              />
              <span className="min-w-0 flex-1 text-sm">
                <span className="block truncate font-medium">{candidate.item.question}</span>
                <span className="line-clamp-2 text-xs text-ink-2">{candidate.item.answer}</span>
              </span>
              <span className="shrink-0 text-xs text-ink-3">{personText(candidate.author)}</span>
            </label>
          ))}
        </fieldset>
        <Field label={t('lessons.question')}>
          {(parts) => (
            <TextArea
              {...parts}
              isShort
              maxLength={2_000}
              value={question}
              onChange={(event) => setQuestion(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('lessons.answer')}>
          {(parts) => (
            <TextArea
              {...parts}
              data-first-focus
              maxLength={20_000}
              value={answer}
              onChange={(event) => setAnswer(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
