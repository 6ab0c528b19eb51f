import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** The reply is still in a language the customer did not write: asks once, before anything is sent. */
export function UntranslatedDialog(props: {
  readonly reply: string;
  readonly onSendAnyway: () => void;
  readonly onTranslate: () => void;
}) {
  const { t } = useText();
  return (
    <Dialog
      title={t('untranslated.title')}
      closeLabel={t('action.close')}
      onClose={props.onTranslate}
      testId="untranslated"
      footer={
        <>
          <Button data-testid="send-untranslated" onClick={props.onSendAnyway}>
            {t('movedOn.sendAnyway')}
          </Button>
          <Button tone="primary" data-first-focus data-testid="translate" onClick={props.onTranslate}>
            {t('untranslated.translate')}
          </Button>
        </>
      }
    >
      <p className="mb-3 text-sm text-ink-2">{t('untranslated.text')}</p>
      <p className="prose-mail rounded-lg border border-dashed border-line-strong bg-canvas p-3 text-sm text-ink-2">
        {props.reply}
      </p>
    </Dialog>
  );
}
