import { Paperclip, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { RequestInput } from '#shared/contract/index.ts';
import { type FilledMacros, type Macro, type MacroPart, mostStacked } from '#shared/model/macro.ts';
import { useAnswer, useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';
import { controlClasses } from '../../ui/Field.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { useNow } from '../../ui/use-now.ts';
import { MacroForm } from './MacroForm.tsx';
import { rankedMacros } from './ranked.ts';

/** Where macros were called for: the text around the caret, and where it stands in the window. */
export type MacroCall = {
  readonly before: string;
  readonly after: string;
  readonly box: DOMRect | null;
  /** By a slash in the text, which is owed where nothing is chosen. */
  readonly isTyped: boolean;
};

const shown = 50;

/** What must be said or looked at before macros can be put in. */
function needsForm({ asks, order }: FilledMacros): boolean {
  if (asks.length > 0) return true;
  if (order === null) return false;
  return order.isOld || order.isClaimed || order.isPublic || (order.number === null && order.own.length > 0);
}

/**
 * Finds macros by a few letters and puts them into the reply: Enter takes one, Shift+Enter adds it to those that are to
 * stand one after the other. What they ask is asked in a form, one field after the other.
 */
export function MacroPicker(props: {
  readonly conversationId: string;
  readonly call: MacroCall;
  /** `carried`: how many files they carry. */
  readonly onInsert: (text: string, parts: readonly MacroPart[], carried: number) => void;
  /** `typed`: what is to stand in the text instead. */
  readonly onClose: (typed: string) => void;
}) {
  const { t } = useText();
  const report = useReport();
  const now = useNow();
  const panel = useRef<HTMLDivElement>(null);
  const offered = useAnswer('macro.offer', { conversationId: props.conversationId });
  const fill = useRequest('macro.fill');
  const [query, setQuery] = useState('');
  const [stack, setStack] = useState<readonly Macro[]>([]);
  const [active, setActive] = useState(0);
  const [form, setForm] = useState<{ readonly input: RequestInput<'macro.fill'>; readonly first: FilledMacros } | null>(
    null,
  );
  const { before, after, box, isTyped } = props.call;
  const found = rankedMacros(offered.data ?? [], query, now).slice(0, shown);
  const { onClose } = props;
  const activeId = `macro-${found[active]?.id ?? ''}`;

  useEffect(() => {
    const onPointer = (event: PointerEvent): void => {
      if (panel.current?.contains(event.target as Node) === false) onClose('');
    };
    window.addEventListener('pointerdown', onPointer);
    return () => window.removeEventListener('pointerdown', onPointer);
  }, [onClose]);

  useEffect(() => {
    document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  function use(macros: readonly Macro[]): void {
    if (macros.length === 0 || fill.isPending) return;
    const macroIds = macros.map(({ id }) => id);
    const input = { conversationId: props.conversationId, macroIds, orderNumber: null, answers: {}, before, after };
    fill.mutate(input, {
      onError: report,
      onSuccess: (filled) => {
        if (needsForm(filled)) setForm({ input, first: filled });
        else props.onInsert(filled.text, filled.parts, filled.files.length);
      },
    });
  }

  function add(macro: Macro): void {
    if (stack.length < mostStacked) setStack([...stack, macro]);
    setQuery('');
    setActive(0);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const chosen = found[active];
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (event.key === 'Escape') onClose(isTyped ? `/${query}` : '');
    else if (event.key === 'Tab') onClose('');
    else if (event.key === 'Backspace' && query === '' && stack.length > 0) setStack(stack.slice(0, -1));
    else if (event.key === 'Backspace' && query === '') onClose('');
    // "1 / 2": the slash was meant as one.
    else if (event.key === ' ' && query === '' && isTyped && stack.length === 0) onClose('/ ');
    else if (event.key === 'Enter' && event.shiftKey && chosen !== undefined) add(chosen);
    else if (event.key === 'Enter')
      use(chosen === undefined || (query === '' && stack.length > 0) ? stack : [...stack, chosen]);
    else return;
    event.preventDefault();
  }

  return (
    <div
      ref={panel}
      data-own-keys
      data-testid="macro-picker"
      role="dialog"
      aria-label={t('macro.pick')}
      style={{
        left: Math.max(8, Math.min(box?.left ?? 200, window.innerWidth - 540)),
        bottom: Math.max(8, Math.min(window.innerHeight - (box?.top ?? 400) + 6, window.innerHeight - 420)),
      }}
      className="animate-rise fixed z-40 flex max-h-[26rem] w-[32rem] max-w-[calc(100vw-1rem)] flex-col overflow-hidden rounded-xl border border-line bg-raised shadow-float"
    >
      {form !== null ? (
        <MacroForm {...form} onInsert={props.onInsert} onClose={() => onClose('')} />
      ) : (
        <>
          <div className="flex flex-col gap-1.5 border-b border-line p-2">
            {stack.length > 0 && (
              <ol aria-label={t('macro.stack')} className="flex flex-wrap gap-1">
                {stack.map((macro, index) => (
                  <li key={index}>
                    <button
                      type="button"
                      aria-label={t('macro.takeOff', { name: macro.content.name })}
                      onClick={() => setStack(stack.filter((_, i) => i !== index))}
                      className="flex items-center gap-1 rounded-full bg-accent-soft px-2 py-0.5 text-xs text-accent-ink"
                    >
                      {index + 1}. {macro.content.name}
                      <X size={11} />
                    </button>
                  </li>
                ))}
              </ol>
            )}
            <input
              autoFocus
              role="combobox"
              aria-expanded
              aria-controls="macro-options"
              aria-activedescendant={found[active] === undefined ? undefined : activeId}
              aria-label={t('macro.search')}
              data-testid="macro-search"
              autoComplete="off"
              spellCheck={false}
              placeholder={t('macro.search')}
              value={query}
              onChange={(event) => {
                setQuery(event.target.value);
                setActive(0);
              }}
              onKeyDown={onKeyDown}
              className={controlClasses}
            />
          </div>
          <ul
            id="macro-options"
            role="listbox"
            aria-label={t('macro.pick')}
            className="min-h-0 flex-1 overflow-y-auto p-1"
          >
            {found.map((macro, index) => (
              <li
                key={macro.id}
                id={`macro-${macro.id}`}
                role="option"
                aria-selected={index === active}
                data-testid="macro-option"
                onPointerMove={() => setActive(index)}
                onClick={(event) => (event.shiftKey ? add(macro) : use([...stack, macro]))}
                className={classNames('cursor-pointer rounded-md px-2 py-1.5', index === active && 'bg-accent-soft')}
              >
                <span className="flex items-baseline gap-2 text-sm">
                  <span className="min-w-0 truncate font-medium">{macro.content.name}</span>
                  {macro.content.shortcut !== '' && (
                    <span className="text-xs text-ink-3">/{macro.content.shortcut}</span>
                  )}
                  {macro.content.files.length > 0 && (
                    <span className="flex items-center gap-0.5 self-center text-xs text-ink-3">
                      <Paperclip size={11} aria-label={t('files.attached')} />
                      {macro.content.files.length}
                    </span>
                  )}
                  {macro.content.team !== '' && <span className="text-xs text-ink-3">{macro.content.team}</span>}
                </span>
                <span className="line-clamp-1 text-xs text-ink-2">{macro.content.body.replace(/\s+/gu, ' ')}</span>
              </li>
            ))}
          </ul>
          {found.length === 0 && !offered.isPending && (
            <p className="px-3 pb-3 text-sm text-ink-2">
              {t((offered.data?.length ?? 0) === 0 ? 'macro.noneHere' : 'macro.noneFound')}
            </p>
          )}
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line bg-canvas/60 px-3 py-1.5 text-2xs text-ink-3">
            <span className="flex items-center gap-1">
              <Kbd>Enter</Kbd>
              {t('macro.keyInsert')}
            </span>
            <span className="flex items-center gap-1">
              <Kbd>Shift</Kbd>
              <Kbd>Enter</Kbd>
              {t('macro.keyAdd')}
            </span>
            <span className="flex items-center gap-1">
              <Kbd>Esc</Kbd>
              {t('macro.keyLeave')}
            </span>
          </p>
        </>
      )}
    </div>
  );
}
