import { Plus, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { LessonRule } from '#shared/model/lesson-review.ts';
import { useAnswer, useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { useNow } from '../../ui/use-now.ts';
import { listState } from './ListState.tsx';
import { RuleForm } from './RuleForm.tsx';
import { ruleText } from './rule-text.ts';

/** By which rules lessons are shared without a lead looking; none until somebody sets one. */
export function RulesPage({ storeId }: { readonly storeId: string }) {
  const { t, format } = useText();
  const now = useNow();
  const report = useReport();
  const answer = useAnswer('lesson.rules', { storeId });
  const people = useAnswer('profile.list', {});
  const coverage = useAnswer('insight.coverage', { storeId, topic: null });
  const topics = (coverage.data?.topics ?? []).map(({ topic }) => topic);
  const save = useRequest('lesson.saveRules');
  /** Which rule is being changed; its number after the last for a new one. */
  const [editing, setEditing] = useState<number | null>(null);
  const set = answer.data;
  const named = (people.data ?? []).map(({ id, name, role }) => ({ id, name: name || t(`role.${role}`) }));
  const nameOf = (id: string): string => named.find((each) => each.id === id)?.name ?? t('lessons.elsewhere');

  if (set === undefined) return listState(answer.error, true);

  function keep(rules: readonly LessonRule[], told: string): void {
    if (set === undefined) return;
    save.mutate(
      { storeId, fromVersion: set.version, rules: [...rules] },
      {
        onSuccess: () => {
          setEditing(null);
          showToast({ tone: 'good', text: told });
          void answer.refetch();
        },
        onError: (error) => {
          if (error.code !== 'conflict') return report(error);
          showToast({ tone: 'bad', text: t('rules.conflict'), lasts: 12_000 });
          void answer.refetch();
        },
      },
    );
  }
  const form = (index: number) => (
    <RuleForm
      key={`${index} ${set.version}`}
      rule={set.rules[index] ?? null}
      people={named}
      topics={topics}
      nameOf={nameOf}
      isBusy={save.isPending}
      onClose={() => setEditing(null)}
      onSave={(rule) =>
        keep(
          index < set.rules.length ? set.rules.map((one, at) => (at === index ? rule : one)) : [...set.rules, rule],
          t('rules.saved'),
        )
      }
    />
  );

  return (
    <div className="min-w-0 flex-1 overflow-y-auto px-5 py-5">
      <div className="mx-auto flex w-full max-w-3xl flex-col gap-4">
        <header className="flex items-start gap-3">
          <div className="flex-1">
            <h2 className="text-base font-semibold">{t('rules.title')}</h2>
            {set.versionId !== null && (
              <p className="text-xs text-ink-3">
                {t('rules.setBy', {
                  who: set.role === null ? set.who || t('lessons.unnamed') : t(`lessons.elsewhere.${set.role}`),
                  when: format.moment(set.at, now),
                })}
              </p>
            )}
          </div>
          <Button
            icon={<Plus size={14} />}
            data-testid="rule-add"
            disabled={editing !== null}
            onClick={() => setEditing(set.rules.length)}
          >
            {t('rules.add')}
          </Button>
        </header>
        {set.rules.length === 0 && <p className="text-sm text-ink-2">{t('rules.none')}</p>}
        <ul className="flex flex-col gap-2">
          {set.rules.map((rule, index) => (
            <li key={index}>
              {editing === index ? (
                form(index)
              ) : (
                <div
                  data-testid="rule"
                  className="flex items-start gap-3 rounded-xl border border-line bg-raised px-4 py-3"
                >
                  <p className="min-w-0 flex-1 text-sm break-words">{ruleText(t, rule, nameOf)}</p>
                  <Button size="small" tone="quiet" data-testid="rule-edit" onClick={() => setEditing(index)}>
                    {t('rules.edit')}
                  </Button>
                  <Button
                    size="small"
                    tone="quiet"
                    data-testid="rule-remove"
                    disabled={save.isPending}
                    onClick={() =>
                      keep(
                        set.rules.filter((_, at) => at !== index),
                        t('rules.removed'),
                      )
                    }
                  >
                    {t('rules.remove')}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
        {editing === set.rules.length && form(editing)}
        <p className="flex items-start gap-2 text-xs text-ink-2">
          <ShieldCheck size={14} className="mt-px shrink-0 text-accent-ink" aria-hidden />
          {t('rules.always')}
        </p>
      </div>
    </div>
  );
}
