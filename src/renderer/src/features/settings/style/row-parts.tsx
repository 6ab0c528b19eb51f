import { Plus, X } from 'lucide-react';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import { useText } from '../../../i18n/TextProvider.tsx';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Field.tsx';

const languages = ['en', 'zh', 'ja'] as const;

/** The language that a row is of. */
export function LanguageSelect(props: {
  readonly value: ReplyLanguage;
  readonly onChange: (value: ReplyLanguage) => void;
}) {
  const { t } = useText();
  return (
    <span className="w-32 shrink-0">
      <Select
        label={t('style.language')}
        value={props.value}
        options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
        onChange={props.onChange}
      />
    </span>
  );
}

/** Adds a row. */
export function Add(props: { readonly label: string; readonly testId: string; readonly onAdd: () => void }) {
  return (
    <Button
      size="small"
      tone="quiet"
      className="self-start"
      icon={<Plus size={13} />}
      data-testid={props.testId}
      onClick={props.onAdd}
    >
      {props.label}
    </Button>
  );
}

/** Takes a row away. */
export function Remove({ onRemove }: { readonly onRemove: () => void }) {
  const { t } = useText();
  return <IconButton label={t('style.remove')} icon={<X size={14} />} onClick={onRemove} />;
}
