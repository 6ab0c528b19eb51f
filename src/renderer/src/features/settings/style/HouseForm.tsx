import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { HouseStyle } from '#shared/model/store.ts';
import { useRequest } from '../../../app/queries.ts';
import { useReport } from '../../../app/use-report.ts';
import { useText } from '../../../i18n/TextProvider.tsx';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Select, TextInput } from '../../../ui/Field.tsx';
import { showToast } from '../../../ui/toast-store.ts';

const languages = ['en', 'zh', 'ja'] as const;

/** What the owner says of words, phrases, lengths and emoji. Key it by what is saved. */
export function HouseForm(props: {
  readonly storeId: string;
  readonly language: ReplyLanguage;
  readonly house: HouseStyle;
}) {
  const { t } = useText();
  const report = useReport();
  const save = useRequest('style.save');
  const [house, setHouse] = useState(props.house);
  const isChanged = JSON.stringify(house) !== JSON.stringify(props.house);
  const isWhole =
    house.wordings.every(({ avoid, use }) => avoid.trim() !== '' && use.trim() !== '') &&
    house.phrases.every(({ text }) => text.trim() !== '');
  const { wordings, phrases, habits } = house;

  return (
    <form
      className="flex flex-col gap-4 rounded-xl border border-line bg-raised p-4"
      data-testid="house-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(
          { storeId: props.storeId, house },
          { onError: report, onSuccess: () => showToast({ text: t('style.saved') }) },
        );
      }}
    >
      <header>
        <h3 className="text-sm font-semibold">{t('style.own')}</h3>
        <p className="text-xs text-ink-3">{t('style.ownText')}</p>
      </header>
      <fieldset className="flex flex-col gap-1.5">
        <legend className="mb-1.5 text-xs font-medium text-ink-2">{t('style.wordings')}</legend>
        {wordings.map((wording, i) => {
          const put = (change: Partial<typeof wording>): void =>
            setHouse({ ...house, wordings: wordings.with(i, { ...wording, ...change }) });
          return (
            // Rows have no names of their own.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={i} className="flex items-center gap-2" data-testid="house-wording">
              <LanguageSelect value={wording.language} onChange={(language) => put({ language })} />
              <TextInput
                aria-label={t('style.avoid')}
                placeholder={t('style.avoid')}
                lang={wording.language}
                maxLength={80}
                value={wording.avoid}
                onChange={(event) => put({ avoid: event.target.value })}
              />
              <span className="text-ink-3">→</span>
              <TextInput
                aria-label={t('style.say')}
                placeholder={t('style.say')}
                lang={wording.language}
                maxLength={80}
                value={wording.use}
                onChange={(event) => put({ use: event.target.value })}
              />
              <Remove onRemove={() => setHouse({ ...house, wordings: wordings.toSpliced(i, 1) })} />
            </div>
          );
        })}
        <Add
          label={t('style.addWording')}
          testId="house-add-wording"
          onAdd={() =>
            setHouse({ ...house, wordings: [...wordings, { language: props.language, avoid: '', use: '' }] })
          }
        />
      </fieldset>
      <fieldset className="flex flex-col gap-1.5">
        <legend className="mb-1.5 text-xs font-medium text-ink-2">{t('style.phrases')}</legend>
        {phrases.map((phrase, i) => {
          const put = (change: Partial<typeof phrase>): void =>
            setHouse({ ...house, phrases: phrases.with(i, { ...phrase, ...change }) });
          return (
            // oxlint-disable-next-line react/no-array-index-key
            <div key={i} className="flex items-center gap-2" data-testid="house-phrase">
              <LanguageSelect value={phrase.language} onChange={(language) => put({ language })} />
              <TextInput
                aria-label={t('style.phrases')}
                lang={phrase.language}
                maxLength={300}
                value={phrase.text}
                onChange={(event) => put({ text: event.target.value })}
              />
              <Remove onRemove={() => setHouse({ ...house, phrases: phrases.toSpliced(i, 1) })} />
            </div>
          );
        })}
        <Add
          label={t('style.addPhrase')}
          testId="house-add-phrase"
          onAdd={() => setHouse({ ...house, phrases: [...phrases, { language: props.language, text: '' }] })}
        />
      </fieldset>
      {habits.length > 0 && (
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1.5 text-xs font-medium text-ink-2">{t('style.habits')}</legend>
          {habits.map((habit, i) => (
            <div key={`${habit.language}/${habit.place}`} className="flex items-center gap-3 text-sm">
              <span className="w-44 text-ink-2">
                {t(`language.${habit.language}`)} · {t(`store.place.${habit.place}`)}
              </span>
              <span className="flex-1">
                {[
                  habit.length == null
                    ? null
                    : t('style.lengthValue', { range: `${habit.length.from}–${habit.length.to}` }),
                  habit.emoji == null ? null : `${t('style.trait.emoji')}: ${t(`style.emoji.${habit.emoji}`)}`,
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
              <Remove onRemove={() => setHouse({ ...house, habits: habits.toSpliced(i, 1) })} />
            </div>
          ))}
        </fieldset>
      )}
      <Button
        type="submit"
        tone="primary"
        className="self-end"
        data-testid="house-save"
        disabled={!isChanged || !isWhole || save.isPending}
      >
        {t('action.save')}
      </Button>
    </form>
  );
}

function LanguageSelect(props: { readonly value: ReplyLanguage; readonly onChange: (value: ReplyLanguage) => void }) {
  const { t } = useText();
  return (
    <Select
      className="w-32 shrink-0"
      label={t('style.language')}
      value={props.value}
      options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
      onChange={props.onChange}
    />
  );
}

function Add(props: { readonly label: string; readonly testId: string; readonly onAdd: () => void }) {
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

function Remove({ onRemove }: { readonly onRemove: () => void }) {
  const { t } = useText();
  return <IconButton label={t('style.remove')} icon={<X size={14} />} onClick={onRemove} />;
}
