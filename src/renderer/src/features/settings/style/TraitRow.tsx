import { Check } from 'lucide-react';
import { Fragment } from 'react';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { LearnedTrait } from '#shared/model/house-style.ts';
import { EmojiUse } from '#shared/model/store.ts';
import { useRequest } from '../../../app/queries.ts';
import { useReport } from '../../../app/use-report.ts';
import { useText } from '../../../i18n/TextProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { showToast } from '../../../ui/toast-store.ts';

const addresses = ['first', 'full', 'none', 'nin', 'ni', 'sama', 'san'] as const;

/** What guides models alone: a draft of the knowledge says what its entry says. */
const told: ReadonlySet<LearnedTrait['trait']> = new Set(['length', 'emoji', 'phrase']);
const spoken: ReadonlySet<LearnedTrait['trait']> = new Set(['phrase', 'wording']);

/** One learned thing: how it is written, how many replies show it, and whether the desk is to write so. */
export function TraitRow(props: {
  readonly storeId: string;
  readonly language: ReplyLanguage;
  readonly trait: LearnedTrait;
}) {
  const { t, format } = useText();
  const now = useNow();
  const report = useReport();
  const use = useRequest('style.use');
  const dismiss = useRequest('style.dismiss');
  const { storeId, trait } = props;
  const isBusy = use.isPending || dismiss.isPending;
  const input = { storeId, key: trait.key };
  return (
    <li
      data-testid="style-trait"
      data-trait={trait.trait}
      className="flex items-start gap-3 border-b border-line px-4 py-2.5 last:border-b-0"
    >
      <div className="w-36 shrink-0">
        <p className="text-sm">{t(`style.trait.${trait.trait}`)}</p>
        <p className="text-xs text-ink-3">{t('style.of', { replies: trait.replies, of: trait.of })}</p>
        <p className="text-xs text-ink-3">{t('style.sinceWhen', { when: format.moment(trait.since, now) })}</p>
      </div>
      <div className="min-w-0 flex-1">
        <Value language={props.language} trait={trait} />
        {!trait.isInUse && !spoken.has(trait.trait) && <Said language={props.language} trait={trait} />}
        {told.has(trait.trait) && (
          <p className="mt-0.5 text-xs text-ink-3">
            {t(trait.trait === 'phrase' ? 'style.notDrafted' : 'style.alsoAdvised')}
          </p>
        )}
        <Cases ids={trait.conversationIds} />
      </div>
      {trait.isInUse ? (
        <span className="inline-flex h-7 items-center gap-1 text-xs text-green">
          <Check size={13} />
          {t('style.inUse')}
        </span>
      ) : (
        <span className="flex gap-1.5">
          <Button
            size="small"
            data-testid="style-use"
            disabled={isBusy}
            onClick={() =>
              use.mutate(input, { onError: report, onSuccess: () => showToast({ text: t('style.taken') }) })
            }
          >
            {t('style.use')}
          </Button>
          <Button
            size="small"
            tone="quiet"
            data-testid="style-leave"
            disabled={isBusy}
            onClick={() =>
              dismiss.mutate(input, { onError: report, onSuccess: () => showToast({ text: t('style.left') }) })
            }
          >
            {t('style.leave')}
          </Button>
        </span>
      )}
    </li>
  );
}

/** What the store says there now, and since when the owner has it so. */
function Said({ language, trait }: { readonly language: ReplyLanguage; readonly trait: LearnedTrait }) {
  const { t, format } = useText();
  const now = useNow();
  const { said, editedAt } = trait;
  if (said === null) return null;
  return (
    <div
      className="mt-0.5 flex flex-wrap items-baseline gap-x-1.5 text-xs text-ink-2 [&_p]:text-xs"
      data-testid="style-said"
    >
      {trait.isChange && editedAt !== null
        ? t('style.said', { when: format.moment(editedAt, now) })
        : t('style.saysNow')}
      <Value language={language} trait={{ ...trait, value: said }} />
      {!trait.isChange && editedAt !== null && (
        <span className="text-ink-3">({t('style.editedWhen', { when: format.moment(editedAt, now) })})</span>
      )}
    </div>
  );
}

/** The first of the replies behind it. */
function Cases({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useText();
  return (
    <details className="mt-0.5 text-xs text-ink-3">
      <summary className="cursor-pointer">{t('style.cases')}</summary>
      <p className="flex flex-wrap gap-x-3 pt-1">
        {ids.map((id, i) => (
          <a key={id} className="text-accent-ink underline-offset-2 hover:underline" href={`#/inbox/answered/${id}`}>
            {t('style.case', { number: i + 1 })}
          </a>
        ))}
      </p>
    </details>
  );
}

function Value({ language, trait }: { readonly language: ReplyLanguage; readonly trait: LearnedTrait }) {
  const { t } = useText();
  const { value, instead } = trait;
  switch (trait.trait) {
    case 'length':
      return <p className="text-sm">{t('style.lengthValue', { range: value })}</p>;
    case 'emoji': {
      const often = EmojiUse.safeParse(value);
      return <p className="text-sm">{often.success ? t(`style.emoji.${often.data}`) : value}</p>;
    }
    case 'address': {
      const form = addresses.find((one) => one === value);
      return <p className="text-sm">{form === undefined ? value : t(`store.address.${form}`)}</p>;
    }
    case 'wording':
      return (
        <p className="text-sm" lang={language}>
          <del className="text-ink-3">{instead}</del> → <ins className="no-underline">{value}</ins>
        </p>
      );
    default:
      return (
        <p className="prose-mail text-sm" lang={language}>
          {value.split('{name}').map((part, i) => (
            <Fragment key={part}>
              {i > 0 && <span className="rounded bg-sunken px-1 text-ink-2">{t('style.name')}</span>}
              {part}
            </Fragment>
          ))}
        </p>
      );
  }
}
