import { Activity, CircleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { DeskStatus } from '#shared/model/desk.ts';
import type { Inbox } from '#shared/model/inbox.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { classNames } from '../ui/class-names.ts';
import { DeskStatusPanel } from './DeskStatusPanel.tsx';
import { useAnswer } from './queries.ts';

/** How the desk is, in one word: the worst of all it looks after. */
export function worstOf(status: DeskStatus | undefined, inboxes: readonly Inbox[]): 'good' | 'reduced' | 'broken' {
  if (inboxes.some((inbox) => inbox.state.phase === 'stopped') || (status?.outbox.failed ?? 0) > 0) return 'broken';
  const hasTrouble = inboxes.some((inbox) => inbox.state.problem !== null);
  return hasTrouble || status?.embedder.phase === 'absent' ? 'reduced' : 'good';
}

/** The state of the desk at the foot of the rail; opens what there is to know and to mend. */
export function DeskStatusButton() {
  const { t } = useText();
  const [isOpen, setIsOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const status = useAnswer('desk.status', {});
  const inboxes = useAnswer('inbox.list', {});
  const worst = worstOf(status.data, inboxes.data ?? []);
  const outgoing = status.data?.outbox.waiting ?? 0;

  useEffect(() => {
    if (!isOpen) return undefined;
    const onPointer = (event: PointerEvent): void => {
      if (!box.current?.contains(event.target as Node)) setIsOpen(false);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setIsOpen(false);
    };
    window.addEventListener('pointerdown', onPointer);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('pointerdown', onPointer);
      window.removeEventListener('keydown', onKey);
    };
  }, [isOpen]);

  return (
    <div ref={box} className="relative flex w-full flex-col items-center px-1.5">
      <button
        type="button"
        data-testid="desk-status"
        data-worst={worst}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className={classNames(
          'flex w-full flex-col items-center gap-0.5 rounded-lg py-1.5 text-2xs hover:bg-sunken',
          worst === 'broken' ? 'text-red' : worst === 'reduced' ? 'text-amber' : 'text-ink-2',
        )}
      >
        {worst === 'good' ? <Activity size={17} /> : <CircleAlert size={17} />}
        <span className="max-w-full truncate">{t(`desk.${worst}`)}</span>
        {outgoing > 0 && (
          <span className="numbers rounded bg-blue-soft px-1 text-2xs text-blue">
            {t('desk.outgoing', { count: outgoing })}
          </span>
        )}
      </button>
      {isOpen && status.data !== undefined && (
        <DeskStatusPanel status={status.data} inboxes={inboxes.data ?? []} onClose={() => setIsOpen(false)} />
      )}
    </div>
  );
}
