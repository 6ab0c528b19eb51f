import { useRef } from 'react';
import type { RequestInput } from '#shared/contract/index.ts';
import type { KnowledgePlace } from '#shared/model/knowledge.ts';
import { useBackend } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { type GivenFiles, bytesOf } from './given-files.ts';

type NewSource = RequestInput<'source.add'>['settings'];

/** Adds sources and reads them. What a reading finds waits with its source until it is looked at. */
export function useBring(onOpen: (sourceId: string) => void) {
  const backend = useBackend();
  const report = useReport();
  const { t } = useText();
  const underWay = useRef(new Set<string>());

  /** Files of a source that is given by its bytes. */
  function read(sourceId: string, given: GivenFiles | null): void {
    onOpen(sourceId);
    // A second click is no second reading.
    if (underWay.current.has(sourceId)) return;
    underWay.current.add(sourceId);
    if (given !== null && given.left > 0) showToast({ tone: 'bad', text: t('sources.leftOut', { count: given.left }) });
    const files = given === null ? Promise.resolve(null) : bytesOf(given);
    void files
      .then((bytes) => backend.call('source.read', { sourceId, ...(bytes === null ? {} : { files: bytes }) }))
      .catch(report)
      .finally(() => underWay.current.delete(sourceId));
  }

  function add(place: KnowledgePlace, name: string, settings: NewSource, given: GivenFiles | null = null): void {
    void backend.call('source.add', { place, name: name.slice(0, 200), settings }).then((source) => {
      read(source.id, given);
    }, report);
  }

  return {
    read,
    add,
    /** `given` null: nothing of what a person has dropped can be read. */
    give(place: KnowledgePlace, given: GivenFiles | null): void {
      if (given === null) showToast({ tone: 'bad', text: t('sources.nothingReadable') });
      else add(place, given.name, { kind: 'given' }, given);
    },
    /** Lets the person choose in the system's window, then adds it. */
    choose(place: KnowledgePlace, what: 'file' | 'folder'): void {
      void backend.call('source.choose', { what }).then((chosen) => {
        if (chosen !== null) add(place, chosen.name, { kind: 'chosen', choiceId: chosen.choiceId });
      }, report);
    },
  };
}

export type Bring = ReturnType<typeof useBring>;
