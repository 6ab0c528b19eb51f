import { useEffect, useState } from 'react';

type Pause = {
  /** Seconds, counted down; 0 where nothing is waited for. */
  readonly left: number;
  readonly begin: (seconds: number) => void;
};

/** How long until the next PIN is taken. */
export function usePause(): Pause {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (until === 0) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [until]);
  return {
    left: Math.max(0, Math.ceil((until - now) / 1_000)),
    begin(seconds) {
      const at = Date.now();
      setNow(at);
      setUntil(at + seconds * 1_000);
    },
  };
}
