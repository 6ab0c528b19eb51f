import { useEffect } from 'react';
import { type PanelPlace, panelActFor } from '../features/panel/panel-keys.ts';
import { useLatest } from '../ui/use-latest.ts';

type PanelActs = {
  readonly copy: () => void;
  readonly takeBack: () => void;
  readonly nearest: (rank: number) => unknown;
  readonly switch: (index: number) => void;
  readonly keep: () => void;
  readonly hide: () => void;
};

function placeOf(target: EventTarget | null): PanelPlace | 'own' {
  if (!(target instanceof HTMLElement)) return 'elsewhere';
  if (target.closest('[data-own-keys]') !== null || document.querySelector('dialog[open]') !== null) return 'own';
  if (target.matches('textarea')) return target.closest('[data-panel-reply]') === null ? 'text' : 'reply';
  if (target.matches('select, [contenteditable], input:not([type=checkbox], [type=radio])')) return 'text';
  return target.closest('button, a, input, summary') === null ? 'elsewhere' : 'control';
}

/** The keys of the side panel; the newest acts count. */
export function usePanelKeys(acts: PanelActs): void {
  const latest = useLatest(acts);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const place = placeOf(event.target);
      const act = event.defaultPrevented || place === 'own' ? null : panelActFor(event, place);
      if (act === null) return;
      event.preventDefault();
      if (act.kind === 'nearest' || act.kind === 'switch') latest.current[act.kind](act.index);
      else latest.current[act.kind]();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [latest]);
}
