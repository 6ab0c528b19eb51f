import type { Message } from '#shared/model/conversation.ts';

/** Customer messages after the store's last word, oldest first. What a machine of the store wrote is no word. */
export function waitingMessages(messages: readonly Message[]): readonly Message[] {
  const lastWord = messages.findLastIndex((message) => message.role === 'agent' && message.automatic === null);
  return messages.slice(lastWord + 1).filter((message) => message.role === 'customer');
}

/** The message a reply would answer: the last that a person wrote, else the last; undefined where none waits. */
export function messageToAnswer(messages: readonly Message[]): Message | undefined {
  const waiting = waitingMessages(messages);
  return waiting.findLast((message) => message.automatic === null) ?? waiting.at(-1);
}
