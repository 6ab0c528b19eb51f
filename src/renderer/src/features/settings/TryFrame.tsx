import type { ReactNode } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import type { problemText } from '../../i18n/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { type MemoryConsent, MissingConsent } from './use-memory-consent.tsx';

/** The frame of every form that connects something: tries what was entered, says what came of it, keeps it. */
export function TryFrame(props: {
  readonly title: string;
  readonly testId: string;
  /** What the test ids of its buttons begin with. */
  readonly what: string;
  readonly isNew: boolean;
  /** Nothing is missing that trying needs. */
  readonly isComplete: boolean;
  readonly consent: MemoryConsent;
  readonly isTrying: boolean;
  readonly isKeeping: boolean;
  /** What came of trying what stands here now; null: nothing yet. */
  readonly report: ReactNode;
  /** Why it could not be tried. */
  readonly problem: ReturnType<typeof problemText> | null;
  readonly onTry: () => void;
  readonly onKeep: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useText();
  const { consent, isComplete, isTrying, problem } = props;
  const canKeep = isComplete && !consent.isMissing;
  const tryIt = (): void => {
    if (isComplete) props.onTry();
  };
  return (
    <Dialog
      title={props.title}
      closeLabel={t('action.close')}
      testId={props.testId}
      onClose={props.onClose}
      footer={
        <>
          <Button
            data-testid={`${props.what}-test`}
            className="mr-auto"
            disabled={!isComplete || isTrying}
            onClick={tryIt}
          >
            {t(isTrying ? 'mail.testing' : 'mail.test')}
          </Button>
          {isComplete && <MissingConsent isMissing={consent.isMissing} />}
          <Button onClick={props.onClose}>{t('action.cancel')}</Button>
          <Button
            tone="primary"
            data-testid={`${props.what}-save`}
            disabled={!canKeep || props.isKeeping}
            onClick={() => canKeep && props.onKeep()}
          >
            {t(props.isNew ? 'mail.connect' : 'action.save')}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          tryIt();
        }}
      >
        {props.children}
        {consent.ask}
        {isTrying && <Progress label={t('mail.testing')} done={0} total={null} />}
        {!isTrying && props.report}
        {problem !== null && !isTrying && (
          <p role="alert" className="text-sm text-red">
            {problem.what} {problem.remedy}
          </p>
        )}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
