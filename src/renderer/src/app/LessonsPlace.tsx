import { LessonReplayDialog } from '../features/ask/ReplayDialog.tsx';
import { LessonsPage } from '../features/lessons/LessonsPage.tsx';
import { OwnLessons } from '../features/lessons/OwnLessons.tsx';
import { useMay } from './presence.ts';
import { type LessonSection, useRoute } from './routes.ts';
import { useOpenConversation } from './use-open-conversation.ts';

/** What the desk has learned: the desk of a lead, or what an agent has taught. */
export function LessonsPlace(props: {
  readonly storeId: string;
  readonly section: LessonSection;
  readonly chosenId: string | null;
}) {
  const [, go] = useRoute();
  const may = useMay();
  const openConversation = useOpenConversation();
  if (!may('lesson.queue')) return <OwnLessons storeId={props.storeId} chosenId={props.chosenId} />;
  return (
    <LessonsPage
      {...props}
      onGo={(section, id, replaces) => go({ place: 'learned', section, id }, replaces)}
      onOpenConversation={openConversation}
      renderReplay={(lesson, onClose) => (
        <LessonReplayDialog
          lesson={lesson}
          onOpenConversation={openConversation}
          onOpenEntry={(id) => go({ place: 'knowledge', section: 'entries', id })}
          onClose={onClose}
        />
      )}
    />
  );
}
