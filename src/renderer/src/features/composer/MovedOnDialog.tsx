import type { Message } from '#shared/model/conversation.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** The customer wrote while the reply was written: shows what they said before anything is sent. */
export function MovedOnDialog(props: {
  readonly messages: readonly Message[];
  readonly onSendAnyway: () => void;
  readonly onLookAgain: () => void;
}) {
  const { t, format } = useText();
  return (
    <Dialog
      title={t('movedOn.title')}
      closeLabel={t('action.close')}
      onClose={props.onLookAgain}
      testId="moved-on"
      footer={
        <>
          <Button data-testid="send-anyway" onClick={props.onSendAnyway}>
            {t('movedOn.sendAnyway')}
          </Button>
          <Button tone="primary" data-first-focus data-testid="look-again" onClick={props.onLookAgain}>
            {t('movedOn.lookAgain')}
          </Button>
        </>
      }
    >
      <p className="mb-3 text-sm text-ink-2">{t('movedOn.text')}</p>
      <ul className="flex flex-col gap-2">
        {props.messages.map((message) => (
          <li key={message.id} className="rounded-lg border border-line bg-raised p-3">
            <p className="mb-1 text-xs text-ink-3">
              {message.authorName || message.authorAddress} · {format.full(message.sentAt)}
            </p>
            <p className="prose-mail text-sm">{message.question || message.text}</p>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
