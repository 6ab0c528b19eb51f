import { type ReactNode, type RefObject, useState } from 'react';
import type { MacroPart } from '#shared/model/macro.ts';
import type { EditorHandle } from '../features/composer/DraftEditor.tsx';
import { insertionPlace, stretchBetween } from '../features/composer/insertion-place.ts';
import { gapIn } from '../features/composer/marks.ts';
import type { WorkHandle } from '../features/composer/use-work.ts';
import { type MacroCall, MacroPicker } from '../features/macros/MacroPicker.tsx';
import { useText } from '../i18n/TextProvider.tsx';
import { showToast } from '../ui/toast-store.ts';
import { useAnswer } from './queries.ts';
import type { ReplyFiles } from './use-reply-files.ts';

/** Macros of a conversation: whether there are any, the way to call for them, and the picker where it is open. */
export function useMacroPicking(
  conversationId: string,
  {
    work,
    files,
    editor,
  }: { readonly work: WorkHandle; readonly files: ReplyFiles; readonly editor: RefObject<EditorHandle | null> },
): { readonly hasMacros: boolean; readonly open: (isTyped: boolean) => void; readonly picker: ReactNode } {
  const { t } = useText();
  const offered = useAnswer('macro.offer', { conversationId });
  const [call, setCall] = useState<MacroCall | null>(null);

  /** Where something is missing, else behind what is answered. */
  function goToOpenPlace(): void {
    const place = insertionPlace(work.work.text, work.work.base?.sentences ?? []);
    if (editor.current?.focusGap() === false) editor.current.select(place, place);
  }

  function open(isTyped: boolean): void {
    const handle = editor.current;
    if (handle === null) return;
    if (!isTyped && !handle.isInUse()) goToOpenPlace();
    setCall({ ...handle.around(), box: handle.box(), isTyped });
  }

  function insert(text: string, parts: readonly MacroPart[], carried: number): void {
    const place = call === null ? null : stretchBetween(work.work.text, call);
    setCall(null);
    // Another draft may have come meanwhile.
    if (place === null) goToOpenPlace();
    else editor.current?.select(place.start, place.end);
    work.noteMacros(parts);
    editor.current?.insert(text);
    // Once the text stands there.
    if (gapIn(text) !== null) requestAnimationFrame(() => editor.current?.focusGap());
    if (carried === 0) return;
    if (files.rules.canSend) files.addOfMacros(parts);
    else
      showToast({
        text: t('files.leftOut', { count: carried }),
        more: t(`problem.attached.not_taken_${files.rules.why}`),
      });
  }

  function close(typed: string): void {
    setCall(null);
    if (typed === '') editor.current?.focus();
    else editor.current?.insert(typed);
  }

  return {
    // Whoever is quicker than the answer means a macro rather than a slash; the picker gives the slash back.
    hasMacros: offered.isPending || (offered.data?.length ?? 0) > 0,
    open,
    picker: call !== null && (
      <MacroPicker conversationId={conversationId} call={call} onInsert={insert} onClose={close} />
    ),
  };
}
