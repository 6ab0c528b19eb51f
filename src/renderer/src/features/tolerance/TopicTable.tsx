import { useState } from 'react';
import type { CoverageReport } from '#shared/model/coverage.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/Field.tsx';

/** The topics of a store: what is drafted in each, and at which rate. */
export function TopicTable(props: {
  readonly topics: CoverageReport['topics'];
  readonly onChoose: (topic: string) => void;
}) {
  const { t, format } = useText();
  const [other, setOther] = useState('');
  return (
    <section className="rounded-xl border border-line bg-raised p-4">
      <h3 className="text-sm font-semibold">{t('tolerance.topics')}</h3>
      <p className="mt-0.5 mb-3 text-xs text-ink-3">{t('tolerance.topicsText')}</p>
      {props.topics.length > 0 && (
        <table className="mb-3 w-full text-sm" data-testid="tolerance-topics">
          <thead>
            <tr className="text-left text-xs text-ink-3">
              <th className="pb-1 font-normal">{t('tolerance.topic')}</th>
              <th className="pb-1 text-right font-normal">{t('tolerance.answered')}</th>
              <th className="pb-1 text-right font-normal">{t('tolerance.wrong')}</th>
              <th className="pb-1 pl-6 font-normal">{t('tolerance.rate')}</th>
              <th className="pb-1" />
            </tr>
          </thead>
          <tbody>
            {props.topics.map(({ topic, rate, present }) => (
              <tr key={topic} className="border-t border-line/70">
                <th className="max-w-60 truncate py-1.5 text-left font-medium">{topic}</th>
                <td className="numbers text-right">{format.share(present.coverage)}</td>
                <td className="numbers text-right">{present.threshold === null ? '–' : format.share(present.wrong)}</td>
                <td className="pl-6 text-ink-2">
                  {rate === null ? t('tolerance.asStore') : t('tolerance.atMost', { rate: format.share(rate) })}
                  {present.threshold === null && <span className="text-amber"> · {t('tolerance.noDraft')}</span>}
                </td>
                <td className="text-right">
                  <Button
                    size="small"
                    data-testid="tolerance-topic"
                    aria-label={t('tolerance.setFor', { topic })}
                    onClick={() => props.onChoose(topic)}
                  >
                    {t('tolerance.set')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <form
        className="flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (other.trim() !== '') props.onChoose(other.trim());
        }}
      >
        <TextInput
          aria-label={t('tolerance.otherTopic')}
          placeholder={t('tolerance.otherTopic')}
          className="max-w-64"
          maxLength={200}
          value={other}
          onChange={(event) => setOther(event.target.value)}
        />
        <Button type="submit" aria-disabled={other.trim() === ''}>
          {t('tolerance.set')}
        </Button>
      </form>
    </section>
  );
}
