import { useEffect, useState } from 'react';
import { problemOf } from '#shared/errors.ts';
import type { KnowledgeContent, KnowledgeEntry, KnowledgePlace } from '#shared/model/knowledge.ts';
import { useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { type Beginning, contentOf, contentToSave, emptyContent, isComplete, isSameContent } from './entry-content.ts';
import { keepUnsaved, unsavedOf } from './unsaved.ts';

type Field = 'validity' | 'overlaysEntryId';

/** An entry being written: what is entered, whether it can be saved, and what was wrong with it. */
export function useEntryWork(input: {
  readonly storeId: string;
  readonly entry: KnowledgeEntry | null;
  readonly beginning: Beginning;
  readonly onSaved: (entry: KnowledgeEntry) => void;
}) {
  const { t, language } = useText();
  const report = useReport();
  const save = useRequest('knowledge.save');
  const { storeId, entry } = input;
  // What it began with stays, whatever is learned meanwhile.
  const [beginning] = useState(input.beginning);
  const key = entry?.id ?? `new ${JSON.stringify([storeId, beginning])}`;
  const [known] = useState(() => unsavedOf(key));
  const [shown, setShown] = useState(known?.shown ?? entry);
  const first = shown === null ? { ...emptyContent(language), ...beginning.content } : contentOf(shown);
  const [content, setContent] = useState(known?.content ?? first);
  const [place, setPlace] = useState<KnowledgePlace>(known?.place ?? entry ?? beginning.place);
  const [why, setWhy] = useState(known?.why ?? '');
  const isChanged = !isSameContent(content, first);
  // Words that another place left are worth saving as they are; a copy of what it stands over is not.
  const isWrittenElsewhere = entry === null && first.overlaysEntryId === null;

  // What was just saved here may not have come back yet.
  const newer = entry !== null && entry.version > (shown?.version ?? 0) ? entry : null;

  // A version written elsewhere is shown, unless something here would be lost.
  if (newer !== null && !isChanged) {
    setShown(newer);
    setContent(contentOf(newer));
  }

  useEffect(() => {
    keepUnsaved(key, isChanged ? { content, place, why, shown } : null);
  }, [key, isChanged, content, place, why, shown]);

  const problem = save.error === null ? null : problemOf(save.error);
  const fieldAtFault = problem?.code === 'invalid_input' ? problem.detail['field'] : undefined;

  function submit(): void {
    const isNew = entry === null;
    save.mutate(
      {
        storeId,
        entryId: entry?.id ?? null,
        content: contentToSave(content),
        // Where a newer version is known the person was told of it; one they cannot know of is not written over.
        ...(shown === null ? {} : { fromVersionId: (newer ?? shown).versionId }),
        ...(isNew ? { place: { storeId: place.storeId, setId: place.setId } } : {}),
        ...(why.trim() === '' ? {} : { why: why.trim() }),
      },
      {
        onError: (error) => {
          const { code, detail } = problemOf(error);
          const isWorded = detail['field'] === 'validity' || detail['field'] === 'overlaysEntryId';
          if (code !== 'invalid_input' || !isWorded) report(error);
        },
        onSuccess: (saved) => {
          keepUnsaved(key, null);
          setShown(saved);
          setContent(contentOf(saved));
          setWhy('');
          input.onSaved(saved);
        },
      },
    );
  }

  return {
    content,
    place,
    shownVersionId: shown?.versionId ?? null,
    why,
    setWhy,
    setPlace,
    isChanged,
    /** A newer version was written elsewhere while this one was being changed. */
    isOutrun: newer !== null && isChanged,
    canSave: isComplete(content) && (isChanged || isWrittenElsewhere) && !save.isPending,
    change: (part: Partial<KnowledgeContent>): void => {
      if (save.error !== null) save.reset();
      setContent({ ...content, ...part });
    },
    undo: (): void => {
      setShown(newer ?? shown);
      setContent(newer === null ? first : contentOf(newer));
      setWhy('');
    },
    problemAt: (field: Field): string | null => (fieldAtFault === field ? t(`knowledge.problem.${field}`) : null),
    submit,
  };
}

export type EntryWork = ReturnType<typeof useEntryWork>;
