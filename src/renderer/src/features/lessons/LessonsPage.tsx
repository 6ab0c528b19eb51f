import { UserRoundX } from 'lucide-react';
import { useState } from 'react';
import { useAnswer } from '../../app/queries.ts';
import { type LessonSection, lessonSections } from '../../app/routes.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { useNow } from '../../ui/use-now.ts';
import { HistoryPage } from './HistoryPage.tsx';
import type { ReplayOf } from './LessonWork.tsx';
import { RepliesPage } from './RepliesPage.tsx';
import { RulesPage } from './RulesPage.tsx';
import { StandingPage } from './StandingPage.tsx';
import { WaitingPage } from './WaitingPage.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';
import { usualDays, spanUntil } from './span-until.ts';

type Props = {
  readonly storeId: string;
  readonly section: LessonSection;
  readonly chosenId: string | null;
  /** `replaces`: going back does not come past it. */
  readonly onGo: (section: LessonSection, id: string | null, replaces?: boolean) => void;
  readonly onOpenConversation: (conversationId: string) => void;
  readonly renderReplay: ReplayOf;
};

/** How many stand in each section; none where that is not counted. */
function useCounts(storeId: string): Partial<Record<LessonSection, number>> {
  const now = useNow();
  const one = { storeId, limit: 1 };
  const total = (answer: { readonly data: { readonly total: number } | undefined }): number | undefined =>
    answer.data?.total;
  const waiting = total(useAnswer('lesson.list', { ...one, standing: 'waiting' }));
  const shared = total(useAnswer('lesson.list', { ...one, standing: 'shared' }));
  const aside = total(useAnswer('lesson.list', { ...one, standing: 'setAside' }));
  const rejected = total(useAnswer('lesson.list', { ...one, standing: 'rejected' }));
  const withdrawn = total(useAnswer('lesson.list', { ...one, standing: 'withdrawn' }));
  const replies = total(useAnswer('lesson.reviews', { ...one, ...spanUntil(now, usualDays) }, { keepsLast: true }));
  return Object.fromEntries(
    Object.entries({
      waiting,
      shared,
      aside,
      ended: rejected === undefined || withdrawn === undefined ? undefined : rejected + withdrawn,
      replies,
    }).filter(([, count]) => count !== undefined),
  );
}

function Section(props: Props) {
  const go = (id: string | null): void => props.onGo(props.section, id, true);
  switch (props.section) {
    case 'waiting':
      return <WaitingPage {...props} onChoose={go} />;
    case 'shared':
    case 'aside':
    case 'ended':
      return <StandingPage key={props.section} {...props} section={props.section} onChoose={go} />;
    case 'replies':
      return <RepliesPage {...props} onChoose={go} />;
    case 'rules':
      return <RulesPage storeId={props.storeId} />;
    case 'history':
      return <HistoryPage {...props} onChoose={go} />;
  }
}

/** The desk of a lead: what people taught, what is shared and what it did, what was sent, by which rules. */
export function LessonsPage(props: Props) {
  const { t } = useText();
  const counts = useCounts(props.storeId);
  const [isWithdrawing, setIsWithdrawing] = useState(false);
  return (
    <main className="flex min-w-0 flex-1 flex-col bg-surface" data-testid="lesson-list">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-5 py-2">
        <h1 className="text-lg font-semibold">{t('nav.learned')}</h1>
        <Tabs
          label={t('lessons.sections')}
          testId="lesson-tabs"
          value={props.section}
          onChange={(section) => props.onGo(section, null)}
          tabs={lessonSections.map((id) => ({ id, label: t(`lessons.section.${id}`), count: counts[id] }))}
        />
        <span className="flex-1" />
        <Button
          size="small"
          tone="quiet"
          icon={<UserRoundX size={13} />}
          data-testid="lesson-withdraw"
          onClick={() => setIsWithdrawing(true)}
        >
          {t('lessons.do.withdraw')}
        </Button>
      </header>
      <div className="flex min-h-0 flex-1">
        <Section {...props} />
      </div>
      {isWithdrawing && <WithdrawDialog storeId={props.storeId} onClose={() => setIsWithdrawing(false)} />}
    </main>
  );
}
