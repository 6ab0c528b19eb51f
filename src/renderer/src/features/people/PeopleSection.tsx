import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { PersonField } from '../../app/PersonField.tsx';
import { useMay, usePresence } from '../../app/presence.ts';
import { useAnswer, useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import { PersonForm } from './PersonForm.tsx';
import { PersonRow } from './PersonRow.tsx';

const minutes = [1, 2, 5, 10, 15, 30, 60] as const;

/** Who works at this desk, and what each of them may do. */
export function PeopleSection() {
  const { t } = useText();
  const may = useMay();
  const { profile: me, isShared } = usePresence();
  const people = useAnswer('profile.list', {});
  const [isAdding, setIsAdding] = useState(false);
  const isOwner = may('profile.add');
  const listed = (people.data ?? []).filter(({ id }) => isOwner || id === me.id);
  return (
    <section className="flex max-w-3xl flex-col gap-4">
      <header className="flex items-center gap-3">
        <h2 className="flex-1 text-lg font-semibold">{t('settings.people')}</h2>
        {isOwner && (
          <Button icon={<UserPlus size={14} />} data-testid="person-add" onClick={() => setIsAdding(true)}>
            {t('people.add')}
          </Button>
        )}
      </header>
      {!isShared && isOwner && (
        <>
          <p className="max-w-prose text-sm text-ink-2">{t('people.alone')}</p>
          <PersonField key={me.name} />
        </>
      )}
      <ul data-testid="people-list" className="rounded-xl border border-line bg-raised">
        {listed.map((profile) => (
          <PersonRow key={profile.id} profile={profile} isMe={profile.id === me.id} />
        ))}
      </ul>
      {isOwner && isShared && <LockAfterField />}
      <p className="max-w-prose text-xs text-ink-3">{t('people.caution')}</p>
      {isAdding && <PersonForm profile={null} onClose={() => setIsAdding(false)} />}
    </section>
  );
}

function LockAfterField() {
  const { t } = useText();
  const report = useReport();
  const { lockAfter } = usePresence();
  const save = useRequest('profile.setLockAfter');
  const known = minutes.some((each) => each === lockAfter) || lockAfter === null ? minutes : [...minutes, lockAfter];
  return (
    <Field label={t('people.lockAfter')} hint={t('people.lockAfterHint')} className="max-w-64">
      {(parts) => (
        <Select
          id={parts.id}
          testId="lock-after"
          value={String(lockAfter ?? 'never')}
          onChange={(value) => save.mutate({ minutes: value === 'never' ? null : Number(value) }, { onError: report })}
          options={[
            { value: 'never', label: t('people.never') },
            ...known.map((count) => ({ value: String(count), label: t('people.minutes', { count }) })),
          ]}
        />
      )}
    </Field>
  );
}
