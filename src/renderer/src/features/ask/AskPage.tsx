import { MessageCircleQuestion } from 'lucide-react';
import { useState } from 'react';
import { useAnswer } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { AskForm, type Question } from './AskForm.tsx';
import { ReasoningView } from './ReasoningView.tsx';

/** A box to ask as a customer would, and how the desk comes to its reply. Nothing is sent or kept. */
export function AskPage(props: {
  readonly storeId: string;
  readonly sendKeys: string;
  readonly onOpenEntry: (entryId: string) => void;
  readonly onOpenLessons: () => void;
}) {
  const { t } = useText();
  const [question, setQuestion] = useState<Question | null>(null);
  const answer = useAnswer(
    'ask.ask',
    {
      storeId: props.storeId,
      text: question?.text ?? '',
      channel: question?.channel ?? null,
      ...(question?.at === null || question === null ? {} : { at: question.at }),
    },
    { isEnabled: question !== null, keepsLast: true },
  );
  const problem = answer.error === null ? null : problemText(t, answer.error);
  return (
    <main className="min-h-0 min-w-0 flex-1 overflow-y-auto px-5 py-4">
      <div className="mx-auto flex w-full max-w-3xl flex-col gap-4">
        <AskForm sendKeys={props.sendKeys} onAsk={setQuestion} />
        {answer.isFetching && <Progress label={t('ask.run')} done={0} total={null} />}
        {problem !== null && <EmptyState title={problem.what} text={problem.remedy} />}
        {question === null && (
          <EmptyState
            icon={<MessageCircleQuestion size={28} />}
            title={t('ask.emptyTitle')}
            text={t('ask.emptyText')}
          />
        )}
        {question !== null && answer.data !== undefined && problem === null && (
          <ReasoningView reasoning={answer.data} onOpenEntry={props.onOpenEntry} onOpenLessons={props.onOpenLessons} />
        )}
      </div>
    </main>
  );
}
