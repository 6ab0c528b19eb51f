import { Paperclip } from 'lucide-react';
import { useRef } from 'react';
import type { FileRules } from '#shared/model/reply-file.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { IconButton } from '../ui/Button.tsx';
import { showToast } from '../ui/toast-store.ts';

/** Lets a person choose files. Where none can go it says why. */
export function AttachButton(props: {
  readonly rules: FileRules;
  readonly onFiles: (files: readonly File[]) => void;
  readonly className?: string;
}) {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const why = props.rules.canSend ? null : t(`problem.attached.not_taken_${props.rules.why}`);
  return (
    <>
      <IconButton
        label={why ?? t('files.attach')}
        aria-disabled={why !== null}
        className={`aria-disabled:opacity-40 ${props.className ?? ''}`}
        icon={<Paperclip size={15} />}
        data-testid="attach"
        onClick={() => {
          if (why === null) input.current?.click();
          else showToast({ text: why });
        }}
      />
      <input
        ref={input}
        type="file"
        multiple
        tabIndex={-1}
        aria-hidden
        data-testid="attach-input"
        className="hidden"
        onChange={(event) => {
          props.onFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
}
