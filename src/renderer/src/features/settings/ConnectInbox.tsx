import { ChevronRight, Headset, Mail } from 'lucide-react';
import { useText } from '../../i18n/TextProvider.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { type HelpdeskKind, helpdeskForms, helpdeskKinds } from './helpdesk-kinds.ts';

/** The kinds of inboxes a person connects. */
export type ConnectedKind = 'imap' | HelpdeskKind;

/** Asks where customers write to, before the form of that kind. */
export function ConnectInbox(props: {
  readonly onChoose: (kind: ConnectedKind) => void;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const kinds = [
    { kind: 'imap' as const, name: t('connect.mail'), needs: t('connect.mailNeeds') },
    ...helpdeskKinds.map((kind) => ({ kind, name: helpdeskForms[kind].product, needs: t(helpdeskForms[kind].needs) })),
  ];
  return (
    <Dialog title={t('connect.title')} closeLabel={t('action.close')} testId="connect-inbox" onClose={props.onClose}>
      <p className="mb-3 text-sm text-ink-2">{t('connect.which')}</p>
      <ul className="grid gap-2 sm:grid-cols-2">
        {kinds.map(({ kind, name, needs }, index) => (
          <li key={kind}>
            <button
              type="button"
              data-testid={`connect-${kind}`}
              {...(index === 0 ? { 'data-first-focus': true } : {})}
              onClick={() => props.onChoose(kind)}
              className="group flex h-full w-full items-start gap-3 rounded-lg border border-line bg-raised px-3 py-2.5 text-left transition-colors hover:border-accent-line hover:bg-accent-soft/50"
            >
              <span className="mt-0.5 text-accent-ink">
                {kind === 'imap' ? <Mail size={18} /> : <Headset size={18} />}
              </span>
              <span className="min-w-0 flex-1">
                <span className="block text-sm font-semibold">{name}</span>
                <span className="block text-xs text-ink-2">{needs}</span>
              </span>
              <ChevronRight size={15} className="mt-0.5 shrink-0 text-ink-3 group-hover:text-accent-ink" />
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
