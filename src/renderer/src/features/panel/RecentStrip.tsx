import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';

export type RecentConversation = { readonly id: string; readonly label: string; readonly waits: boolean };

/** The copied conversations of late, one key each, and where the next copy goes. */
export function RecentStrip(props: {
  readonly recent: readonly RecentConversation[];
  readonly chosenId: string | null;
  readonly keeps: boolean;
  /** How the command key is written here: `Ctrl` or `⌘`. */
  readonly commandKey: string;
  readonly onChoose: (id: string) => void;
  readonly onKeep: (keeps: boolean) => void;
}) {
  const { t } = useText();
  return (
    <div className="flex shrink-0 flex-col gap-1.5 border-b border-line px-3 pb-2">
      <div
        role="radiogroup"
        aria-label={t('panel.nextCopy')}
        title={`${props.commandKey} K`}
        className="flex items-center gap-1.5 text-xs"
      >
        <span className="shrink-0 text-ink-3">{t('panel.nextCopy')}</span>
        <span className="inline-flex rounded-md bg-sunken p-0.5">
          {[false, true].map((keeps) => (
            <button
              key={String(keeps)}
              type="button"
              role="radio"
              aria-checked={keeps === props.keeps}
              data-testid={keeps ? 'panel-next-here' : 'panel-next-new'}
              disabled={keeps && props.chosenId === null}
              onClick={() => props.onKeep(keeps)}
              className={classNames(
                'h-5 rounded-[5px] px-2 whitespace-nowrap disabled:opacity-50',
                keeps === props.keeps ? 'bg-raised font-medium text-ink shadow-sm' : 'text-ink-2 hover:text-ink',
              )}
            >
              {t(keeps ? 'panel.nextHere' : 'panel.nextNew')}
            </button>
          ))}
        </span>
      </div>
      {props.recent.length > 1 && (
        <ul aria-label={t('panel.recent')} className="-mx-1 flex gap-1 overflow-x-auto px-1 [scrollbar-width:none]">
          {props.recent.map(({ id, label, waits }, index) => (
            <li key={id} className="min-w-0 shrink-0">
              <button
                type="button"
                data-testid="panel-recent"
                data-conversation-id={id}
                aria-current={id === props.chosenId}
                title={`${label} (${props.commandKey} ${index + 1})`}
                onClick={() => props.onChoose(id)}
                className={classNames(
                  'inline-flex h-6 max-w-32 items-center gap-1.5 rounded-md border px-1.5 text-xs',
                  id === props.chosenId
                    ? 'border-accent-line bg-accent-soft text-accent-ink'
                    : 'border-line bg-raised text-ink-2 hover:border-line-strong hover:text-ink',
                )}
              >
                <span className="numbers text-2xs opacity-70">{index + 1}</span>
                <span className="truncate">{label}</span>
                {waits && (
                  <span
                    role="img"
                    aria-label={t('panel.waits')}
                    className="size-1.5 shrink-0 rounded-full bg-amber-line"
                  />
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
