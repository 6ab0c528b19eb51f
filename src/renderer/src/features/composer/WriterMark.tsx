import { PenLine } from 'lucide-react';
import type { Draft } from '#shared/model/draft.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge } from '../../ui/Badge.tsx';

/** Who worded a draft, where it was not the desk itself. */
export function WriterMark({ draft }: { readonly draft: Draft }) {
  const { t } = useText();
  if (draft.writer == null) return null;
  const { modelName, isLocal } = draft.writer;
  return (
    <span data-testid="writer">
      <Badge tone="blue" icon={<PenLine size={12} />} title={t(isLocal ? 'writing.byHere' : 'writing.byFar')}>
        {t('writing.by', { name: modelName })}
      </Badge>
    </span>
  );
}
