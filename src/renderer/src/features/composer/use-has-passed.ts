import { useEffect, useState } from 'react';

/** The longest a timer can be set, ms. */
const longestMs = 2_147_483_647;

/** Whether a moment has passed; told when it does. Null never passes. */
export function useHasPassed(moment: number | null): boolean {
  const [passed, setPassed] = useState<number | null>(() => (moment !== null && moment <= Date.now() ? moment : null));
  useEffect(() => {
    if (moment === null) return undefined;
    const timer = setTimeout(() => setPassed(moment), Math.min(longestMs, Math.max(0, moment - Date.now())));
    return () => clearTimeout(timer);
  }, [moment]);
  return moment !== null && passed === moment;
}
