import { Files, Folder, FolderInput, MoreHorizontal } from 'lucide-react';
import { useRef } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { type GivenFiles, acceptedFiles, pickedFiles } from './given-files.ts';

/** What stands there before the first source: a place to drop a folder on. */
export function SourcesEmpty(props: {
  readonly onFiles: (given: GivenFiles) => void;
  readonly onFolder: () => void;
  readonly onOther: () => void;
}) {
  const { t } = useText();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className="m-auto flex w-full max-w-xl flex-col items-center gap-2 rounded-2xl border-2 border-dashed border-line-strong/70 bg-raised px-8 py-12 text-center">
      <FolderInput size={36} className="text-accent-ink" />
      <h2 className="text-lg font-semibold">{t('sources.empty')}</h2>
      <p className="max-w-md text-sm text-ink-2">{t('sources.emptyText')}</p>
      <div className="mt-3 flex flex-wrap justify-center gap-2">
        <Button tone="primary" icon={<Folder size={14} />} data-testid="source-first-folder" onClick={props.onFolder}>
          {t('sources.chooseFolder')}
        </Button>
        <Button icon={<Files size={14} />} onClick={() => picker.current?.click()}>
          {t('sources.chooseFiles')}
        </Button>
        <Button icon={<MoreHorizontal size={14} />} data-testid="source-add" onClick={props.onOther}>
          {t('sources.other')}
        </Button>
      </div>
      <p className="mt-2 text-xs text-ink-3">{t('sources.formats')}</p>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        data-testid="source-first-files"
        accept={acceptedFiles}
        onChange={(event) => {
          const given = pickedFiles(event.target.files);
          event.target.value = '';
          if (given !== null) props.onFiles(given);
        }}
      />
    </div>
  );
}
