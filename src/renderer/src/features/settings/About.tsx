import { useAnswer, useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';

/** What this desk is, where it keeps things and how it searches. */
export function About() {
  const { t, format } = useText();
  const { data } = useAnswer('desk.status', {});
  const repair = useRequest('desk.repairEmbedder');
  const report = useReport();
  if (data === undefined) return null;
  const rows: ReadonlyArray<readonly [string, string]> = [
    [t('about.version'), data.version],
    [t('about.database'), data.databasePath],
    [
      t('about.embedder'),
      `${t(`embedder.${data.embedder.phase}`)}${data.embedder.id === null ? '' : ` · ${data.embedder.id}`}`,
    ],
    [t('about.passages'), format.number(data.index.passages)],
    [t('about.toEmbed'), format.number(data.index.toEmbed)],
    [t('about.secrets'), t(data.hasKeychain ? 'about.keychain' : 'about.noKeychain')],
    [t('about.desk'), data.deskId],
  ];
  return (
    <section data-testid="about" className="flex max-w-3xl flex-col gap-4">
      <h2 className="text-lg font-semibold">{t('settings.about')}</h2>
      <dl className="rounded-xl border border-line bg-raised">
        {rows.map(([label, value]) => (
          <div key={label} className="grid grid-cols-[12rem_1fr] gap-4 border-b border-line/70 px-4 py-2 last:border-0">
            <dt className="text-ink-2">{label}</dt>
            <dd className="numbers [overflow-wrap:anywhere] select-text">{value}</dd>
          </div>
        ))}
      </dl>
      {data.embedder.phase === 'absent' && (
        <Button
          className="self-start"
          disabled={repair.isPending}
          onClick={() => repair.mutate({}, { onError: report })}
        >
          {t(repair.isPending ? 'desk.repairing' : 'desk.repair')}
        </Button>
      )}
      <p className="text-xs text-ink-3">{t('about.local')}</p>
    </section>
  );
}
