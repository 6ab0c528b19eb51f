import { PencilLine } from 'lucide-react';
import type { Gap } from '#shared/model/gap.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';

/** A missing question: how customers put it, what agents answered, and the way to write it down. */
export function GapDetail(props: {
  readonly gap: Gap;
  readonly now: number;
  readonly onWrite: (answer: number) => void;
  readonly onDismiss: () => void;
  readonly onOpenConversation: (conversationId: string) => void;
}) {
  const { t, format } = useText();
  const { gap } = props;
  return (
    <section
      data-testid="gap-detail"
      className="flex w-[28rem] max-w-[48%] shrink-0 flex-col border-l border-line bg-canvas"
    >
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4">
        <div>
          <h2 className="text-base font-semibold" lang={gap.language}>
            {gap.question}
          </h2>
          <p className="mt-1 text-xs text-ink-3">
            {t('gaps.timesWhy', { count: gap.count, customers: gap.customers })}
            {' · '}
            {gap.causes.map(({ cause, count }) => `${t(`gaps.cause.${cause}`)} ${format.number(count)}`).join(' · ')}
          </p>
        </div>
        <div>
          <h3 className="mb-1.5 text-xs font-medium text-ink-3">
            {t(gap.answers.length === 0 ? 'gaps.noAnswers' : 'gaps.answers')}
          </h3>
          <ol className="flex flex-col gap-2">
            {gap.answers.map((answer, i) => (
              <li key={answer.lastAt + answer.text} className="rounded-md border border-line bg-raised px-3 py-2">
                <p className="prose-mail text-sm" lang={gap.language}>
                  {answer.text}
                </p>
                <p className="mt-1.5 flex items-center gap-2 text-2xs text-ink-3">
                  <span className="flex-1">
                    {t('gaps.given', { count: answer.count })} · {format.moment(answer.lastAt, props.now)}
                  </span>
                  {i > 0 && (
                    <Button size="small" onClick={() => props.onWrite(i)}>
                      {t('gaps.writeWith')}
                    </Button>
                  )}
                </p>
              </li>
            ))}
          </ol>
        </div>
        <div>
          <h3 className="mb-1 text-xs font-medium text-ink-3">{t('gaps.asked')}</h3>
          <ul className="-mx-2 flex flex-col">
            {gap.examples.map((example) => (
              <li key={`${example.conversationId}-${example.askedAt}-${example.text}`}>
                <button
                  type="button"
                  title={t('gaps.openConversation')}
                  onClick={() => props.onOpenConversation(example.conversationId)}
                  className="flex w-full items-baseline gap-2 rounded-md px-2 py-1 text-left text-sm hover:bg-sunken"
                >
                  <span className="min-w-0 flex-1" lang={gap.language}>
                    {example.text}
                  </span>
                  <span className="shrink-0 text-2xs text-ink-3">
                    {example.customer} · {format.moment(example.askedAt, props.now)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      </div>
      <footer className="flex items-center gap-2 border-t border-line px-4 py-3">
        <Button data-testid="gap-dismiss" onClick={props.onDismiss}>
          {t('gaps.dismiss')}
        </Button>
        <Button
          tone="primary"
          icon={<PencilLine size={14} />}
          shortcut="↵"
          data-testid="gap-write"
          className="ml-auto"
          onClick={() => props.onWrite(0)}
        >
          {t('gaps.write')}
        </Button>
      </footer>
    </section>
  );
}
