import { X } from 'lucide-react';
import { useState } from 'react';
import type { RequestInput } from '#shared/contract/index.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import { useAnswer } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { WordDiff } from '../../ui/WordDiff.tsx';

type Act = Outcome['act'];
export type Wanted = Omit<RequestInput<'insight.outcomes'>, 'ids'> & { readonly ids?: string[] };

const tones: Record<Act, Tone> = {
  accepted: 'accent',
  edited: 'violet',
  written: 'blue',
  discarded: 'amber',
  closed: 'neutral',
  withdrawn: 'neutral',
};

function OutcomeItem({ outcome, now }: { readonly outcome: Outcome; readonly now: number }) {
  const { t, format } = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li className="border-b border-line/70 px-4 py-2.5">
      <div className="flex items-center gap-2 text-xs text-ink-3">
        <Badge tone={tones[outcome.act]}>{t(`act.${outcome.act}`)}</Badge>
        {outcome.reason !== null && <span>{t(`discard.${outcome.reason}`)}</span>}
        {outcome.keptShare !== null && outcome.act === 'edited' && (
          <span className="numbers">{t('insights.keptOf', { share: format.percent(outcome.keptShare) })}</span>
        )}
        <span className="numbers">{t('insights.waited', { span: format.span(outcome.waitedMs) })}</span>
        <time className="numbers ml-auto">{format.moment(outcome.createdAt, now)}</time>
      </div>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="mt-1 block w-full text-left"
      >
        {isOpen ? (
          outcome.act === 'edited' ? (
            <WordDiff before={outcome.draftText} after={outcome.sentText} />
          ) : (
            <p className="prose-mail text-sm">{outcome.sentText || outcome.draftText || '–'}</p>
          )
        ) : (
          <p className="line-clamp-2 text-sm text-ink-2">{outcome.sentText || outcome.draftText || '–'}</p>
        )}
      </button>
      <a
        href={`#/inbox/${outcome.conversationId}`}
        className="text-xs text-accent-ink underline-offset-2 hover:underline"
      >
        {t('insights.openConversation')}
      </a>
    </li>
  );
}

/** The outcomes behind a number. */
export function OutcomeList(props: { readonly title: string; readonly wanted: Wanted; readonly onClose: () => void }) {
  const { t } = useText();
  const now = useNow();
  const { data: shown } = useAnswer('insight.outcomes', props.wanted, { keepsLast: true });
  return (
    <aside
      aria-label={t('insights.outcomes')}
      data-testid="outcome-list"
      className="flex w-96 max-w-[40%] shrink-0 flex-col border-l border-line bg-canvas"
    >
      <header className="flex items-center gap-2 border-b border-line py-2 pr-2.5 pl-4">
        <h2 className="min-w-0 flex-1 truncate text-base font-semibold">{props.title}</h2>
        <span className="numbers text-xs text-ink-3">{shown?.length}</span>
        <IconButton label={t('action.close')} icon={<X size={16} />} onClick={props.onClose} />
      </header>
      <ul className="min-h-0 flex-1 overflow-y-auto" tabIndex={0}>
        {shown?.map((outcome) => (
          <OutcomeItem key={outcome.id} outcome={outcome} now={now} />
        ))}
        {shown?.length === 0 && <li className="p-4 text-sm text-ink-3">{t('insights.noOutcomes')}</li>}
      </ul>
    </aside>
  );
}
