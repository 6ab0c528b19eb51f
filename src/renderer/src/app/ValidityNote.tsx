import type { Validity } from '#shared/model/validity.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { validityState } from './validity-state.ts';

/** How it stands with a time: "Holds now, ends in 3 d". */
export function ValidityNote({ validity, now }: { readonly validity: Validity | null; readonly now: number }) {
  const { t, format } = useText();
  const { state, at } = validityState(validity, now);
  const span = at === null ? '' : format.span(Math.max(60_000, Math.abs(at - now))).trim();
  switch (state) {
    case 'always':
      return t('knowledge.always');
    case 'holds':
      return at === null ? t('knowledge.holds') : t('knowledge.holdsUntil', { span });
    case 'coming':
      return t('knowledge.beginsIn', { span });
    case 'over':
      return t('knowledge.endedAgo', { span });
  }
}
