import { Feather } from 'lucide-react';
import type { StylePart, StyleSheet } from '#shared/model/house-style.ts';
import { type Store, noHouseStyle } from '#shared/model/store.ts';
import { useAnswer } from '../../../app/queries.ts';
import { useText } from '../../../i18n/TextProvider.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { changesOf } from './changes.ts';
import { HouseForm } from './HouseForm.tsx';
import { TraitRow } from './TraitRow.tsx';

/** How a store's people write, as learned from what they sent, and what its owner says of it. */
export function StyleSection({ store }: { readonly store: Store }) {
  const { t } = useText();
  const { data: sheet } = useAnswer('style.sheet', { storeId: store.id });
  return (
    <section className="flex max-w-3xl flex-col gap-5" data-testid="house-style">
      <header>
        <h2 className="text-lg font-semibold">{t('style.title')}</h2>
        <p className="text-xs text-ink-3">{t('style.text')}</p>
      </header>
      {sheet !== undefined && <Changes storeId={store.id} parts={sheet.parts} />}
      {sheet !== undefined && <Sheet storeId={store.id} sheet={sheet} />}
      <HouseForm
        key={store.version}
        storeId={store.id}
        language={store.settings.language}
        house={store.settings.house ?? noHouseStyle}
      />
    </section>
  );
}

function Sheet({ storeId, sheet }: { readonly storeId: string; readonly sheet: StyleSheet }) {
  const { t } = useText();
  if (sheet.parts.length === 0) {
    return (
      <EmptyState
        icon={<Feather size={26} />}
        title={t('style.empty')}
        text={t('style.emptyText', { count: sheet.leastReplies })}
      />
    );
  }
  return sheet.parts.map((part) => <Part key={`${part.language}/${part.place}`} storeId={storeId} part={part} />);
}

function Part({ storeId, part }: { readonly storeId: string; readonly part: StylePart }) {
  const { t, format } = useText();
  const now = useNow();
  return (
    <article data-testid="style-part" className="rounded-xl border border-line bg-raised">
      <header className="flex items-baseline gap-2 border-b border-line px-4 py-2.5">
        <h3 className="text-sm font-semibold">
          {t(`language.${part.language}`)} · {t(`store.place.${part.place}`)}
        </h3>
        <span className="text-xs text-ink-3">{t('style.from', { count: part.replies })}</span>
        <span className="text-xs text-ink-3">{t('style.sinceWhen', { when: format.moment(part.since, now) })}</span>
        {part.people > 1 && <span className="text-xs text-ink-3">{t('style.byPeople', { count: part.people })}</span>}
      </header>
      <ul>
        {part.traits
          .filter(({ isChange }) => !isChange)
          .map((trait) => (
            <TraitRow key={trait.key} storeId={storeId} language={part.language} trait={trait} />
          ))}
      </ul>
    </article>
  );
}

/** What most replies do otherwise since the owner last said how: proposed, never done. */
function Changes({ storeId, parts }: { readonly storeId: string; readonly parts: readonly StylePart[] }) {
  const { t } = useText();
  const changed = changesOf(parts);
  if (changed.length === 0) return null;
  return (
    <article data-testid="style-changes" className="rounded-xl border border-violet-line bg-raised">
      <header className="border-b border-line px-4 py-2.5">
        <h3 className="text-sm font-semibold">{t('style.changes')}</h3>
        <p className="text-xs text-ink-3">{t('style.changesText')}</p>
      </header>
      {changed.map(({ part, traits }) => (
        <section key={`${part.language}/${part.place}`}>
          <h4 className="px-4 pt-2 text-xs font-medium text-ink-2">
            {t(`language.${part.language}`)} · {t(`store.place.${part.place}`)}
          </h4>
          <ul>
            {traits.map((trait) => (
              <TraitRow key={trait.key} storeId={storeId} language={part.language} trait={trait} />
            ))}
          </ul>
        </section>
      ))}
    </article>
  );
}
