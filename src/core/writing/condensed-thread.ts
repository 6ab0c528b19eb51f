import type { Message } from '#shared/model/conversation.ts';
import { sentencesOf } from '../conversations/sentences.ts';
import { plainData } from './plain-data.ts';

export type ToldMessage = { readonly from: 'customer' | 'shop'; readonly text: string };

/** Characters of one message that is told whole, and of the thread. */
const longestMessage = 3_000;
const longestThread = 12_000;
/** Characters that are left of an older message: how it begins, and what it asks. */
const gist = 240;

/**
 * A thread as a model is told it, oldest first: what waits for an answer whole, of what was said before only as much as
 * there is room for, the nearest first; older messages by their gist. What machines sent is left out.
 */
export function condensedThread(messages: readonly Message[]): readonly ToldMessage[] {
  const said = messages.filter(({ automatic }) => automatic === null);
  const told: ToldMessage[] = [];
  let room = longestThread;
  for (const [i, message] of said.toReversed().entries()) {
    const whole = plainData(message.question === '' ? message.text : message.question, longestMessage);
    const text = i < wholeMessages || whole.length * 3 < room ? whole : gistOf(whole);
    if (text === '') continue;
    room -= text.length;
    if (room < 0 && i >= wholeMessages) break;
    told.unshift({ from: message.role === 'customer' ? 'customer' : 'shop', text });
  }
  return told;
}

/** The newest are told whole, whatever room they take. */
const wholeMessages = 3;

/** The first sentence and those that ask, as far as they fit. */
function gistOf(text: string): string {
  const sentences = sentencesOf(text).map((sentence) => sentence.text);
  const telling = sentences.filter((sentence, i) => i === 0 || /[?？]/.test(sentence));
  return plainData(telling.join(' '), gist);
}
