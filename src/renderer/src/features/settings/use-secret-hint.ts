import { useAnswer } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';

/** Where a secret that is entered will be kept; for a known inbox, that leaving it empty keeps the old one. */
export function useSecretHint(isNew: boolean): string {
  const { t } = useText();
  const { data: desk } = useAnswer('desk.status', {});
  if (!isNew) return t('mail.passwordKept');
  return t(desk?.hasKeychain === false ? 'desk.noKeychain' : 'mail.passwordHint');
}
