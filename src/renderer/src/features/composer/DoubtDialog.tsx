import type { SupportMark } from '#shared/model/support.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SupportText } from './SupportList.tsx';

/** Facts of a reply that cost money or trust and have no source: asks once whether it leaves all the same. */
export function DoubtDialog(props: {
  readonly marks: readonly SupportMark[];
  readonly onSendAnyway: () => void;
  readonly onLookAgain: () => void;
}) {
  const { t } = useText();
  return (
    <Dialog
      title={t('support.doubtTitle', { count: props.marks.length })}
      closeLabel={t('action.close')}
      onClose={props.onLookAgain}
      testId="doubts"
      footer={
        <>
          <Button data-testid="send-doubted" onClick={props.onSendAnyway}>
            {t('movedOn.sendAnyway')}
          </Button>
          <Button tone="primary" data-first-focus data-testid="look-at-doubts" onClick={props.onLookAgain}>
            {t('movedOn.lookAgain')}
          </Button>
        </>
      }
    >
      <p className="mb-3 text-sm text-ink-2">{t('support.doubtText')}</p>
      <ul className="flex flex-col gap-2 text-sm">
        {props.marks.map((mark) => (
          <li key={`${mark.start} ${mark.kind}`} className="rounded-md border border-line bg-canvas px-2.5 py-1.5">
            <SupportText mark={mark} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
