import { ChevronRight, Layers } from 'lucide-react';
import { useState } from 'react';
import { channelsText } from '../../i18n/content-text.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useNow } from '../../ui/use-now.ts';
import { ChannelChips } from '../../app/ChannelChips.tsx';
import { layerOf } from './entry-content.ts';
import { EntryPicker } from './EntryPicker.tsx';
import { ScopeChips } from '../../app/ScopeChips.tsx';
import type { EntryWork } from './use-entry-work.ts';
import { ValidityFields } from './ValidityFields.tsx';
import { ValidityNote } from '../../app/ValidityNote.tsx';

/** Where and when an entry holds: folded away while it holds everywhere and always. */
export function LimitFields(props: { readonly work: EntryWork; readonly storeId: string; readonly isNew: boolean }) {
  const { t } = useText();
  const now = useNow();
  const { work, storeId, isNew } = props;
  const { content, change } = work;
  const layer = layerOf(work.place);
  const [isPicking, setIsPicking] = useState(false);
  const { scope, channels, validity } = content;
  const isLimited = scope.length > 0 || channels.length > 0 || validity !== null;
  // What goes into a set mostly has its time.
  const [isOpen, setIsOpen] = useState(isLimited || (isNew && work.place.setId !== null));
  const timeProblem = work.problemAt('validity');
  const words = [scope.join(', '), channelsText(t, channels)].filter((part) => part !== '');
  return (
    <details
      open={isOpen || timeProblem !== null}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
      className="group rounded-lg border border-line bg-surface"
      data-testid="knowledge-limits"
    >
      <summary className="flex cursor-pointer list-none items-center gap-1.5 rounded-lg px-3 py-2 text-xs font-medium text-ink-2 select-none hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight size={13} className="shrink-0 transition-transform group-open:rotate-90" aria-hidden />
        <span className="shrink-0">{t('knowledge.limits')}</span>
        <span className="min-w-0 flex-1 truncate text-right font-normal text-ink-3 group-open:hidden">
          {!isLimited && t('knowledge.unlimited')}
          {isLimited && words.join(' · ')}
          {isLimited && words.length > 0 && validity !== null && ' · '}
          {validity !== null && <ValidityNote validity={validity} now={now} />}
        </span>
      </summary>
      <div className="flex flex-col gap-4 px-3 pt-1 pb-3">
        <ValidityFields value={validity} problem={timeProblem} onChange={(next) => change({ validity: next })} />
        <ChannelChips values={channels} onChange={(next) => change({ channels: next })} />
        <Field label={t('knowledge.scope')} hint={t('knowledge.scopeHint')}>
          {(parts) => <ScopeChips id={parts.id} values={scope} onChange={(next) => change({ scope: next })} />}
        </Field>
        {layer > 0 && content.overlaysEntryId === null && (
          <Button
            size="small"
            tone="quiet"
            className="self-start"
            icon={<Layers size={13} />}
            data-testid="knowledge-stand-over"
            onClick={() => setIsPicking(true)}
          >
            {t('knowledge.standOver')}
          </Button>
        )}
        {isPicking && (
          <EntryPicker
            storeId={storeId}
            isOfBase={layer === 1}
            title={t('knowledge.standOver')}
            onPick={(entry) => {
              setIsPicking(false);
              change({ overlaysEntryId: entry.id });
            }}
            onClose={() => setIsPicking(false)}
          />
        )}
      </div>
    </details>
  );
}
