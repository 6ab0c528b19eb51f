import { type ReactNode, useState } from 'react';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { type GivenFiles, droppedFiles } from './given-files.ts';

/** Files and folders may be dropped anywhere on what it holds. `onFiles` gets null where nothing can be read. */
export function FileDrop(props: {
  readonly onFiles: (given: GivenFiles | null) => void;
  readonly children: ReactNode;
}) {
  const { t } = useText();
  const report = useReport();
  const [isOver, setIsOver] = useState(false);
  return (
    <div
      data-testid="file-drop"
      className="relative flex min-h-0 min-w-0 flex-1"
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        void droppedFiles(event.dataTransfer).then(props.onFiles, report);
      }}
    >
      {props.children}
      {isOver && (
        <div className="pointer-events-none absolute inset-2 z-20 flex items-center justify-center rounded-xl border-2 border-dashed border-accent-ink bg-accent-soft/85 text-lg font-semibold text-accent-ink">
          {t('knowledge.dropHere')}
        </div>
      )}
    </div>
  );
}
