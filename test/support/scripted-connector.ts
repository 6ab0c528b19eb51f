import type { InboxConnector, OutgoingReply } from '#core/ports/inbox-connector.ts';
import { AppError, type ErrorCode } from '#shared/errors.ts';
import { deskFileRules } from '#shared/model/reply-file.ts';

/** What happens to one call of `send`. `dies`: the program ends there, nothing after it runs. */
export type SendStep =
  | { readonly kind: 'takes' }
  | { readonly kind: 'failsBefore'; readonly error: unknown }
  | { readonly kind: 'failsAfter'; readonly error: unknown; readonly hasLeft: boolean }
  | { readonly kind: 'losesLine' | 'dies'; readonly hasLeft: boolean };

/** What `findSent` answers: the truth, or an error. */
export type LookStep = { readonly kind: 'truth' } | { readonly kind: 'fails'; readonly code: ErrorCode };

export class Crash extends Error {}

export type ScriptedConnector = {
  readonly connector: InboxConnector;
  /** Remote ids of the replies that have left, one entry each time. */
  readonly left: readonly string[];
  readonly replies: readonly OutgoingReply[];
};

/** An inbox that does what the script says, call by call, and everything right when the script is at its end. */
export function scriptedConnector(
  script: { readonly sends?: readonly SendStep[]; readonly looks?: readonly LookStep[] } = {},
  options: { readonly provesUnsent?: boolean; readonly onOpening?: () => void; readonly givenId?: string } = {},
): ScriptedConnector {
  const sends = [...(script.sends ?? [])];
  const looks = [...(script.looks ?? [])];
  const left: string[] = [];
  const replies: OutgoingReply[] = [];
  const connector: InboxConnector = {
    capabilities: {
      provesUnsent: options.provesUnsent ?? false,
      canWatch: false,
    },
    replyRules: () => ({ maxLength: 25_000, windowMs: null, files: deskFileRules }),
    helpdesk: null,
    readThread: null,
    probe: async () => ({ isOk: true, checks: [] }),
    pull: async () => ({ messages: [], undelivered: [], orders: [], cursor: '', hasMore: false, progress: null }),
    newRemoteId: () => 'reply',
    async send(reply, _signal, onLeaving) {
      replies.push(reply);
      const step = sends.shift() ?? { kind: 'takes' };
      await Promise.resolve();
      options.onOpening?.();
      if (step.kind === 'failsBefore') throw step.error;
      onLeaving();
      if (step.kind === 'takes' || step.hasLeft) left.push(reply.remoteId);
      if (step.kind === 'failsAfter') throw step.error;
      if (step.kind === 'losesLine') throw new AppError('send_uncertain', 'The line broke');
      if (step.kind === 'dies') throw new Crash();
      return options.givenId ?? reply.remoteId;
    },
    async findSent(reply) {
      const step = looks.shift() ?? { kind: 'truth' };
      if (step.kind === 'fails') throw new AppError(step.code, 'No');
      return left.includes(reply.remoteId) ? (options.givenId ?? reply.remoteId) : null;
    },
    waitForNews: async () => undefined,
    close: async () => undefined,
  };
  return { connector, left, replies };
}
