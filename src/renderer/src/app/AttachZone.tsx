import { type ComponentProps, useState } from 'react';
import { useText } from '../i18n/TextProvider.tsx';
import { pastedFiles } from './read-given.ts';

/** A section onto which files may be dropped, and into which pictures may be pasted. */
export function AttachZone({
  onFiles,
  children,
  className,
  ...rest
}: ComponentProps<'section'> & { readonly onFiles: (files: readonly File[]) => void }) {
  const { t } = useText();
  const [isOver, setIsOver] = useState(false);
  return (
    <section
      {...rest}
      className={`relative ${className ?? ''}`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsOver(false);
      }}
      onDrop={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setIsOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
      onPaste={(event) => {
        const files = pastedFiles(event.clipboardData);
        if (files.length === 0) return;
        event.preventDefault();
        onFiles(files);
      }}
    >
      {children}
      {isOver && (
        <div className="pointer-events-none absolute inset-1.5 z-20 flex items-center justify-center rounded-xl border-2 border-dashed border-accent-ink bg-accent-soft/85 text-base font-semibold text-accent-ink">
          {t('files.dropHere')}
        </div>
      )}
    </section>
  );
}
