import { CheckCircle2, CircleDashed, CircleSlash, Languages, LoaderCircle, Send, TriangleAlert } from 'lucide-react';
import type { DraftState } from '#shared/model/conversation.ts';
import { useText } from '../../i18n/TextProvider.tsx';

const icons = {
  ready: <CheckCircle2 size={15} className="text-accent-ink" />,
  translate: <Languages size={15} className="text-amber" />,
  partial: <CircleDashed size={15} className="text-amber" />,
  silent: <CircleSlash size={15} className="text-ink-3" />,
  sending: <Send size={14} className="text-blue" />,
  failed: <TriangleAlert size={15} className="text-red" />,
  none: <LoaderCircle size={14} className="text-line-strong" />,
} satisfies Record<DraftState, unknown>;

/** How ready the desk is for a conversation: told apart by shape as well as by colour. */
export function DraftMark({ state, isQuiet }: { readonly state: DraftState; readonly isQuiet: boolean }) {
  const { t } = useText();
  if (state === 'none' && isQuiet) return <span className="w-4" />;
  return (
    <span
      role="img"
      aria-label={t(`draftState.${state}`)}
      title={t(`draftState.${state}`)}
      className="flex w-4 shrink-0 justify-center"
    >
      {icons[state]}
    </span>
  );
}
