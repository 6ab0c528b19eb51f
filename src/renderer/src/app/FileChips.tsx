import { Paperclip, X } from 'lucide-react';
import type { ReplyFile } from '#shared/model/reply-file.ts';
import { useText } from '../i18n/TextProvider.tsx';

/** Attached files by name and size, each with a way to take it off. Names are shown as text. */
export function FileChips(props: {
  readonly files: readonly ReplyFile[];
  readonly onRemove: ((file: ReplyFile) => void) | null;
  readonly className?: string;
}) {
  const { t, format } = useText();
  if (props.files.length === 0) return null;
  return (
    <ul aria-label={t('files.attached')} className={`flex flex-wrap gap-1.5 ${props.className ?? ''}`}>
      {props.files.map((file) => (
        <li
          key={file.sha256}
          data-testid="file-chip"
          title={file.name}
          className="inline-flex max-w-full min-w-0 items-center gap-1.5 rounded-md border border-line bg-surface py-0.5 pr-1 pl-2 text-xs text-ink-2"
        >
          <Paperclip size={12} className="shrink-0" />
          <bdi className="min-w-0 truncate">{file.name}</bdi>
          <span className="numbers shrink-0 text-ink-3">{format.size(file.size)}</span>
          {props.onRemove !== null && (
            <button
              type="button"
              aria-label={t('files.remove', { name: file.name })}
              title={t('files.remove', { name: file.name })}
              data-testid="file-remove"
              onClick={() => props.onRemove?.(file)}
              className="inline-flex size-4 shrink-0 items-center justify-center rounded hover:bg-sunken hover:text-ink"
            >
              <X size={12} />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
