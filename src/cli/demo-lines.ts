import type { Draft } from '#shared/model/draft.ts';
import type { ShownDraft, ShownLesson } from './demo.ts';

const silenceWords: Readonly<Record<NonNullable<Draft['silence']>, string>> = {
  nothing_asked: 'nothing is asked',
  automatic: 'a machine wrote it',
  no_evidence: 'nothing in the knowledge comes near',
  weak_evidence: 'what comes near is not enough to answer from',
  ambiguous: 'two passages come equally near and differ',
  other_language: 'the evidence is in another language',
};

export function heading(text: string): string {
  return `\n${text}\n${'─'.repeat(text.length)}`;
}

/** A conversation with its draft, every answer with its source; or with the silence and what came near. */
export function draftLines({ conversation, question, draft }: ShownDraft): readonly string[] {
  const lines = ['', `▸ ${conversation.customerName}: ${conversation.subject}`, ...indented(question, '  │ ')];
  if (draft.silence !== null) {
    lines.push(`  ∅ No draft: ${silenceWords[draft.silence]}.`);
    const nearest = draft.evidence[0];
    if (nearest !== undefined) lines.push(`    nearest: “${nearest.question}” (${nearest.confidence.toFixed(2)})`);
    return lines;
  }
  lines.push(...indented(draft.text, '    '), `  confidence ${draft.confidence.toFixed(2)}`);
  for (const ask of draft.asks) {
    const evidence = ask.evidence === null ? undefined : draft.evidence[ask.evidence];
    if (evidence === undefined) lines.push(`  ∅ “${ask.text}”: ${silenceWords[ask.silence ?? 'no_evidence']}`);
    else
      lines.push(
        `  ← ${evidence.kind}: “${evidence.kind === 'order' ? evidence.id : evidence.question}” (${evidence.confidence.toFixed(2)})`,
      );
  }
  return lines;
}

export function lessonLines(lesson: ShownLesson): readonly string[] {
  return [
    ...draftLines(lesson.first),
    '  The agent sends instead:',
    ...indented(lesson.sentText, '    '),
    ...lesson.learned.flatMap((item) => [`  ✓ learned for “${item.question}”:`, ...indented(item.answer, '    ')]),
    '',
    'A similar question, before the lesson:',
    ...draftLines(lesson.before),
    '',
    'The same question, after it:',
    ...draftLines(lesson.after),
  ];
}

function indented(text: string, margin: string): readonly string[] {
  return text.split('\n').map((line) => margin + line);
}
