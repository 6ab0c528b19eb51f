import type { SourceChange } from '#shared/model/source.ts';
import { placeParts } from '../../i18n/content-text.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { WordDiff } from '../../ui/WordDiff.tsx';
import { classNames } from '../../ui/class-names.ts';
import { changedFields } from '../../i18n/changed-fields.ts';
import { isTakenKind } from './choice.ts';

export const changeTones: Record<SourceChange['change'], Tone> = {
  added: 'accent',
  changed: 'blue',
  gone: 'amber',
  unchanged: 'neutral',
  merged: 'violet',
  refused: 'red',
};

function Reason({ change }: { readonly change: SourceChange }) {
  const { t } = useText();
  switch (change.reason) {
    case null:
      return null;
    case 'edited_here':
    case 'retired_here':
    case 'to_look_at':
    case 'mostly_gone':
      return <Badge tone="amber">{t(`changeReason.${change.reason}`)}</Badge>;
    default:
      return <span className="text-xs text-ink-2">{t(`importReason.${change.reason}`)}</span>;
  }
}

/** Where it stands: file, then page or row, then the headings above it where they are not its title already. */
function PlaceLine({ change, title }: { readonly change: SourceChange; readonly title: string }) {
  const { t } = useText();
  const { file, place } = change;
  const headings = place.headings.join(' › ') === title ? [] : place.headings;
  return (
    <span className="min-w-0 truncate text-xs text-ink-3">
      {placeParts(t, { ...place, file, headings }).join(' · ')}
    </span>
  );
}

function Body({ change, isOpen }: { readonly change: SourceChange; readonly isOpen: boolean }) {
  const words = useText();
  const { t } = words;
  const { before, after } = change;
  const clamp = isOpen ? '' : 'line-clamp-4';
  if (change.change === 'changed' && before !== null && after !== null) {
    return (
      <div className={clamp}>
        {before.question !== after.question && (
          <WordDiff before={before.question} after={after.question} lang={after.language} />
        )}
        {before.answer !== after.answer && (
          <WordDiff before={before.answer} after={after.answer} lang={after.language} />
        )}
        {changedFields(before, after, words).map(({ field, before: was, after: is }) => (
          <div key={field} className="mt-1 flex gap-2 text-xs text-ink-2">
            <span className="shrink-0">{t(`knowledge.field.${field}`)}</span>
            <WordDiff before={was} after={is} />
          </div>
        ))}
      </div>
    );
  }
  const content = after ?? before;
  if (content === null) return null;
  return (
    <p
      lang={content.language}
      className={classNames(
        'prose-mail text-sm',
        isOpen ? '' : 'line-clamp-2',
        change.change === 'gone' ? 'text-ink-3 line-through decoration-ink-3/50' : 'text-ink-2',
      )}
    >
      {content.answer}
    </p>
  );
}

/** One line of a plan: what would become of an entry, word by word where it changes. */
export function ChangeLine(props: {
  readonly change: SourceChange;
  readonly isTaken: boolean;
  /** The line the keyboard is on; it shows everything. */
  readonly isActive: boolean;
  readonly onFlip: () => void;
}) {
  const { t } = useText();
  const { change } = props;
  const title = (change.after ?? change.before)?.question || change.excerpt;
  return (
    <div className="flex items-start gap-3 px-4 py-2.5">
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={t('plan.takeOne', { what: title })}
        checked={props.isTaken}
        disabled={!isTakenKind(change.change)}
        onChange={props.onFlip}
        className={classNames('mt-1 size-4 shrink-0 accent-accent', !isTakenKind(change.change) && 'invisible')}
      />
      <div className={classNames('flex min-w-0 flex-1 flex-col gap-1', !props.isTaken && 'opacity-80')}>
        <div className="flex items-center gap-2">
          <Badge tone={changeTones[change.change]} className="shrink-0">
            {t(`plan.${change.change}`)}
          </Badge>
          <span
            lang={(change.after ?? change.before)?.language}
            className={classNames('min-w-0 font-medium', !props.isActive && 'truncate')}
          >
            {title}
          </span>
          <Reason change={change} />
        </div>
        <Body change={change} isOpen={props.isActive} />
        <PlaceLine change={change} title={title} />
      </div>
    </div>
  );
}
