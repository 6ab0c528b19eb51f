import { useAnswer } from '../../app/queries.ts';
import { useText } from '../../i18n/TextProvider.tsx';

/** False where a secret that is entered can be kept only until Deskside is closed. */
export function useHasKeychain(): boolean {
  const { data: desk } = useAnswer('desk.status', {});
  return desk?.hasKeychain !== false;
}

/**
 * Where a secret that is entered will be kept; for a known inbox, that leaving it empty keeps the old one. `isAsked`:
 * the form asks before it keeps one without a keychain, and need not hint at it.
 */
export function useSecretHint(isNew: boolean, isAsked = false): string {
  const { t } = useText();
  const hasKeychain = useHasKeychain();
  if (!isNew) return t('mail.passwordKept');
  if (hasKeychain) return t('mail.passwordHint');
  return isAsked ? '' : t('desk.noKeychain');
}
