import type { Message } from '#shared/model/conversation.ts';
import { NewWords } from '../../app/NewWords.tsx';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** Somebody wrote while the reply was written: shows what came beside the reply, before anything is sent. */
export function MovedOnDialog(props: {
  readonly messages: readonly Message[];
  readonly reply: string;
  readonly onSendAnyway: () => void;
  readonly onLookAgain: () => void;
}) {
  const { t } = useText();
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
      <NewWords messages={props.messages} reply={props.reply} />
      <h3 className="mt-4 mb-1.5 text-xs font-semibold text-ink-2">{t('outbox.yourReply')}</h3>
      <p className="prose-mail rounded-lg border border-dashed border-line-strong bg-canvas p-3 text-sm text-ink-2">
        {props.reply}
      </p>
    </Dialog>
  );
}
