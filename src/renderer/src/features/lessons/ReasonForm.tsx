import { useState } from 'react';
import { useCommand } from '../../app/commands.tsx';
import { sendKeys } from '../../app/platform.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field, TextArea } from '../../ui/Field.tsx';

const reasons = ['wrong', 'oneOff', 'policy', 'known'] as const;

/** Asks why a lesson is refused or taken back. */
export function ReasonForm(props: {
  readonly what: 'reject' | 'revert';
  readonly onDone: (why: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const [why, setWhy] = useState('');
  const submit = (): void => {
    if (why.trim() !== '') props.onDone(why.trim());
  };
  useCommand('send', submit);
  useCommand('leave', props.onClose);
  return (
    <form
      className="flex flex-col gap-3 rounded-xl border border-red-line bg-raised p-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field label={t(props.what === 'reject' ? 'lessons.rejectWhy' : 'lessons.revertWhy')}>
        {(parts) => (
          <TextArea
            {...parts}
            autoFocus
            isShort
            data-testid="lesson-reason"
            maxLength={1_000}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              submit();
            }}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-1.5">
        {reasons.map((reason) => (
          <Button key={reason} size="small" onClick={() => setWhy(t(`lessons.reason.${reason}`))}>
            {t(`lessons.reason.${reason}`)}
          </Button>
        ))}
      </div>
      <div className="flex justify-end gap-2">
        <Button shortcut="Esc" onClick={props.onClose}>
          {t('action.cancel')}
        </Button>
        <Button
          type="submit"
          tone="danger"
          shortcut={sendKeys}
          data-testid="lesson-confirm"
          aria-disabled={why.trim() === ''}
        >
          {t(props.what === 'reject' ? 'lessons.do.reject' : 'lessons.do.revert')}
        </Button>
      </div>
    </form>
  );
}
