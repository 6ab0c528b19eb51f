import { History, TextSearch } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Draft } from '#shared/model/draft.ts';
import { PastDrafts } from '../features/ask/PastDrafts.tsx';
import { EvidencePanel } from '../features/evidence/EvidencePanel.tsx';
import { candidatesFor, nearestOf } from '../features/composer/nearest.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { shopProblemText } from '../i18n/fact-text.ts';
import { Button } from '../ui/Button.tsx';
import { useAnswer } from './queries.ts';
import { useDebounced } from './use-debounced.ts';
import { useHasKnowledge } from './use-has-knowledge.ts';

/** The evidence column of one conversation, with its search. */
export function ConversationEvidence(props: {
  readonly conversationId: string;
  readonly storeId: string;
  readonly draft: Draft | null;
  /** The ask that one key answers. */
  readonly atHand: number | null;
  readonly activeEvidence: number | null;
  readonly onActiveEvidence: (evidence: number | null) => void;
  readonly onUse: (evidence: number, ask: number) => void;
  readonly onInsert: (text: string, entryId?: string) => void;
}) {
  const { t } = useText();
  const [searchText, setSearchText] = useState('');
  const [isPastOpen, setIsPastOpen] = useState(false);
  const wanted = useDebounced(searchText.trim(), 180);
  const status = useAnswer('desk.status', {});
  const hasKnowledge = useHasKnowledge(props.storeId);
  const search = useAnswer(
    'conversation.findEvidence',
    { storeId: props.storeId, text: wanted },
    { isEnabled: wanted !== '', keepsLast: true },
  );
  const shop = useAnswer('shop.get', { storeId: props.storeId });
  const products = useAnswer(
    'shop.findProducts',
    { conversationId: props.conversationId, text: wanted.slice(0, 200) },
    { isEnabled: wanted.length > 1 && shop.data !== undefined && shop.data !== null, keepsLast: true },
  );
  const { draft } = props;
  const used = useMemo(() => {
    const nearest = new Set(draft === null ? [] : nearestOf(draft));
    return new Set((draft?.evidence ?? []).map((_, index) => index).filter((index) => !nearest.has(index)));
  }, [draft]);
  const asks = useMemo(() => {
    const all = (draft?.asks ?? []).map((ask, index) => ({
      ask: index,
      text: ask.text,
      isOpen: ask.evidence === null,
    }));
    const open = all.filter((ask) => ask.isOpen);
    return open.length > 0 ? open : all;
  }, [draft]);
  const picks = draft === null || props.atHand === null ? [] : candidatesFor(draft, props.atHand);
  const isWordsOnly = status.data?.embedder.phase === 'absent';

  return (
    <EvidencePanel
      evidence={draft?.evidence ?? []}
      hasDraft={draft !== null}
      used={used}
      picks={picks}
      asks={asks}
      activeEvidence={props.activeEvidence}
      searchText={searchText}
      found={wanted === '' ? null : (search.data ?? [])}
      isSearching={search.isFetching}
      products={
        wanted === '' || !shop.data || products.data === undefined
          ? null
          : {
              items: products.data.items,
              trouble: products.data.problem === null ? null : shopProblemText(t, products.data.problem).what,
            }
      }
      notice={
        hasKnowledge === false ? (
          <p className="rounded-md bg-amber-soft px-2.5 py-2 text-xs text-amber">
            {t('evidence.noKnowledge')}{' '}
            <a href="#/knowledge" className="underline underline-offset-2">
              {t('evidence.addKnowledge')}
            </a>
          </p>
        ) : isWordsOnly ? (
          <p className="flex items-center gap-1.5 rounded-md bg-amber-soft px-2 py-1 text-xs text-amber">
            <TextSearch size={13} className="shrink-0" />
            {t('evidence.wordsOnly')}
          </p>
        ) : null
      }
      footer={
        draft !== null && (
          <footer className="shrink-0 border-t border-line p-1.5">
            <Button
              size="small"
              tone="quiet"
              icon={<History size={13} />}
              data-testid="past-drafts-open"
              onClick={() => setIsPastOpen(true)}
            >
              {t('pastDrafts.title')}
            </Button>
            {isPastOpen && <PastDrafts conversationId={props.conversationId} onClose={() => setIsPastOpen(false)} />}
          </footer>
        )
      }
      onSearch={setSearchText}
      onActiveEvidence={props.onActiveEvidence}
      onUse={props.onUse}
      onInsert={props.onInsert}
    />
  );
}
