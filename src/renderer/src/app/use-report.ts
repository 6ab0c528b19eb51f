import { useCallback } from 'react';
import { problemOf } from '#shared/errors.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { problemText } from '../i18n/problem-text.ts';
import { showToast } from '../ui/toast-store.ts';

/** Tells the person what went wrong and what they can do. What they cancelled themselves is not told. */
export function useReport(): (error: unknown) => void {
  const { t } = useText();
  return useCallback(
    (error) => {
      const problem = problemOf(error);
      if (problem.code === 'cancelled') return;
      const { what, remedy } = problemText(t, problem);
      showToast({ tone: 'bad', text: what, more: remedy, lasts: 12_000 });
    },
    [t],
  );
}
