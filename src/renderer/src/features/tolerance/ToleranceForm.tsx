import { useId, useState } from 'react';
import type { CoverageChoice, CoverageReport } from '#shared/model/coverage.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { CoverageChart } from './CoverageChart.tsx';
import { CoverageText } from './CoverageText.tsx';
import { nearestChoice } from './coverage-scale.ts';

/** What a lead begins at where nothing is set. */
const firstRate = 0.05;

/** Sets the rate of a store or a topic, and shows before it is saved what it would do. Key it by what is set. */
export function ToleranceForm(props: {
  readonly report: CoverageReport;
  /** What holds where nothing is set here. */
  readonly inherited: CoverageChoice;
  readonly isTopic: boolean;
  readonly isBusy: boolean;
  readonly onSave: (rate: number | null, why: string) => void;
}) {
  const { t, format } = useText();
  const { report, inherited } = props;
  const name = useId();
  const [isOwn, setIsOwn] = useState(report.rate !== null);
  const [at, setAt] = useState(() => nearestChoice(report.choices, report.rate ?? inherited.rate ?? firstRate));
  const [why, setWhy] = useState('');
  const chosen = (isOwn ? report.choices[at] : inherited) ?? inherited;
  const rate = isOwn ? chosen.rate : null;
  const isPresent = rate === report.rate;
  const rateText = format.share(report.choices[at]?.rate ?? 0);
  return (
    <form
      data-testid="tolerance-form"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPresent) props.onSave(rate, why.trim());
      }}
    >
      <fieldset className="flex flex-col gap-2 text-sm">
        <legend className="sr-only">{t('tolerance.howMany')}</legend>
        <label className="flex items-center gap-2">
          <input
            type="radio"
            name={name}
            data-testid="tolerance-usual"
            checked={!isOwn}
            onChange={() => setIsOwn(false)}
            className="size-4 accent-accent"
          />
          {t(props.isTopic ? 'tolerance.asStore' : 'tolerance.usual')}
        </label>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <label className="flex items-center gap-2">
            <input
              type="radio"
              name={name}
              data-testid="tolerance-own"
              checked={isOwn}
              onChange={() => setIsOwn(true)}
              className="size-4 accent-accent"
            />
            {t('tolerance.atMost', { rate: rateText })}
          </label>
          <input
            type="range"
            data-testid="tolerance-rate"
            aria-label={t('tolerance.howMany')}
            aria-valuetext={t('tolerance.atMost', { rate: rateText })}
            min={0}
            max={report.choices.length - 1}
            value={at}
            onChange={(event) => {
              setAt(Number(event.target.value));
              setIsOwn(true);
            }}
            className="h-4 w-72 max-w-full cursor-pointer appearance-none rounded-full bg-transparent [&::-webkit-slider-runnable-track]:h-1.5 [&::-webkit-slider-runnable-track]:rounded-full [&::-webkit-slider-runnable-track]:bg-line-strong [&::-webkit-slider-thumb]:-mt-1.25 [&::-webkit-slider-thumb]:size-4 [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:bg-accent-ink"
          />
        </div>
      </fieldset>
      <CoverageText choice={chosen} report={report} isPresent={isPresent} />
      <CoverageChart report={report} chosen={chosen} isPresent={isPresent} />
      <div className="flex flex-wrap gap-2">
        <TextInput
          aria-label={t('tolerance.why')}
          placeholder={t('tolerance.why')}
          maxLength={1000}
          className="min-w-40 flex-1"
          value={why}
          onChange={(event) => setWhy(event.target.value)}
        />
        <Button type="submit" tone="primary" data-testid="tolerance-save" aria-disabled={isPresent || props.isBusy}>
          {t('action.save')}
        </Button>
      </div>
    </form>
  );
}
