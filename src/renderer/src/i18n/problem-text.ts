import type { Problem } from '#shared/errors.ts';
import { type Translate } from './translate.ts';

type Words = { readonly what: string; readonly remedy: string };

/**
 * A problem in the person's language: what happened, and what they can do about it. `product` is what should answer
 * there, where it is known.
 */
export function problemText(t: Translate, problem: Problem, product?: string): Words {
  const reasoned = reasonText(t, problem, product ?? t('problem.helpdesk'));
  if (reasoned !== null) return reasoned;
  if (product !== undefined && problem.code === 'refused_credentials') {
    return { what: t('problem.key', { product }), remedy: t('problem.key.remedy') };
  }
  const host = problem.detail['host'];
  if (host !== undefined && (problem.code === 'unreachable' || problem.code === 'timed_out')) {
    return { what: t('error.unreachable.host', { host }), remedy: t(`remedy.${problem.code}`) };
  }
  const field = problem.detail['field'];
  if (field === 'security' && problem.code === 'invalid_input') {
    return { what: t('error.invalid_input.security'), remedy: t('remedy.invalid_input.security') };
  }
  if (field !== undefined && field !== '' && problem.code === 'invalid_input') {
    return { what: t('error.invalid_input.field', { field }), remedy: t('remedy.invalid_input') };
  }
  const file = problem.detail['file'];
  if (file !== undefined && problem.code === 'unsupported') {
    return { what: t('error.unsupported.file'), remedy: t('remedy.file_unreadable') };
  }
  return { what: t(`error.${problem.code}`), remedy: t(`remedy.${problem.code}`) };
}

/** A problem of a connection that is being set up: there is nothing else to work on yet. */
export function setUpProblemText(t: Translate, problem: Problem, product?: string): Words {
  const words = problemText(t, problem, product);
  const isLine = problem.code === 'unreachable' || problem.code === 'timed_out';
  const isPlain = isLine && words.remedy === t(`remedy.${problem.code}`);
  return isPlain ? { ...words, remedy: t('probe.checkLine') } : words;
}

/** What a helpdesk lacks, where its connector names it; null for any other reason, which is the server's own text. */
function reasonText(t: Translate, { detail }: Problem, product: string): Words | null {
  const { reason, scope } = detail;
  switch (reason) {
    case 'scope': {
      const what = scope === undefined ? t('problem.scope') : t('problem.scope.named', { scope });
      return { what, remedy: t('problem.scope.remedy') };
    }
    case 'already_connected': {
      const named = { inbox: detail['inbox'] ?? '', store: detail['store'] ?? '' };
      return { what: t('problem.already_connected', named), remedy: t('problem.already_connected.remedy') };
    }
    case 'plan':
    case 'host':
      return { what: t(`problem.${reason}`, { product }), remedy: t(`problem.${reason}.remedy`) };
    case 'role':
    case 'account':
    case 'inbox':
    case 'missing':
    case 'other_account':
      return { what: t(`problem.${reason}`), remedy: t(`problem.${reason}.remedy`) };
    default:
      return null;
  }
}
