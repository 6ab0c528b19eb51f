import { useState } from 'react';
import { Language } from '#shared/model/basics.ts';
import { parseTemplate } from '#shared/macro-template.ts';
import type { Macro, MacroContent } from '#shared/model/macro.ts';
import type { Store } from '#shared/model/store.ts';
import { ChannelChips } from '../../app/ChannelChips.tsx';
import { useMay } from '../../app/presence.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox, Field, Select, TextInput } from '../../ui/Field.tsx';
import { MacroBody } from './MacroBody.tsx';
import { MacroFiles } from './MacroFiles.tsx';
import { MacroHistory } from './MacroHistory.tsx';
import { MacroPreview } from './MacroPreview.tsx';

/** A macro with where it is offered; `macro` null: a new one. Key it by the macro and its version. */
export function MacroEditor(props: {
  readonly macro: Macro | null;
  readonly store: Store;
  readonly stores: readonly Store[];
  readonly isBusy: boolean;
  /** What stands here was saved just now. */
  readonly isSaved: boolean;
  readonly onSave: (content: MacroContent) => void;
  readonly onState: (state: Macro['state']) => void;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { macro } = props;
  const mayEdit = useMay()('macro.save');
  const [content, setContent] = useState<MacroContent>(macro?.content ?? newMacro(props.store));
  const set = (change: Partial<MacroContent>): void => setContent({ ...content, ...change });
  const isReadable = parseTemplate(content.body).problems.length === 0;
  const isChanged = macro === null || JSON.stringify(content) !== JSON.stringify(macro.content);
  const canSave = isReadable && isChanged && content.name.trim() !== '' && content.body.trim() !== '';
  return (
    <form
      data-testid="macro-editor"
      className="flex min-h-0 w-[46%] min-w-96 flex-col border-l border-line bg-raised"
      onSubmit={(event) => {
        event.preventDefault();
        if (canSave && !props.isBusy) props.onSave({ ...content, shortcut: content.shortcut.replace(/^\/+/u, '') });
      }}
    >
      <fieldset disabled={!mayEdit} className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4">
        <div className="grid grid-cols-[1fr_9rem] gap-3">
          <Field label={t('macro.name')}>
            {(parts) => (
              <TextInput
                {...parts}
                autoFocus={macro === null}
                data-testid="macro-name"
                maxLength={120}
                value={content.name}
                onChange={(event) => set({ name: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('macro.shortcut')} hint={t('macro.shortcutHint')}>
            {(parts) => (
              <TextInput
                {...parts}
                data-testid="macro-shortcut"
                maxLength={40}
                value={content.shortcut}
                onChange={(event) => set({ shortcut: event.target.value.replace(/\s+/gu, '') })}
              />
            )}
          </Field>
        </div>
        <MacroBody value={content.body} lang={content.language} onChange={(body) => set({ body })} />
        {content.body.includes('{{') && <MacroPreview body={content.body} lang={content.language} />}
        <MacroFiles files={content.files} onChange={(files) => set({ files: [...files] })} />
        <div className="grid grid-cols-2 gap-3">
          <Field label={t('macro.language')} hint={t('macro.languageHint')}>
            {(parts) => (
              <Select
                id={parts.id}
                value={content.language}
                options={Language.options.map((value) => ({
                  value,
                  label: value === 'und' ? t('macro.anyLanguage') : t(`language.${value}`),
                }))}
                onChange={(language) => set({ language })}
              />
            )}
          </Field>
          <Field label={t('macro.team')} hint={t('macro.teamHint')}>
            {(parts) => (
              <TextInput
                {...parts}
                maxLength={60}
                value={content.team}
                onChange={(event) => set({ team: event.target.value })}
              />
            )}
          </Field>
        </div>
        {props.stores.length > 1 && (
          <fieldset className="flex flex-col gap-1.5">
            <legend className="mb-1 text-xs font-medium text-ink-2">{t('macro.stores')}</legend>
            {props.stores.map(({ id, settings }) => (
              <Checkbox
                key={id}
                label={settings.name}
                isChecked={content.storeIds.includes(id)}
                onChange={(isChecked) =>
                  set({
                    storeIds: isChecked ? [...content.storeIds, id] : content.storeIds.filter((each) => each !== id),
                  })
                }
              />
            ))}
            <p className="text-xs text-ink-3">{t('macro.storesHint')}</p>
          </fieldset>
        )}
        <ChannelChips values={content.channels} onChange={(channels) => set({ channels })} />
        {macro !== null && macro.version > 1 && (
          <MacroHistory macro={macro} isBusy={props.isBusy} onRestore={props.onSave} />
        )}
      </fieldset>
      <footer className="flex items-center gap-2 border-t border-line px-4 py-3">
        {mayEdit && macro !== null && (
          <Button
            tone="quiet"
            data-testid={macro.state === 'active' ? 'macro-retire' : 'macro-restore'}
            onClick={() => props.onState(macro.state === 'active' ? 'retired' : 'active')}
          >
            {t(macro.state === 'active' ? 'macro.retire' : 'macro.restore')}
          </Button>
        )}
        <span role="status" className="flex-1 text-right text-xs text-ink-2">
          {mayEdit ? props.isSaved && !isChanged && t('macro.saved') : t('people.readOnly')}
        </span>
        <Button onClick={props.onClose}>{t('action.close')}</Button>
        {mayEdit && (
          <Button tone="primary" type="submit" data-testid="macro-save" disabled={!canSave || props.isBusy}>
            {t('action.save')}
          </Button>
        )}
      </footer>
    </form>
  );
}

function newMacro({ id }: Store): MacroContent {
  return { name: '', shortcut: '', body: '', storeIds: [id], team: '', channels: [], language: 'und', files: [] };
}
