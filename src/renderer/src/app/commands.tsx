import { type ReactNode, createContext, use, useEffect, useMemo, useRef } from 'react';
import { watchFocus } from './focus-fall.ts';
import { type Command, type Place, commandFor, mayRepeat } from './keymap.ts';

type Handler = { readonly run: () => void };
type Registry = { add(command: Command, handler: Handler): () => void };

const CommandContext = createContext<Registry | null>(null);

/** How long a `g` waits for its second key, ms. */
const afterGMs = 1_500;

function placeOf(target: EventTarget | null): Place | 'own' {
  if (!(target instanceof HTMLElement)) return 'elsewhere';
  if (target.closest('[data-own-keys]') !== null || document.querySelector('dialog[open]') !== null) return 'own';
  if (target.matches('textarea, select, [contenteditable]')) return 'text';
  if (target.matches('input:not([type=checkbox], [type=radio], [type=range])')) return 'text';
  // The messages scroll with the arrow keys.
  return target.closest('button, a, input, summary, [role=tab], [role=log]') !== null ? 'control' : 'elsewhere';
}

/** Turns key presses into commands and runs the newest handler of each. */
export function CommandProvider({ children }: { readonly children: ReactNode }) {
  const handlers = useRef(new Map<Command, Handler[]>());
  const registry = useMemo<Registry>(
    () => ({
      add(command, handler) {
        handlers.current.set(command, [...(handlers.current.get(command) ?? []), handler]);
        return () => {
          const rest = (handlers.current.get(command) ?? []).filter((other) => other !== handler);
          handlers.current.set(command, rest);
        };
      },
    }),
    [],
  );

  useEffect(() => {
    let gAt = 0;
    const focus = watchFocus();
    function onKeyDown(event: KeyboardEvent): void {
      const place = placeOf(event.target);
      if (event.defaultPrevented || place === 'own') return;
      const { command, isAfterG } = commandFor(event, place, Date.now() - gAt < afterGMs);
      gAt = isAfterG ? Date.now() : 0;
      // A field vanished under the hands of whoever typed in it: its letters are no commands.
      if (command !== 'leave' && focus.isMeantForField()) {
        gAt = 0;
        return;
      }
      // A key that is held goes through the list; it does nothing twice.
      if (event.repeat && command !== null && !mayRepeat(command)) return;
      const handler = command === null ? undefined : handlers.current.get(command)?.at(-1);
      if (handler === undefined) return;
      event.preventDefault();
      handler.run();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      focus.stop();
    };
  }, []);

  return <CommandContext value={registry}>{children}</CommandContext>;
}

/** Runs `run` when the person gives the command; null leaves the command to whoever had it before. */
export function useCommand(command: Command, run: (() => void) | null): void {
  const registry = use(CommandContext);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const isActive = run !== null;
  useEffect(() => {
    if (!isActive) return undefined;
    return registry?.add(command, { run: () => latest.current?.() });
  }, [registry, command, isActive]);
}
