import type { RequestName } from '#shared/contract/index.ts';
import type { SupposedChange } from '#shared/model/replay.ts';
import type { Store } from '#shared/model/store.ts';
import { AskPage } from '../features/ask/AskPage.tsx';
import { ReplayButton } from '../features/ask/ReplayButton.tsx';
import { GapsPage } from '../features/gaps/GapsPage.tsx';
import { HealthPage } from '../features/health/HealthPage.tsx';
import { KnowledgePage } from '../features/knowledge/KnowledgePage.tsx';
import { MacrosPage } from '../features/macros/MacrosPage.tsx';
import { SetHead } from '../features/sets/SetHead.tsx';
import { SetsPage } from '../features/sets/SetsPage.tsx';
import { FileDrop } from '../features/sources/FileDrop.tsx';
import { SourcesPage } from '../features/sources/SourcesPage.tsx';
import { type GivenFiles, pickedFiles } from '../features/sources/given-files.ts';
import { useBring } from '../features/sources/use-bring.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { offerNewEntry } from './new-entry.ts';
import { useMay } from './presence.ts';
import { sendKeys } from './platform.ts';
import { useOpenConversation } from './use-open-conversation.ts';
import { type KnowledgeSection, knowledgeSections, useRoute } from './routes.ts';

type OnFiles = (given: GivenFiles | null) => void;

/** What each section is for: whoever may never ask that does not see it. */
const askedBy: Readonly<Record<KnowledgeSection, RequestName>> = {
  entries: 'knowledge.list',
  macros: 'macro.list',
  sources: 'source.list',
  sets: 'set.switch',
  health: 'health.list',
  missing: 'gap.list',
  ask: 'ask.ask',
};

type Props = {
  readonly store: Store;
  readonly stores: readonly Store[];
  readonly section: KnowledgeSection;
  readonly chosenId: string | null;
  /** Of a set that is chosen: its entry that is open. */
  readonly entryId: string | null;
};

function Section({ store, stores, section, chosenId, entryId, onFiles }: Props & { readonly onFiles: OnFiles }) {
  const [, go] = useRoute();
  const openConversation = useOpenConversation();
  const choose = (id: string | null): void => go({ place: 'knowledge', section, id });
  const replay = (changes: readonly SupposedChange[]) => (
    <ReplayButton
      storeId={store.id}
      changes={[...changes]}
      onOpenConversation={openConversation}
      onOpenEntry={(id) => go({ place: 'knowledge', section: 'entries', id })}
    />
  );
  switch (section) {
    case 'sets':
      if (chosenId === null) return <SetsPage store={store} stores={stores} onOpen={choose} replay={replay} />;
      return (
        <KnowledgePage
          key={chosenId}
          store={store}
          setId={chosenId}
          head={<SetHead setId={chosenId} store={store} onBack={() => choose(null)} />}
          chosenId={entryId}
          onChoose={(id) => go({ place: 'knowledge', section, id: chosenId, ...(id === null ? {} : { entryId: id }) })}
          replay={replay}
        />
      );
    case 'macros':
      return <MacrosPage store={store} stores={stores} chosenId={chosenId} onChoose={choose} />;
    case 'health':
      return <HealthPage storeId={store.id} onOpenEntry={(id) => go({ place: 'knowledge', section: 'entries', id })} />;
    case 'ask':
      return (
        <AskPage
          storeId={store.id}
          sendKeys={sendKeys}
          onOpenEntry={(id) => go({ place: 'knowledge', section: 'entries', id })}
          onOpenLessons={() => go({ place: 'learned', section: 'waiting', id: null })}
        />
      );
    case 'missing':
      return (
        <GapsPage
          storeId={store.id}
          onWrite={(content) => {
            offerNewEntry(content);
            go({ place: 'knowledge', section: 'entries', id: 'new' });
          }}
          onOpenConversation={openConversation}
        />
      );
    case 'sources':
      return <SourcesPage store={store} chosenId={chosenId} onChoose={choose} replay={replay} />;
    default:
      return (
        <KnowledgePage
          store={store}
          chosenId={chosenId}
          onChoose={choose}
          onImport={(files) => onFiles(pickedFiles(files))}
          replay={replay}
        />
      );
  }
}

/** Everything the store's agents can answer from, where it comes from, and how it is. */
export function KnowledgePlace(props: Props) {
  const { t } = useText();
  const [, go] = useRoute();
  const bring = useBring((id) => go({ place: 'knowledge', section: 'sources', id }));
  // What is dropped on a set goes into it.
  const setId = props.section === 'sets' ? props.chosenId : null;
  const place = { storeId: setId === null ? props.store.id : null, setId };
  const give: OnFiles = (given) => bring.give(place, given);
  const may = useMay();
  const offered = knowledgeSections.filter((each) => may(askedBy[each]));
  const section = offered.find((each) => each === props.section) ?? 'entries';
  return (
    <div className="flex min-w-0 flex-1 flex-col bg-surface">
      <header className="flex items-center gap-4 border-b border-line px-5 py-2">
        <h1 className="text-lg font-semibold">{t('nav.knowledge')}</h1>
        <Tabs
          label={t('knowledge.sections')}
          testId="knowledge-sections"
          value={section}
          onChange={(section) => go({ place: 'knowledge', section, id: null })}
          tabs={offered.map((id) => ({ id, label: t(`knowledge.section.${id}`) }))}
        />
      </header>
      <div className="flex min-h-0 flex-1">
        {may('source.add') ? (
          <FileDrop onFiles={give}>
            <Section {...props} section={section} onFiles={give} />
          </FileDrop>
        ) : (
          <Section {...props} section={section} onFiles={give} />
        )}
      </div>
    </div>
  );
}
