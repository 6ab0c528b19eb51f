import { useState } from 'react';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import { usePages } from '../../app/queries.ts';
import { useDebounced } from '../../app/use-debounced.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { usePlaces } from './place-words.ts';

/** Finds one of the answers that are there: of the base and the store's own. */
export function EntryPicker(props: {
  readonly storeId: string;
  /** Of the base alone; else the store's own as well. */
  readonly isOfBase?: boolean;
  readonly title: string;
  readonly onPick: (entry: KnowledgeEntry) => void;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const places = usePlaces();
  const [text, setText] = useState('');
  const asked = useDebounced(text.trim(), 150);
  const found = usePages('knowledge.list', {
    storeId: props.storeId,
    ...(props.isOfBase === true ? { layer: 'base' as const } : { setId: null }),
    ...(asked === '' ? {} : { text: asked }),
  });
  return (
    <Dialog title={props.title} closeLabel={t('action.close')} onClose={props.onClose} testId="entry-picker">
      <TextInput
        data-first-focus
        type="search"
        aria-label={t('knowledge.search')}
        placeholder={t('knowledge.search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          const first = found.items[0];
          if (asked === text.trim() && !found.isOfBefore && first !== undefined) props.onPick(first);
        }}
      />
      <ul className="mt-3 flex min-h-64 flex-col gap-1" aria-label={t('knowledge.section.entries')}>
        {found.items.slice(0, 50).map((entry) => (
          <li key={entry.id}>
            <button
              type="button"
              data-testid="entry-pick"
              onClick={() => props.onPick(entry)}
              className="w-full rounded-lg border border-transparent px-3 py-2 text-left hover:border-line hover:bg-raised"
            >
              <span className="flex items-baseline gap-2">
                <span lang={entry.language} className="min-w-0 flex-1 truncate font-medium">
                  {entry.question || t('evidence.untitled')}
                </span>
                <span className="shrink-0 text-xs text-ink-3">{places.nameOf(entry)}</span>
              </span>
              <span lang={entry.language} className="line-clamp-1 text-sm text-ink-2">
                {entry.answer}
              </span>
            </button>
          </li>
        ))}
        {found.items.length === 0 && !found.isPending && (
          <li className="py-8 text-center text-sm text-ink-3">{t('knowledge.nothingFound')}</li>
        )}
      </ul>
    </Dialog>
  );
}
