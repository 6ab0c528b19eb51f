import { Languages } from 'lucide-react';
import { useText } from '../../i18n/TextProvider.tsx';
import { Note } from './Note.tsx';
import { untranslatedLanguage } from './untranslated.ts';
import type { WorkHandle } from './use-work.ts';

/** Says that the answer has to be translated, as long as it stands in the language of the knowledge. */
export function UntranslatedNote({ work }: { readonly work: WorkHandle }) {
  const { t } = useText();
  const draft = work.work.base;
  const language = untranslatedLanguage(draft, work.marks);
  if (draft === null || language === null) return null;
  const words = { answer: t(`language.${language}`), customer: t(`language.${draft.language}`) };
  return (
    <Note icon={<Languages size={14} className="shrink-0" />}>
      <span className="flex-1" data-testid="untranslated-note">
        {t('composer.untranslated', words)}
      </span>
    </Note>
  );
}
