import type { WithdrawPreview } from '#shared/model/lesson-fate.ts';
import type { Translate } from '../../i18n/translate.ts';

/** Whether a withdrawal would change nothing at all. */
export function takesNothing({ lessons, confirmations, entries }: WithdrawPreview): boolean {
  return lessons + confirmations + entries === 0;
}

/** What a withdrawal would do, a sentence for each thing it does. */
export function withdrawTexts(t: Translate, preview: WithdrawPreview): readonly string[] {
  if (takesNothing(preview)) return [t('lessons.withdraw.none')];
  const { shared, waiting, setAside } = preview.going;
  const going = shared + waiting + setAside;
  const back = preview.lessons - going;
  return [
    ...(going > 0 ? [t('lessons.withdraw.count', { count: going, shared, waiting, aside: setAside })] : []),
    ...(back > 0 ? [t('lessons.withdraw.back', { count: back })] : []),
    ...(preview.entries > 0 ? [t('lessons.withdraw.entries', { count: preview.entries })] : []),
    ...(preview.confirmations > 0 ? [t('lessons.withdraw.confirmed', { count: preview.confirmations })] : []),
    t('lessons.withdraw.drafts', { count: preview.drafts }),
  ];
}
