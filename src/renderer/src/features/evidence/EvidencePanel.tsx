import { Search, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Evidence } from '#shared/model/evidence.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/Field.tsx';
import type { Product } from '#shared/model/shop.ts';
import { type AskChoice, EvidenceCard } from './EvidenceCard.tsx';
import { ProductCard } from './ProductCard.tsx';

export type FoundProducts = {
  readonly items: ReadonlyArray<{ readonly product: Product; readonly answer: string }>;
  /** Why the shop could not be asked. */
  readonly trouble: string | null;
};

export type EvidencePanelProps = {
  readonly evidence: readonly Evidence[];
  readonly hasDraft: boolean;
  readonly used: ReadonlySet<number>;
  /** Indexes of what one key answers the ask at hand from, in the order of the keys. */
  readonly picks: ReadonlyArray<{ readonly evidence: number }>;
  readonly asks: readonly AskChoice[];
  readonly activeEvidence: number | null;
  readonly searchText: string;
  /** Null while nothing is searched for. */
  readonly found: readonly Evidence[] | null;
  readonly isSearching: boolean;
  /** What the shop has for the search; null while nothing is searched for, and without a shop. */
  readonly products: FoundProducts | null;
  /** Said above the list, for example that the desk searches by words alone. */
  readonly notice: ReactNode;
  /** Stands below the list and does not scroll with it. */
  readonly footer?: ReactNode;
  readonly onSearch: (text: string) => void;
  readonly onActiveEvidence: (evidence: number | null) => void;
  readonly onUse: (evidence: number, ask: number) => void;
  readonly onInsert: (text: string, entryId?: string) => void;
};

function Group(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2">
      <h2 className="px-0.5 text-xs font-semibold text-ink-2">{props.title}</h2>
      <ul className="flex flex-col gap-2">{props.children}</ul>
    </section>
  );
}

/** What the desk keeps; a shop's facts are of their moment. */
function isEntry({ kind }: Evidence): boolean {
  return kind === 'knowledge' || kind === 'learned';
}

function DraftEvidence(props: EvidencePanelProps) {
  const { t } = useText();
  const indexes = props.evidence.map((_, index) => index);
  const used = indexes.filter((index) => props.used.has(index));
  const nearest = indexes.filter((index) => !props.used.has(index));
  const card = (index: number, isUsed: boolean): ReactNode => {
    const evidence = props.evidence[index];
    const rank = props.picks.findIndex((pick) => pick.evidence === index);
    if (evidence === undefined) return null;
    return (
      <EvidenceCard
        key={`${index} ${evidence.kind} ${evidence.id}`}
        evidence={evidence}
        number={index + 1}
        isUsed={isUsed}
        isActive={props.activeEvidence === index}
        shortcut={rank >= 0 ? String(rank + 1) : undefined}
        asks={props.asks}
        onActive={(isActive) => props.onActiveEvidence(isActive ? index : null)}
        onUse={(ask) => props.onUse(index, ask)}
        onInsert={() => props.onInsert(evidence.answer, isEntry(evidence) ? evidence.id : undefined)}
      />
    );
  };
  return (
    <>
      {used.length > 0 && <Group title={t('evidence.used')}>{used.map((index) => card(index, true))}</Group>}
      {nearest.length > 0 && <Group title={t('evidence.nearest')}>{nearest.map((index) => card(index, false))}</Group>}
      {props.evidence.length === 0 && (
        <p className="px-0.5 text-sm text-ink-3">{t(props.hasDraft ? 'evidence.none' : 'evidence.noDraft')}</p>
      )}
    </>
  );
}

const productsShown = 3;

function ProductResults(props: { readonly found: FoundProducts; readonly onInsert: (text: string) => void }) {
  const { t } = useText();
  const { items, trouble } = props.found;
  return (
    <>
      {trouble !== null && <p className="rounded-md bg-amber-soft px-2 py-1 text-xs text-amber">{trouble}</p>}
      {items.length > 0 && (
        <Group title={t('product.found', { count: items.length })}>
          {items.slice(0, productsShown).map(({ product, answer }) => (
            <ProductCard key={product.id} product={product} answer={answer} onInsert={() => props.onInsert(answer)} />
          ))}
        </Group>
      )}
    </>
  );
}

/** What the desk knows for this conversation: what the draft stands on, what comes near, and a search for the rest. */
export function EvidencePanel(props: EvidencePanelProps) {
  const { t } = useText();
  return (
    <aside
      aria-label={t('evidence.title')}
      data-testid="evidence-list"
      className="flex h-full min-h-0 flex-col bg-canvas"
    >
      <div className="relative shrink-0 border-b border-line p-2.5">
        <Search size={14} className="pointer-events-none absolute top-1/2 left-5 -translate-y-1/2 text-ink-3" />
        <TextInput
          type="search"
          data-testid="evidence-search"
          aria-label={t('evidence.search')}
          placeholder={t('evidence.search')}
          value={props.searchText}
          onChange={(event) => props.onSearch(event.target.value)}
          className="px-8 [&::-webkit-search-cancel-button]:hidden"
        />
        {props.searchText !== '' && (
          <IconButton
            label={t('action.clear')}
            icon={<X size={14} />}
            onClick={() => props.onSearch('')}
            className="absolute top-1/2 right-3.5 size-6 -translate-y-1/2"
          />
        )}
      </div>
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-2.5">
        {props.notice}
        {props.products !== null && <ProductResults found={props.products} onInsert={props.onInsert} />}
        {props.found === null ? (
          <DraftEvidence {...props} />
        ) : (
          <Group title={t(props.isSearching ? 'evidence.searching' : 'evidence.found', { count: props.found.length })}>
            {props.found.map((evidence) => (
              <EvidenceCard
                key={`${evidence.kind}-${evidence.id}`}
                evidence={evidence}
                number={null}
                isUsed={false}
                isActive={false}
                asks={[]}
                onActive={() => undefined}
                onUse={null}
                onInsert={() => props.onInsert(evidence.answer, isEntry(evidence) ? evidence.id : undefined)}
              />
            ))}
          </Group>
        )}
      </div>
      {props.footer}
    </aside>
  );
}
