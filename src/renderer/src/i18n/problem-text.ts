import type { Problem } from '#shared/errors.ts';
import { Role } from '#shared/model/profile.ts';
import { type Translate } from './translate.ts';

type Words = { readonly what: string; readonly remedy: string };

/**
 * A problem in the person's language: what happened, and what they can do about it. `product` is what should answer
 * there, where it is known.
 */
export function problemText(t: Translate, problem: Problem, product?: string): Words {
  const refused = refusalText(t, problem) ?? attachedText(t, problem);
  if (refused !== null) return refused;
  const reasoned = reasonText(t, problem, product ?? t('problem.helpdesk'));
  if (reasoned !== null) return reasoned;
  if (product !== undefined && problem.code === 'refused_credentials') {
    return { what: t('problem.key', { product }), remedy: t('problem.key.remedy') };
  }
  const host = problem.detail['host'];
  if (host !== undefined && (problem.code === 'unreachable' || problem.code === 'timed_out')) {
    return { what: t('error.unreachable.host', { host }), remedy: t(`remedy.${problem.code}`) };
  }
  if (host !== undefined && problem.code === 'host_not_named') {
    return { what: t('error.host_not_named.host', { host }), remedy: t('remedy.host_not_named') };
  }
  const role = Role.safeParse(problem.detail['role']).data;
  if (role !== undefined && problem.code === 'forbidden') {
    return { what: t('error.forbidden.role', { role: t(`role.${role}`) }), remedy: t('remedy.forbidden') };
  }
  const field = problem.detail['field'];
  if (field === 'security' && problem.code === 'invalid_input') {
    return { what: t('error.invalid_input.security'), remedy: t('remedy.invalid_input.security') };
  }
  if (field !== undefined && field !== '' && problem.code === 'invalid_input') {
    return { what: t('error.invalid_input.field', { field }), remedy: t('remedy.invalid_input') };
  }
  const fault = modelFaults.find((known) => known === problem.detail['fault']);
  if (problem.code === 'model_unusable' && fault !== undefined) {
    return {
      what: t(`modelFault.${fault}`, { part: problem.detail['part'] ?? '' }),
      remedy: t('remedy.model_unusable'),
    };
  }
  const file = problem.detail['file'];
  if (file !== undefined && problem.code === 'download_altered') {
    return { what: t('error.download_altered.file', { file }), remedy: t('remedy.download_altered') };
  }
  if (file !== undefined && problem.code === 'file_unreadable') {
    const reason = fileReason(problem.detail['reason']);
    if (reason !== null)
      return { what: t(`problem.file.${reason}`, { file }), remedy: t(`problem.file.${reason}.remedy`) };
  }
  if (file !== undefined && problem.code === 'unsupported') {
    return { what: t('error.unsupported.file'), remedy: t('remedy.file_unreadable') };
  }
  return { what: t(`error.${problem.code}`), remedy: t(`remedy.${problem.code}`) };
}

/** Why files cannot go with a reply; null for any other problem. */
function attachedText(t: Translate, { code, detail }: Problem): Words | null {
  const reason = attachedReasons.find((known) => known === detail['reason']);
  if (code !== 'files_refused' || reason === undefined) return null;
  const values = { file: detail['file'] ?? '', max: mostOf(reason, detail['max']) };
  return { what: t(`problem.attached.${reason}`, values), remedy: t(`problem.attached.${reason}.remedy`) };
}

const attachedReasons = [
  ...(['empty', 'unreadable', 'too_large', 'too_large_together', 'too_many', 'gone', 'detached'] as const),
  ...(['not_taken_copied', 'not_taken_channel', 'not_taken_helpdesk'] as const),
] as const;

/** A limit in bytes as megabytes, or a number of files. */
function mostOf(reason: (typeof attachedReasons)[number], max: string | number | undefined): string {
  return reason === 'too_many' ? String(max ?? '') : `${Math.floor(Number(max ?? 0) / 1024 / 1024)} MB`;
}

const modelFaults = ['no_model', 'missing', 'damaged', 'shape', 'unsupported'] as const;

const fileReasons = [
  'broken',
  'encrypted',
  'no_text',
  'no_entries',
  'too_deep',
  'too_large_inside',
  'took_too_long',
  'too_many',
  'no_products',
] as const;

/** Why a file cannot be read, as far as it is worded; entities and broken mark-up are damage to whoever brought it. */
function fileReason(reason: unknown): (typeof fileReasons)[number] | null {
  if (reason === 'declares_entities' || reason === 'not_xml') return 'broken';
  return fileReasons.find((known) => known === reason) ?? null;
}

/** Why an export or a backup was refused, by the name of the file at fault; null for any other problem. */
function refusalText(t: Translate, { code, detail }: Problem): Words | null {
  if (code !== 'corpus_refused' && code !== 'backup_refused') return null;
  const why = refusals.find((each) => each === detail['why']);
  const isGone = code === 'backup_refused' && why === 'missing';
  const remedy = why === undefined ? t(`remedy.${code}`) : t(isGone ? 'refusal.gone' : `refusal.${why}`);
  const { file } = detail;
  return { what: file === undefined ? t(`error.${code}`) : t(`error.${code}.file`, { file }), remedy };
}

const refusals = [
  ...(['missing', 'extra', 'twice', 'name', 'link', 'changed', 'signature', 'version', 'content'] as const),
  ...(['reference', 'conflict', 'damaged', 'foreign', 'newer'] as const),
] as const;

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
