import { useState } from 'react';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { HouseStyle } from '#shared/model/store.ts';
import { useRequest } from '../../../app/queries.ts';
import { useReport } from '../../../app/use-report.ts';
import { useText } from '../../../i18n/TextProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox, TextInput } from '../../../ui/Field.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import { HabitRows } from './HabitRows.tsx';
import { Add, LanguageSelect, Remove } from './row-parts.tsx';

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
    house.wordings.every(({ avoid }) => avoid.trim() !== '') &&
    house.phrases.every(({ text }) => text.trim() !== '') &&
    isOnce(house.habits);
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
                placeholder={t('style.sayOptional')}
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
      <HabitRows
        language={props.language}
        habits={habits}
        onChange={(changed) => setHouse({ ...house, habits: changed })}
      />
      <fieldset className="flex flex-col gap-2.5">
        <legend className="mb-1.5 text-xs font-medium text-ink-2">{t('style.switches')}</legend>
        <Checkbox
          label={t('style.advises')}
          hint={t('style.advisesText')}
          isChecked={house.isAdvising !== false}
          onChange={(isAdvising) => setHouse({ ...house, isAdvising })}
        />
        <Checkbox
          label={t('style.takesUp')}
          hint={t('style.takesUpText')}
          isChecked={house.takesUp === true}
          onChange={(takesUp) => setHouse({ ...house, takesUp })}
        />
      </fieldset>
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

/** One line a language and channel, and no length that ends before it begins. */
function isOnce(habits: HouseStyle['habits']): boolean {
  const places = new Set(habits.map(({ language, place }) => `${language}/${place}`));
  return places.size === habits.length && habits.every(({ length }) => length == null || length.from <= length.to);
}
