import { KeyRound } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import { Checkbox } from '../../ui/Field.tsx';
import { useHasKeychain } from './use-secret-hint.ts';

export type MemoryConsent = { readonly isMissing: boolean; readonly ask: ReactNode };

/**
 * Without a keychain a secret is kept in memory alone, and only with the person's word: `ask` is to be shown, and
 * nothing kept while `isMissing`.
 */
export function useMemoryConsent(hasSecret: boolean): MemoryConsent {
  const { t } = useText();
  const hasKeychain = useHasKeychain();
  const [isGiven, setIsGiven] = useState(false);
  if (hasKeychain || !hasSecret) return { isMissing: false, ask: null };
  const ask = (
    <div
      data-testid="memory-consent"
      className="flex items-start gap-2.5 rounded-lg border border-amber-line bg-amber-soft p-3"
    >
      <KeyRound size={16} className="mt-0.5 shrink-0 text-amber" />
      <Checkbox
        label={t('secret.untilClosed')}
        hint={t('secret.untilClosedWhy')}
        isChecked={isGiven}
        onChange={setIsGiven}
      />
    </div>
  );
  return { isMissing: !isGiven, ask };
}

/** Beside a button that waits for that word: why it does. */
export function MissingConsent({ isMissing }: { readonly isMissing: boolean }) {
  const { t } = useText();
  return isMissing ? <span className="text-xs text-amber">{t('secret.tickFirst')}</span> : null;
}
