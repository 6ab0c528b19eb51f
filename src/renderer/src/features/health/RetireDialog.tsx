import { useState } from 'react';
import type { Finding } from '#shared/model/finding.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';

/** Takes one entry of a finding out of use, with a reason; of two a person says which one stays. */
export function RetireDialog(props: {
  readonly finding: Finding;
  readonly isBusy: boolean;
  readonly onRetire: (entryId: string, why: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { entries, kind } = props.finding;
  const newest = entries.toSorted((a, b) => b.updatedAt - a.updatedAt)[0];
  const [keptId, setKeptId] = useState(newest?.id ?? '');
  const isPair = entries.length === 2;
  const kept = entries.find((entry) => entry.id === keptId);
  const [typed, setTyped] = useState<string | null>(null);
  const why =
    typed ??
    (isPair
      ? t('health.whySame', { question: (kept?.question || kept?.answer || '').slice(0, 120) })
      : t(`health.kind.${kind}`));
  const goes = isPair ? entries.find((entry) => entry.id !== keptId) : entries[0];
  return (
    <Dialog
      title={t(isPair ? 'health.mergeTitle' : 'health.retireTitle')}
      closeLabel={t('action.close')}
      onClose={props.onClose}
      size={isPair ? 'wide' : 'normal'}
      testId="retire-dialog"
      footer={
        <>
          <Button onClick={props.onClose}>{t('action.cancel')}</Button>
          <Button
            tone="primary"
            disabled={props.isBusy || goes === undefined}
            data-testid="retire-confirm"
            onClick={() => goes !== undefined && props.onRetire(goes.id, why.trim())}
          >
            {t(isPair ? 'health.mergeDo' : 'health.retire')}
          </Button>
        </>
      }
    >
      <div
        className="flex flex-col gap-4"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || props.isBusy || goes === undefined) return;
          event.preventDefault();
          props.onRetire(goes.id, why.trim());
        }}
      >
        <p className="text-sm text-ink-2">{t(isPair ? 'health.mergeText' : 'health.retireText')}</p>
        <div role={isPair ? 'radiogroup' : undefined} aria-label={t('health.keep')} className="flex gap-3">
          {entries.map((entry) => (
            <label
              key={entry.id}
              className={classNames(
                'flex min-w-0 flex-1 gap-3 rounded-xl border p-3',
                isPair && entry.id === keptId ? 'border-accent bg-accent-soft' : 'border-line',
              )}
            >
              {isPair && (
                <input
                  type="radio"
                  name="kept"
                  className="mt-1 size-3.5 shrink-0"
                  data-first-focus={entry.id === keptId ? '' : undefined}
                  checked={entry.id === keptId}
                  onChange={() => setKeptId(entry.id)}
                />
              )}
              <span className="min-w-0" lang={entry.language}>
                <span className="block text-sm font-semibold">{entry.question}</span>
                <span className="mt-1 line-clamp-6 block text-sm whitespace-pre-wrap">{entry.answer}</span>
                {isPair && (
                  <span className="mt-2 block text-xs text-ink-3">
                    {t(entry.id === keptId ? 'health.stays' : 'health.goes')}
                  </span>
                )}
              </span>
            </label>
          ))}
        </div>
        <Field label={t('health.why')}>
          {(parts) => (
            <TextInput {...parts} value={why} maxLength={1000} onChange={(event) => setTyped(event.target.value)} />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
