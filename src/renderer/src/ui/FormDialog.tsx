import { type ReactNode, useId } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

/** A small form in a modal window: fields, what went wrong, and the buttons that leave or send it. Enter sends it. */
export function FormDialog(props: {
  readonly title: string;
  readonly closeLabel: string;
  readonly cancelLabel: string;
  readonly submitLabel: string;
  readonly tone?: 'primary' | 'danger';
  readonly testId: string;
  readonly submitTestId: string;
  readonly canSubmit: boolean;
  readonly problem?: { readonly what: string; readonly remedy: string } | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const formId = useId();
  const { problem = null } = props;
  return (
    <Dialog
      title={props.title}
      closeLabel={props.closeLabel}
      size="narrow"
      testId={props.testId}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{props.cancelLabel}</Button>
          <Button
            tone={props.tone ?? 'primary'}
            type="submit"
            form={formId}
            data-testid={props.submitTestId}
            disabled={!props.canSubmit}
          >
            {props.submitLabel}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (props.canSubmit) props.onSubmit();
        }}
      >
        {props.children}
        {problem !== null && (
          <p role="alert" className="text-sm text-red">
            {problem.what} {problem.remedy}
          </p>
        )}
      </form>
    </Dialog>
  );
}
