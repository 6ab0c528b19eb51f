import type { ReplyLanguage } from '#shared/model/basics.ts';
import { EmojiUse, type Habit, StylePlace } from '#shared/model/store.ts';
import { useText } from '../../../i18n/TextProvider.tsx';
import { Select, TextInput } from '../../../ui/Field.tsx';
import { Add, LanguageSelect, Remove } from './row-parts.tsx';

/** How long replies are and how often they bear an emoji, by language and channel. */
export function HabitRows(props: {
  readonly language: ReplyLanguage;
  readonly habits: readonly Habit[];
  readonly onChange: (habits: Habit[]) => void;
}) {
  const { t } = useText();
  const { habits } = props;
  const place = StylePlace.options.find(
    (one) => !habits.some((habit) => habit.language === props.language && habit.place === one),
  );
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 text-xs font-medium text-ink-2">{t('style.habits')}</legend>
      {habits.map((habit, i) => {
        const put = (change: Partial<Habit>): void => props.onChange(habits.with(i, { ...habit, ...change }));
        return (
          // Rows have no names of their own.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={i} className="flex flex-wrap items-center gap-2" data-testid="house-habit">
            <LanguageSelect value={habit.language} onChange={(language) => put({ language })} />
            <span className="w-32 shrink-0">
              <Select
                label={t('style.place')}
                value={habit.place}
                options={StylePlace.options.map((value) => ({ value, label: t(`store.place.${value}`) }))}
                onChange={(value) => put({ place: value })}
              />
            </span>
            <Bounds length={habit.length ?? null} onChange={(length) => put({ length })} />
            <span className="min-w-40 flex-1">
              <Select
                label={t('style.trait.emoji')}
                testId="house-emoji"
                value={habit.emoji ?? 'any'}
                options={[
                  { value: 'any' as const, label: t('style.emojiAny') },
                  ...EmojiUse.options.map((value) => ({
                    value,
                    label: `${t('style.trait.emoji')}: ${t(`style.emoji.${value}`)}`,
                  })),
                ]}
                onChange={(value) => put({ emoji: value === 'any' ? null : value })}
              />
            </span>
            <Remove onRemove={() => props.onChange(habits.toSpliced(i, 1))} />
          </div>
        );
      })}
      {place !== undefined && (
        <Add
          label={t('style.addHabit')}
          testId="house-add-habit"
          onAdd={() => props.onChange([...habits, { language: props.language, place, length: null, emoji: null }])}
        />
      )}
    </fieldset>
  );
}

/** Both bounds or none: an empty longest means that nobody has said so. */
function Bounds(props: {
  readonly length: NonNullable<Habit['length']> | null;
  readonly onChange: (length: Habit['length']) => void;
}) {
  const { t } = useText();
  const { length } = props;
  const numberOf = (text: string): number => Math.min(99_999, Math.floor(Number(text.replace(/\D/g, ''))));
  return (
    <span className="flex w-48 shrink-0 items-center gap-1.5 text-sm whitespace-nowrap text-ink-2">
      <TextInput
        className="numbers min-w-0 flex-1"
        inputMode="numeric"
        aria-label={t('style.shortest')}
        value={length?.from ?? ''}
        onChange={(event) => {
          const from = Math.max(1, numberOf(event.target.value));
          props.onChange({ from, to: Math.max(1, length?.to ?? from) });
        }}
      />
      –
      <TextInput
        className="numbers min-w-0 flex-1"
        inputMode="numeric"
        aria-label={t('style.longest')}
        data-testid="house-longest"
        value={length?.to ?? ''}
        onChange={(event) => {
          const to = numberOf(event.target.value);
          props.onChange(to === 0 ? null : { from: length?.from ?? 1, to });
        }}
      />
      {t('style.characters')}
    </span>
  );
}
