import type { LessonEffect } from '#shared/model/lesson-review.ts';
import { useAnswer } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Formats } from '../../i18n/formats.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useNow } from '../../ui/use-now.ts';
import { OpenLine } from './LessonDetail.tsx';
import { isFew } from './lesson-words.ts';

const casesShown = 8;

/** What became of the drafts it was in, in one line. */
function usedText(t: Translate, { use }: LessonEffect): string {
  if (use.drafts === 0) return t('lessons.effect.unused');
  const { drafts, accepted, edited, editedAway, discarded } = use;
  return [
    t('lessons.effect.drafts', { count: drafts }),
    ...(accepted > 0 ? [t('lessons.effect.accepted', { count: accepted })] : []),
    ...(edited > 0 ? [t('lessons.effect.edited', { count: edited })] : []),
    ...(editedAway > 0 ? [t('lessons.effect.editedAway', { count: editedAway })] : []),
    ...(discarded > 0 ? [t('lessons.effect.discarded', { count: discarded })] : []),
  ].join(' · ');
}

function keptText(t: Translate, format: Formats, { before, after }: LessonEffect): string {
  const share = ({ keptShare }: LessonEffect['before']): string =>
    keptShare === null ? t('lessons.effect.none') : format.percent(keptShare);
  return t('lessons.effect.kept', { before: share(before), after: share(after) });
}

/** The same in a list: asked for only where it is in view. */
export function EffectLine({ itemId }: { readonly itemId: string }) {
  const { t, format } = useText();
  const effect = useAnswer('lesson.effect', { itemId });
  if (effect.data === undefined) return <span className="text-xs text-ink-3">…</span>;
  const { before, after } = effect.data;
  return (
    <span className="text-xs text-ink-2" data-testid="lesson-effect">
      {usedText(t, effect.data)}
      {before.keptShare !== null && after.keptShare !== null && (
        <span className="text-ink-3">
          {' · '}
          {format.percent(before.keptShare)} → {format.percent(after.keptShare)}
          {isFew(before.replies, after.replies) && ` (${before.replies}/${after.replies})`}
        </span>
      )}
    </span>
  );
}

/** What a shared lesson has done since: its drafts, what was kept before and after, and the conversations behind it. */
export function LessonEffectPart(props: {
  readonly itemId: string;
  readonly onOpenConversation: (conversationId: string) => void;
}) {
  const { t, format } = useText();
  const now = useNow();
  const answer = useAnswer('lesson.effect', { itemId: props.itemId });
  const effect = answer.data;
  if (effect === undefined) return null;
  const { before, after, since, cases } = effect;
  return (
    <section className="rounded-xl border border-line bg-raised px-4 py-3">
      <h3 className="mb-1 text-xs font-semibold text-ink-2">
        {t('lessons.effect')}
        {since !== null && (
          <span className="ml-2 font-normal text-ink-3">
            {t('lessons.sharedSince', { when: format.moment(since, now) })}
          </span>
        )}
      </h3>
      <p className="text-sm">{usedText(t, effect)}</p>
      <p className="mt-1 text-sm">{keptText(t, format, effect)}</p>
      {isFew(before.replies, after.replies) && (
        <p className="text-xs text-ink-3">
          {t('lessons.effect.few', { before: before.replies, after: after.replies })}
        </p>
      )}
      {cases.length > 0 && (
        <details className="mt-2 text-xs">
          <summary className="cursor-pointer text-ink-3">{t('lessons.effect.cases')}</summary>
          <ul className="mt-1">
            {cases.slice(0, casesShown).map((one) => (
              <li key={`${one.conversationId} ${one.at}`}>
                <OpenLine
                  who={one.customer}
                  text={one.act === null ? t('lessons.effect.open') : t(`act.${one.act}`)}
                  when={format.moment(one.at, now)}
                  onOpen={() => props.onOpenConversation(one.conversationId)}
                />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
