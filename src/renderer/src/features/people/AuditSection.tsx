import { Download } from 'lucide-react';
import { useState } from 'react';
import { AuditArea, type AuditLine, areasOfLeads } from '#shared/model/audit.ts';
import type { Profile } from '#shared/model/profile.ts';
import { PersonSelect } from '../../app/PersonSelect.tsx';
import { useMay } from '../../app/presence.ts';
import { useAnswer, usePages, useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Field, Select, TextInput } from '../../ui/Field.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { useNow } from '../../ui/use-now.ts';
import { dayWithin } from './day-within.ts';
import { factsText } from './facts-text.ts';

/** Who changed what, when; a lead sees what concerns knowledge and lessons. */
export function AuditSection() {
  const { t } = useText();
  const may = useMay();
  const report = useReport();
  const isOwner = may('audit.export');
  const areas = isOwner ? AuditArea.options : areasOfLeads;
  const [area, setArea] = useState<AuditArea | 'all'>('all');
  const [personId, setPersonId] = useState<string | null>(null);
  const [day, setDay] = useState('');
  const people = useAnswer('profile.list', {});
  const query = {
    areas: area !== 'all' ? [area] : isOwner ? null : [...areasOfLeads],
    profileId: personId,
    ...dayWithin(day),
  };
  const lines = usePages('audit.list', query);
  const exported = useRequest('audit.export');

  function exportLines(): void {
    exported.mutate(query, {
      onError: report,
      onSuccess: (file) => file !== null && showToast({ tone: 'good', text: t('audit.exported', { file }) }),
    });
  }

  return (
    <section className="flex max-w-5xl flex-col gap-4">
      <header className="flex items-center gap-3">
        <h2 className="flex-1 text-lg font-semibold">{t('settings.audit')}</h2>
        {isOwner && (
          <Button
            icon={<Download size={14} />}
            data-testid="audit-export"
            disabled={exported.isPending}
            onClick={exportLines}
          >
            {t('audit.export')}
          </Button>
        )}
      </header>
      <div className="flex flex-wrap gap-3">
        <PersonSelect
          label={t('audit.person')}
          nobody={t('audit.everybody')}
          value={personId}
          testId="audit-person"
          className="w-44"
          onChange={setPersonId}
        />
        <Field label={t('audit.area')} className="w-44">
          {(parts) => (
            <Select
              id={parts.id}
              testId="audit-area"
              value={area}
              onChange={setArea}
              options={[
                { value: 'all' as const, label: t('audit.everything') },
                ...areas.map((value) => ({ value, label: t(`auditArea.${value}`) })),
              ]}
            />
          )}
        </Field>
        <Field label={t('audit.day')} className="w-44">
          {(parts) => (
            <TextInput
              {...parts}
              type="date"
              data-testid="audit-day"
              value={day}
              onChange={(event) => setDay(event.target.value)}
            />
          )}
        </Field>
      </div>
      {lines.items.length === 0 && !lines.isPending && (
        <EmptyState title={t('audit.empty')} text={t('audit.emptyText')} />
      )}
      {lines.items.length > 0 && <Lines lines={lines.items} people={people.data ?? []} />}
      {lines.items.length < lines.total && (
        <Button className="self-start" onClick={lines.readMore}>
          {t('audit.more')}
        </Button>
      )}
      <p className="max-w-prose text-xs text-ink-3">{t('audit.kept')}</p>
    </section>
  );
}

function Lines({ lines, people }: { readonly lines: readonly AuditLine[]; readonly people: readonly Profile[] }) {
  const { t, format } = useText();
  const now = useNow();
  const nameOf = (id: string | null): string => {
    if (id === null) return t('audit.nobody');
    const profile = people.find((each) => each.id === id);
    return profile === undefined ? t('audit.someone') : profile.name || t(`role.${profile.role}`);
  };
  return (
    <div className="overflow-x-auto rounded-xl border border-line bg-raised">
      <table data-testid="audit-list" className="w-full text-left text-sm">
        <thead className="border-b border-line text-xs text-ink-3">
          <tr>
            {(['when', 'person', 'area', 'act', 'about'] as const).map((head) => (
              <th key={head} scope="col" className="px-4 py-2 font-medium">
                {t(`audit.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const entryId =
              line.area === 'knowledge' && line.request.startsWith('knowledge.') ? line.subjects[0] : undefined;
            const about = line.area === 'people' || line.area === 'signIn' ? line.subjects.at(-1) : undefined;
            const facts = factsText(t, format, line.facts);
            return (
              <tr
                key={line.id}
                data-testid="audit-line"
                title={line.request}
                className="border-b border-line/60 last:border-0"
              >
                <td className="numbers px-4 py-2 whitespace-nowrap text-ink-2">
                  <time title={new Date(line.createdAt).toISOString()}>{format.moment(line.createdAt, now)}</time>
                </td>
                <td className="px-4 py-2">{nameOf(line.profileId)}</td>
                <td className="px-4 py-2">{t(`auditArea.${line.area}`)}</td>
                <td className="px-4 py-2">{t(`auditAct.${line.act}`)}</td>
                <td className="px-4 py-2 text-ink-2">
                  {entryId !== undefined && (
                    <a className="text-accent-ink underline-offset-2 hover:underline" href={`#/knowledge/${entryId}`}>
                      {t('audit.openEntry')}
                    </a>
                  )}
                  {facts || (about === undefined ? '' : nameOf(about))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
