import { ClipboardCheck, GraduationCap } from 'lucide-react';
import { useState } from 'react';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import { learnedText } from '../../i18n/learned-text.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';

/** Runs down while the reply can still be taken back. Key it by the reply. */
function TakeBack(props: { readonly leavesAt: number; readonly onTakeBack: () => void }) {
  const { t } = useText();
  const [lastsMs] = useState(() => Math.max(0, props.leavesAt - Date.now()));
  return (
    <span className="relative overflow-hidden rounded-md">
      <Button shortcut="Z" data-testid="panel-take-back" onClick={props.onTakeBack}>
        {t('panel.takeBack')}
      </Button>
      <span
        aria-hidden
        className="pointer-events-none absolute inset-x-0 bottom-0 h-0.5 origin-left animate-[run-down_linear_forwards] bg-accent-ink"
        style={{ animationDuration: `${lastsMs}ms` }}
      />
    </span>
  );
}

/** What became of the reply: on the clipboard, recorded, and what was learned from it. */
export function CopiedNote(props: {
  readonly title: string;
  /** What was recorded; null for a reply of an earlier day. */
  readonly record: string | null;
  readonly reply: string;
  readonly language: string;
  readonly learned: ReadonlyArray<Pick<LearnedItem, 'id' | 'question' | 'answer' | 'reach'>>;
  /** Whoever copied it decides about lessons. */
  readonly decides: boolean;
  /** Until when it can be taken back, ms UTC; null where it no longer can. */
  readonly leavesAt: number | null;
  readonly onTakeBack: () => void;
  readonly onCopyAgain: (() => void) | null;
}) {
  const { t } = useText();
  return (
    <div data-testid="panel-copied" className="flex min-h-0 flex-1 flex-col gap-2.5 overflow-y-auto px-3 py-3">
      <div role="status" className="flex items-start gap-2.5 rounded-lg bg-accent-soft px-3 py-2.5 text-accent-ink">
        <ClipboardCheck size={18} className="mt-0.5 shrink-0" />
        <div className="min-w-0">
          <p className="text-base font-semibold">{props.title}</p>
          {props.record !== null && <p className="text-xs">{props.record}</p>}
        </div>
      </div>
      <div className="flex flex-wrap gap-1.5">
        {props.onCopyAgain !== null && <Button onClick={props.onCopyAgain}>{t('panel.copyAgain')}</Button>}
        {props.leavesAt !== null && <TakeBack leavesAt={props.leavesAt} onTakeBack={props.onTakeBack} />}
      </div>
      {props.learned.map((item) => (
        <div
          key={item.id}
          data-testid="panel-learned"
          className="flex items-start gap-2.5 rounded-lg border border-violet-line/60 bg-violet-soft px-3 py-2"
        >
          <GraduationCap size={16} className="mt-0.5 shrink-0 text-violet" />
          <div className="min-w-0 text-xs">
            <p className="font-semibold text-violet">{t('panel.learned')}</p>
            <p className="mb-1 text-ink-2">{learnedText(t, item, props.decides)}</p>
            <p className="line-clamp-2 text-ink">{item.question}</p>
            <p className="line-clamp-3 text-ink-2">{item.answer}</p>
          </div>
        </div>
      ))}
      <div
        className="prose-mail rounded-lg border border-line bg-raised px-3 py-2 text-sm text-ink-2"
        lang={props.language}
      >
        {props.reply}
      </div>
    </div>
  );
}
