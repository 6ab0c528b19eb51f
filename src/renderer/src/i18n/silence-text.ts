import type { Ask } from '#shared/model/draft.ts';
import type { Formats } from './formats.ts';
import type { Translate } from './translate.ts';

/** Why an ask has no answer, with the numbers where it was a matter of them; empty where it has one. */
export function silenceText(
  t: Translate,
  format: Pick<Formats, 'share'>,
  { silence, confidence, offeredFrom }: Pick<Ask, 'silence' | 'confidence' | 'offeredFrom'>,
): string {
  if (silence === null) return '';
  if (silence !== 'weak_evidence' || offeredFrom === undefined) return t(`silence.${silence}`);
  if (offeredFrom === null) return t('silence.noneSuffices');
  // Rounded apart, so that what is not enough never reads as enough.
  const [likely, wanted] = [Math.floor(100 * confidence) / 100, Math.ceil(200 * offeredFrom) / 200];
  return t('silence.notSureEnough', { likely: format.share(likely), wanted: format.share(wanted) });
}
