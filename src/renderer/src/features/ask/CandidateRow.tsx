import type { WeighedPassage } from '#shared/model/reasoning.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Meter } from '../../ui/Meter.tsx';
import { LayerBadge } from './LayerBadge.tsx';
import { Sureness } from './Sureness.tsx';

function Bar({ label, value }: { readonly label: string; readonly value: number }) {
  return (
    <span className="inline-flex items-center gap-1">
      {label}
      <Meter value={value} label={label} tone="neutral" className="w-8" />
    </span>
  );
}

/** One passage that may answer, with what speaks for it; the whole of it opens where it is kept. */
export function CandidateRow(props: {
  readonly passage: WeighedPassage;
  readonly isTold: boolean;
  readonly onOpen: () => void;
}) {
  const { t } = useText();
  const { evidence, layer, setName, movedUp } = props.passage;
  const { place } = evidence;
  const where = [...(place?.headings ?? []), ...(place?.page ? [t('ask.page', { page: place.page })] : [])];
  return (
    <li>
      <button
        type="button"
        data-testid="ask-candidate"
        data-told={props.isTold}
        title={t(layer === 'lesson' ? 'ask.openLessons' : 'ask.open')}
        onClick={props.onOpen}
        className={classNames(
          'block w-full rounded-md border px-3 py-2 text-left hover:border-line-strong',
          props.isTold ? 'border-accent-ink/40 bg-accent-soft/40' : 'border-line bg-raised',
        )}
      >
        <span className="flex items-center gap-2">
          <span className="min-w-0 flex-1 truncate text-sm font-medium" lang={evidence.language}>
            {evidence.question || t('evidence.untitled')}
          </span>
          {props.isTold && <Badge tone="accent">{t('ask.told')}</Badge>}
          <LayerBadge layer={layer} setName={setName} />
          <Sureness confidence={evidence.confidence} />
        </span>
        <span className="mt-0.5 line-clamp-2 block text-sm text-ink-2" lang={evidence.language}>
          {evidence.answer}
        </span>
        <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-2xs text-ink-3">
          {evidence.cosine !== null && <Bar label={t('ask.meaning')} value={evidence.cosine} />}
          <Bar label={t('ask.words')} value={evidence.overlap} />
          {movedUp !== null && <Badge tone="violet">{t(`ask.moved.${movedUp}`)}</Badge>}
          {where.length > 0 && <span className="min-w-0 truncate">{where.join(' › ')}</span>}
          {place?.file && <span className="min-w-0 truncate">{place.file}</span>}
        </span>
      </button>
    </li>
  );
}
