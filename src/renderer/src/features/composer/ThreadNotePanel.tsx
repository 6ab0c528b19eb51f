import { X } from 'lucide-react';
import type { SaidLine, ThreadSummary } from '#shared/model/writing-tool.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { modelProblemText } from '../../i18n/tool-text.ts';
import { IconButton } from '../../ui/Button.tsx';
import { useNow } from '../../ui/use-now.ts';
import type { ThreadNote } from './use-text-tools.ts';

function Said({ line }: { readonly line: SaidLine }) {
  const { format } = useText();
  const now = useNow();
  return (
    <li className="text-sm">
      <span className="mr-2 text-2xs text-ink-3">
        {line.name} {format.moment(line.at, now)}
      </span>
      <span className="select-text">{line.text}</span>
    </li>
  );
}

function Lines({
  title,
  lines,
  none,
}: {
  readonly title: string;
  readonly lines: readonly SaidLine[];
  readonly none?: string;
}) {
  if (lines.length === 0 && none === undefined) return null;
  return (
    <div className="mt-1.5">
      <h3 className="text-xs font-semibold text-ink-2">{title}</h3>
      {lines.length === 0 ? (
        <p className="text-xs text-ink-3">{none}</p>
      ) : (
        <ul>
          {lines.map((line, index) => (
            <Said key={index} line={line} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Summary({ told }: { readonly told: ThreadSummary }) {
  const { t } = useText();
  if (told.asked.length + told.answered.length + told.open.length === 0)
    return <p className="text-xs">{t('summary.none')}</p>;
  const facts = [
    ...(told.orderNumbers.length > 0 ? [`${t('summary.orders')}: ${told.orderNumbers.join(', ')}`] : []),
    ...(told.dates.length > 0 ? [`${t('summary.dates')}: ${told.dates.join(', ')}`] : []),
  ];
  return (
    <>
      <Lines title={t('summary.asked')} lines={told.asked} />
      <Lines title={t('summary.answered')} lines={told.answered} />
      <Lines title={t('summary.open')} lines={told.open} none={t('summary.noneOpen')} />
      {facts.length > 0 && <p className="mt-1.5 text-xs text-ink-2 select-text">{facts.join(' · ')}</p>}
      <p className="mt-1.5 text-2xs text-ink-3">
        {told.by.kind === 'model' ? t('tools.madeBy', { name: told.by.modelName }) : t('summary.asItStands')}
        {told.problems.map((problem) => ` · ${modelProblemText(t, problem)}`)}
      </p>
    </>
  );
}

/** The conversation in short, above it. */
export function ThreadNotePanel(props: { readonly note: ThreadNote; readonly onClose: () => void }) {
  const { t } = useText();
  const { told } = props.note;
  return (
    <section
      aria-label={t('summary.title')}
      data-testid="thread-note"
      className="max-h-[40vh] overflow-y-auto border-b border-line bg-raised px-5 py-2"
    >
      <header className="flex items-center justify-between gap-2">
        <h2 className="text-sm font-semibold">{t('summary.title')}</h2>
        <IconButton
          label={t(told === null ? 'tools.stop' : 'summary.close')}
          icon={<X size={14} />}
          data-testid="thread-note-close"
          onClick={props.onClose}
        />
      </header>
      <div aria-live="polite">
        {told === null ? <p className="text-xs text-ink-2">{t('tools.working')}</p> : <Summary told={told} />}
      </div>
    </section>
  );
}
