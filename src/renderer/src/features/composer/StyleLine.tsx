import { Feather } from 'lucide-react';
import type { StyleAdvice, StyleMark } from '#shared/model/style-remark.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { offersOf } from './style-marks.ts';

const mostOffers = 3;

/** What the house style says of a reply, below it: other words at one click, and one line about the whole. */
export function StyleLine(props: {
  readonly marks: readonly StyleMark[];
  readonly advice: StyleAdvice | null;
  readonly shortcut: string;
  readonly onReplace: (marks: readonly StyleMark[]) => void;
  /** Does what the advice says, where the desk can. */
  readonly onFollow: (advice: StyleAdvice) => void;
}) {
  const { t } = useText();
  const offers = offersOf(props.marks);
  const { advice } = props;
  if (offers.length === 0 && advice === null) return null;
  const first = offers.find(({ use }) => use !== '');
  return (
    <div
      data-testid="style-line"
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line/60 px-3 py-1 text-xs text-ink-2"
    >
      <Feather size={13} className="shrink-0 text-violet" aria-label={t('style.title')} />
      {offers.slice(0, mostOffers).map((offer) =>
        offer.use === '' ? (
          <span key={offer.said} data-testid="style-avoided">
            {t('style.avoided', { said: offer.said })}
          </span>
        ) : (
          <button
            key={`${offer.said} ${offer.use}`}
            type="button"
            data-testid="style-offer"
            title={t('style.replace', { said: offer.said, use: offer.use })}
            className="flex items-center gap-1 rounded-sm px-1 hover:bg-sunken"
            onClick={() => props.onReplace(offer.marks)}
          >
            <del className="text-ink-3">{offer.said}</del>
            <span aria-hidden>→</span>
            <ins className="font-medium text-ink no-underline">{offer.use}</ins>
            {offer.marks.length > 1 && <span className="numbers text-ink-3">×{offer.marks.length}</span>}
            {offer === first && <Kbd>{props.shortcut}</Kbd>}
          </button>
        ),
      )}
      {offers.length > mostOffers && (
        <span className="text-ink-3">{t('style.moreOffers', { count: offers.length - mostOffers })}</span>
      )}
      {advice !== null && (
        <span role="status" data-testid="style-advice" data-advice={advice.kind} className="flex min-w-0 gap-2">
          <AdviceText advice={advice} />
          {(advice.kind === 'emojiNever' || advice.kind === 'greeting') && (
            <button
              type="button"
              data-testid="style-follow"
              className="shrink-0 text-accent-ink underline underline-offset-2"
              onClick={() => props.onFollow(advice)}
            >
              {t(advice.kind === 'greeting' ? 'style.addGreeting' : 'style.removeEmoji')}
            </button>
          )}
        </span>
      )}
    </div>
  );
}

function AdviceText({ advice }: { readonly advice: StyleAdvice }) {
  const { t } = useText();
  switch (advice.kind) {
    case 'emojiNever':
      return <span>{t('style.adviceEmojiNever')}</span>;
    case 'emojiOften':
      return <span>{t('style.adviceEmojiOften')}</span>;
    case 'greeting':
      return (
        <span className="min-w-0">
          {t('style.adviceGreeting', { greeting: advice.greeting.replace(/\s+/gu, ' ') })}
        </span>
      );
    case 'length':
      return <span>{t('style.adviceLength', { length: advice.length, to: advice.to })}</span>;
  }
}
