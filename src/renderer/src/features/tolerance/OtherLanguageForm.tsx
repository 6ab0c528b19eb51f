import { useId } from 'react';
import { OtherLanguage } from '#shared/model/store.ts';
import { useText } from '../../i18n/TextProvider.tsx';

/** What becomes of an answer that is known only in another language than the customer's. */
export function OtherLanguageForm(props: {
  readonly chosen: OtherLanguage;
  readonly isBusy: boolean;
  readonly onChoose: (chosen: OtherLanguage) => void;
}) {
  const { t } = useText();
  const name = useId();
  return (
    <fieldset
      className="flex flex-col gap-2 rounded-xl border border-line bg-raised p-4 text-sm"
      data-testid="other-language"
    >
      <legend className="sr-only">{t('otherLanguage.title')}</legend>
      <h3 className="text-sm font-semibold" aria-hidden>
        {t('otherLanguage.title')}
      </h3>
      <p className="text-xs text-ink-3">{t('otherLanguage.text')}</p>
      {OtherLanguage.options.map((one) => (
        <label key={one} className="flex items-center gap-2">
          <input
            type="radio"
            name={name}
            data-testid={`other-language-${one}`}
            checked={props.chosen === one}
            onChange={() => !props.isBusy && props.onChoose(one)}
            className="size-4 accent-accent"
          />
          {t(`otherLanguage.${one}`)}
        </label>
      ))}
    </fieldset>
  );
}
