import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { noKeychainHost } from '#adapters/host/no-keychain-host.ts';
import { type SampleLesson, readSampleStore } from '#adapters/inbox/sample/sample-store.ts';
import { sentReplies } from '#adapters/inbox/sample/sample-connector.ts';
import { sampleSentFile } from '#backend/connectors.ts';
import { type RunningDesk, runDesk } from '#backend/run-desk.ts';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { AppError } from '#shared/errors.ts';
import type { ConversationRow } from '#shared/model/conversation.ts';
import type { Draft } from '#shared/model/draft.ts';
import type { CommandContext } from './context.ts';
import { draftLines, heading, lessonLines } from './demo-lines.ts';

export type DemoResult = {
  readonly conversations: number;
  readonly drafts: readonly ShownDraft[];
  readonly silences: readonly ShownDraft[];
  readonly lesson: ShownLesson;
  readonly sent: number;
  readonly counts: { readonly ready: number; readonly partial: number; readonly silent: number };
  readonly elapsedMs: number;
};
export type ShownDraft = { readonly conversation: ConversationRow; readonly question: string; readonly draft: Draft };
export type ShownLesson = {
  readonly first: ShownDraft;
  readonly sentText: string;
  readonly learned: ReadonlyArray<{ readonly question: string; readonly answer: string }>;
  readonly before: ShownDraft;
  readonly after: ShownDraft;
};

const shownDrafts = 6;
const shownSilences = 2;

/** `deskside demo`: the whole path on the sample store, on a desk of its own that is thrown away. */
export async function demoCommand(context: CommandContext, options: { readonly json: boolean }): Promise<void> {
  const started = performance.now();
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'deskside-demo-'));
  const running = await runDesk({
    ...context,
    dataFolder,
    host: noKeychainHost(),
    seedsSample: true,
    onError: (where, error) => context.note(`${where}: ${String(error)}`),
  });
  try {
    await inboxPulled(running);
    await running.loops.index.settled();
    await running.loops.drafts.settled();
    const shown = allDrafts(running);
    if (!options.json) printDrafts(context, running, shown);
    const lesson = await taught(running, context, shown);
    await replyLeft(running);
    const result: DemoResult = {
      conversations: shown.length,
      drafts: answeredOf(shown).slice(0, shownDrafts),
      silences: silentOf(shown).slice(0, shownSilences),
      lesson,
      sent: sentReplies(sampleSentFile(dataFolder)).length,
      counts: countsOf(shown),
      elapsedMs: Math.round(performance.now() - started),
    };
    if (options.json) context.print(JSON.stringify(result, null, 2));
    else printLesson(context, result);
  } finally {
    await running.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function inboxPulled({ desk }: RunningDesk): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 25) {
    if (desk.deps.inboxes.list().every((inbox) => inbox.state.syncedAt !== null)) return;
    await pause(25);
  }
  throw new AppError('timed_out', 'The sample inbox did not answer within a minute');
}

async function replyLeft({ desk }: RunningDesk): Promise<void> {
  for (let waited = 0; waited < 30_000 && desk.deps.outbox.pending().length > 0; waited += 25) await pause(25);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function allDrafts({ desk }: RunningDesk): readonly ShownDraft[] {
  const { items } = desk.deps.conversations.list({ status: 'unanswered', offset: 0, limit: 500 });
  return items.flatMap((conversation) => {
    const draft = desk.deps.drafts.current(conversation.id);
    return draft === null ? [] : [{ conversation, question: questionOf(desk.deps, draft), draft }];
  });
}

function questionOf(deps: RunningDesk['desk']['deps'], draft: Draft): string {
  return (
    deps.conversations.messages(draft.conversationId).find((message) => message.id === draft.messageId)?.question ?? ''
  );
}

/** Whole answers first, then by confidence. */
const answeredOf = (shown: readonly ShownDraft[]): readonly ShownDraft[] =>
  shown
    .filter(({ draft }) => draft.silence === null)
    .sort((a, b) => Number(isPartial(a.draft)) - Number(isPartial(b.draft)) || b.draft.confidence - a.draft.confidence);
const isPartial = (draft: Draft): boolean => draft.sentences.some((sentence) => sentence.part === 'gap');
const silentOf = (shown: readonly ShownDraft[]): readonly ShownDraft[] =>
  shown.filter(
    ({ draft }) => draft.silence !== null && draft.silence !== 'nothing_asked' && draft.silence !== 'automatic',
  );

function countsOf(shown: readonly ShownDraft[]): DemoResult['counts'] {
  const answered = answeredOf(shown);
  const partial = answered.filter(({ draft }) => isPartial(draft)).length;
  return { ready: answered.length - partial, partial, silent: shown.length - answered.length };
}

/** Plays the human: edits the first draft that one of the sample's lessons fits, and drafts its twin before and after. */
async function taught(
  running: RunningDesk,
  context: CommandContext,
  shown: readonly ShownDraft[],
): Promise<ShownLesson> {
  const { deps } = running.desk;
  for (const lesson of readSampleStore(context.resourcesFolder).lessons) {
    const first = shownOf(running, shown, lesson.first);
    const twin = shownOf(running, shown, lesson.second);
    const sentText = first === null ? null : editedText(first.draft, lesson);
    if (first === null || twin === null || sentText === null) continue;
    const { learned } = await acceptDraft(deps, {
      conversationId: first.conversation.id,
      draftId: first.draft.id,
      lastMessageId: first.draft.messageId,
      text: sentText,
      // The human of the demo knows better than the entry: that is the lesson.
      confirmed: 'all',
    });
    const after = await draftReply(deps, { conversationId: twin.conversation.id });
    if (after.learnedItemIds.length === 0) continue;
    return { first, sentText, learned, before: twin, after: { ...twin, draft: after } };
  }
  throw new AppError('internal', 'No lesson of the sample store changed the next draft');
}

function shownOf({ desk }: RunningDesk, shown: readonly ShownDraft[], sampleId: string): ShownDraft | null {
  const inbox = desk.deps.inboxes.list()[0];
  const conversationId = inbox === undefined ? null : desk.deps.conversations.findByThreadId(inbox.id, sampleId);
  return shown.find(({ conversation }) => conversation.id === conversationId) ?? null;
}

function editedText(draft: Draft, lesson: SampleLesson): string | null {
  if (lesson.write !== undefined) return lesson.write;
  if (lesson.edit === undefined || !draft.text.includes(lesson.edit.find)) return null;
  return draft.text.replace(lesson.edit.find, () => lesson.edit?.replace ?? '');
}

function printDrafts(context: CommandContext, running: RunningDesk, shown: readonly ShownDraft[]): void {
  const { ready, partial, silent } = countsOf(shown);
  const status = running.desk.embedders.state();
  context.print(heading('Deskside on its sample store'));
  context.print(
    `${shown.length} customers wait. ${ready} drafts are ready, ${partial} answer a part, for ${silent} the desk is silent.`,
  );
  context.print(`Searched by ${status.id === null ? 'words alone' : `words and meaning (${status.id})`}.`);
  for (const one of answeredOf(shown).slice(0, shownDrafts)) for (const line of draftLines(one)) context.print(line);
  context.print(heading('Honest silence'));
  for (const one of silentOf(shown).slice(0, shownSilences)) for (const line of draftLines(one)) context.print(line);
}

function printLesson(context: CommandContext, result: DemoResult): void {
  context.print(heading('A correction, and what it teaches'));
  for (const line of lessonLines(result.lesson)) context.print(line);
  context.print('');
  context.print(
    `${result.sent} ${result.sent === 1 ? 'reply' : 'replies'} sent, ${result.lesson.learned.length} lesson kept, ${(result.elapsedMs / 1000).toFixed(1)} s in all.`,
  );
}
