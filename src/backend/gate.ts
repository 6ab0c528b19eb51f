import type { ParsedInput, RequestName } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors.ts';
import type { AuditAct } from '#shared/model/audit.ts';
import type { Profile } from '#shared/model/profile.ts';
import { type Asker, type RoleRule, isAtLeast, leastFor } from '#shared/role-rule.ts';
import { roleRules } from '#shared/roles.ts';
import type { Gate } from '#shared/rpc/server.ts';
import { auditLine } from './audit-line.ts';
import type { Desk } from './desk.ts';
import type { Session } from './session.ts';

/** These end in another session than they began in. */
const changesSession: ReadonlySet<RequestName> = new Set(['profile.signIn', 'profile.lock', 'profile.save']);

/**
 * The one place where it is decided who may do what, and where it is noted who changed what. A request works as the
 * person who asked until it ends, whoever works here by then; its answer is given to nobody else.
 */
export function createGate(desk: Desk, session: Session, onError: (error: unknown) => void): Gate {
  function note<N extends RequestName>(name: N, who: Profile | null, input: ParsedInput<N>, output: unknown): void {
    const rule: RoleRule<ParsedInput<N>> = roleRules[name];
    const act = typeof rule.audit?.act === 'function' ? rule.audit.act(input) : (rule.audit?.act ?? null);
    // Null answers a person who closed the system's window.
    if (act !== null && output !== null) append(name, who, act, input, output);
  }

  function append<N extends RequestName>(
    name: N,
    who: Profile | null,
    act: AuditAct,
    input: ParsedInput<N>,
    output: unknown,
  ): void {
    const { audit }: RoleRule<ParsedInput<N>> = roleRules[name];
    if (audit === null) return;
    const { deps } = desk;
    try {
      const facts = audit.facts?.(input) ?? {};
      const made = { id: deps.ids.newId(), profileId: who?.id ?? null, createdAt: deps.clock.now() };
      deps.audit.append(auditLine({ ...made, request: name, area: audit.area, act, facts }, input, output));
    } catch (error) {
      // What was done is done; that no line could be written is for the log.
      onError(error);
    }
  }

  return {
    async pass(name, input, work) {
      session.lockIfIdle();
      const who = session.profile();
      admit(name, input, who, desk);
      let output: unknown;
      try {
        output = await (who === null || changesSession.has(name) ? work() : desk.actingAs(who, work));
      } catch (error) {
        if (error instanceof AppError && error.code === 'wrong_pin') append(name, null, 'refused', input, null);
        throw error;
      }
      note(name, name === 'profile.signIn' ? session.profile() : who, input, output);
      const isTheirs = session.profile()?.id === who?.id || changesSession.has(name);
      if (!isTheirs) throw new AppError('signed_out', `${name} was done; who asked is not here any more`);
      return output;
    },
    // They tell what was done while nobody is there to read it.
    tells: (name) => session.profile() !== null || name === 'profile.changed',
  };
}

/** Errors: `signed_out`, `forbidden` (`detail.role`: who may). */
function admit<N extends RequestName>(name: N, input: ParsedInput<N>, who: Profile | null, { deps }: Desk): void {
  const rule: RoleRule<ParsedInput<N>> = roleRules[name];
  if (rule.least === null) return;
  if (who === null) throw new AppError('signed_out', `${name}: nobody is signed in`);
  const asker: Asker = {
    profileId: who.id,
    isOwnLesson(itemId) {
      const { authorId, isForeign, reach, state } = deps.learned.get(itemId);
      // What a lead refused, reworded, would be back in use.
      return authorId === who.id && !isForeign && reach !== 'everyone' && state === 'active';
    },
  };
  const least = leastFor(rule, input, asker);
  if (least === null || isAtLeast(who.role, least)) return;
  throw new AppError('forbidden', `${name} is for a ${least}`, { detail: { role: least } });
}
