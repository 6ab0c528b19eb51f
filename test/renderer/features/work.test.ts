import { describe, expect, it } from 'vitest';
import { plainSettings } from '#shared/model/store.ts';
import type { Draft } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { isEdited, openDraft, workWith, workWithAnswer } from '../../../src/renderer/src/features/composer/work.ts';
import { fakeDraft } from '../support/fake-drafts.ts';
import { newId } from '../support/sample.ts';

const conversationId = newId();
const messageId = newId();

function evidence(answer: string): Evidence {
  return {
    kind: 'knowledge',
    id: newId(),
    versionId: newId(),
    question: 'Q',
    answer,
    topic: null,
    language: 'en',
    correctsEntryId: null,
    confidence: 0.9,
    cosine: 0.8,
    overlap: 0.5,
  };
}

function draft(answers: ReadonlyArray<string | null>): Draft {
  const found = answers.filter((answer) => answer !== null).map((answer) => evidence(answer));
  let next = 0;
  return fakeDraft({
    conversationId,
    messageId,
    language: 'en',
    customerName: 'Ada',
    settings: { ...plainSettings, name: 'Shop' },
    asks: answers.map((answer, index) => ({
      text: `question ${index}`,
      context: '',
      evidence: answer === null ? null : next++,
      silence: answer === null ? 'no_evidence' : null,
      confidence: answer === null ? 0 : 0.9,
    })),
    evidence: found,
    silence: null,
  });
}

describe('work', () => {
  it('shows a newer draft where nothing was typed', () => {
    const old = draft(['Four days.']);
    const now = draft(['Five days.']);
    expect(workWith({ base: old, text: old.text }, now)).toEqual({ work: { base: now, text: now.text }, newer: null });
  });

  it('never puts a newer draft over what an agent typed', () => {
    const old = draft(['Four days.']);
    const now = draft(['Five days.']);
    const { work, newer } = workWith({ base: old, text: 'My own words' }, now);
    expect(work.text).toBe('My own words');
    expect(newer).toBe(now);
  });

  it('keeps typed text when the draft is gone', () => {
    expect(workWith({ base: draft(['Four days.']), text: 'My own words' }, null).work.text).toBe('My own words');
  });

  it('does not offer a redraft that says the same as before', () => {
    const old = draft(['Four days.']);
    const same = { ...old, id: newId() };
    const { work, newer } = workWith({ base: old, text: 'My own words' }, same);
    expect(newer).toBeNull();
    expect(work.base?.id).toBe(same.id);
  });

  it('does not bring a sent or discarded draft back into the editor', () => {
    expect(openDraft({ ...draft(['A']), state: 'accepted' })).toBeNull();
    expect(openDraft({ ...draft(['A']), state: 'discarded' })).toBeNull();
    expect(openDraft({ ...draft(['A']), state: 'stale' })).not.toBeNull();
  });

  it('counts text without any draft as typed', () => {
    expect(isEdited({ base: null, text: 'Hello' })).toBe(true);
    expect(isEdited({ base: null, text: '' })).toBe(false);
  });

  it('fills one gap from a picked source and leaves the agent’s own changes alone', () => {
    const gapped = draft(['Four days.', null]);
    const answered = draft(['Four days.', 'Notes are free.']);
    const work = { base: gapped, text: `${gapped.text}\nPS: see you soon` };
    const filled = workWithAnswer(work, answered, 1);
    expect(filled?.text).toContain('Notes are free.');
    expect(filled?.text).not.toContain('[✎');
    expect(filled?.text.endsWith('PS: see you soon')).toBe(true);
  });

  it('does not guess where an answer belongs once its gap is gone', () => {
    const gapped = draft([null]);
    expect(workWithAnswer({ base: gapped, text: 'All rewritten' }, draft(['Now known.']), 0)).toBeNull();
  });
});
