import { parseTemplate } from '#shared/macro-template.ts';
import type { MacroImportRow, MacroVariable } from '#shared/model/macro.ts';
import { withPlaceholders } from '../knowledge/macro-placeholders.ts';

/** Helpdesks whose placeholders are known. */
export type MacroDialect = 'zendesk' | 'gorgias' | 'freshdesk' | 'chatwoot' | 'libredesk';

export type ReadInOurs =
  | (Pick<MacroImportRow, 'mapped' | 'asked'> & { readonly body: string })
  | { readonly refusal: 'logic' | 'broken' };

/**
 * A helpdesk's macro in our words. Placeholders that the desk can fill in become its variables; all others, also blanks
 * for the agent ("[order number]", "XXXX"), become prompts. One that decides by itself what it says is refused.
 */
export function readInOurs(text: string, dialect: MacroDialect): ReadInOurs {
  const mapped = new Map<string, MacroVariable>();
  const asked = new Map<string, string>();
  const blanks = new Map<string, number>();
  let isLogic = false;
  const body = withPlaceholders(text, (found, at) => {
    if (isOfLogic(found)) isLogic = true;
    const { path, otherwise } = pathIn(found);
    const variable = path === '' ? undefined : variableOf(path, dialect);
    if (variable !== undefined) {
      mapped.set(found, variable);
      return otherwise === '' ? `{{${variable}}}` : `{{${variable} | default: ${otherwise}}}`;
    }
    const label = labelOf(found, text.slice(0, at), blanks);
    asked.set(found, label);
    return `{{ask: ${label}}}`;
  });
  if (isLogic) return { refusal: 'logic' };
  if (body === null || parseTemplate(body).problems.length > 0) return { refusal: 'broken' };
  return {
    body,
    mapped: [...mapped].map(([from, to]) => ({ from, to })),
    asked: [...asked].map(([from, label]) => ({ from, label })),
  };
}

function isOfLogic(found: string): boolean {
  return (
    found.startsWith('{%') ||
    /^\{\{-?\s*(?:[#/^>]|(?:if|else|end|range|with|unless|each|for|block|define|template)\b)/.test(found)
  );
}

/** Between double braces: the path, without filters, and what is said where it has no value. */
function pathIn(found: string): { readonly path: string; readonly otherwise: string } {
  const [, inner] = /^\{\{-?(.*?)-?\}\}$/su.exec(found) ?? [];
  if (inner === undefined) return { path: '', otherwise: '' };
  const [, path = '', rest = ''] = /^\s*\.?([\w.[\]-]+)\s*(.*)$/su.exec(inner) ?? [];
  const [, , otherwise = ''] = /(?:\|\||\|\s*default:?)\s*(["'])(.*?)\1/su.exec(rest) ?? [];
  // Letter case and underscores are written in every way: `FirstName`, `first_name`, `firstname`.
  return { path: path.toLowerCase().replaceAll('_', ''), otherwise: otherwise.replace(/[{}|\n]+/g, ' ').trim() };
}

const people: Record<MacroDialect, { readonly customer: RegExp; readonly agent: RegExp; readonly store: RegExp }> = {
  zendesk: {
    customer: /^ticket\.(?:requester|submitter)\.(.+)$/,
    agent: /^(?:currentuser|agent|ticket\.assignee)\.(.+)$/,
    store: /^ticket\.(?:brand\.name|account)$/,
  },
  gorgias: {
    customer:
      /^(?:ticket\.customer|ticket\.requester|ticket\.customer\.integrations(?:\.shopify|\[\w+\])\.customer)\.(.+)$/,
    agent: /^(?:currentuser|ticket\.assigneeuser)\.(.+)$/,
    store: /^ticket\.account\.(?:name|domain)$/,
  },
  freshdesk: {
    customer: /^ticket\.requester\.(.+)$/,
    agent: /^(?:ticket\.)?agent\.(.+)$/,
    store: /^(?:helpdeskname|ticket\.(?:portalname|productname))$/,
  },
  chatwoot: { customer: /^contact\.(.+)$/, agent: /^agent\.(.+)$/, store: /^(?:inbox|account)\.name$/ },
  libredesk: {
    customer: /^(?:contact|recipient)\.(.+)$/,
    agent: /^(?:author|agent)\.(.+)$/,
    store: /^(?:sitename|app\.name|brand\.name)$/,
  },
};

const customerFields: Readonly<Record<string, MacroVariable>> = {
  name: 'customer.name',
  fullname: 'customer.name',
  firstname: 'customer.first_name',
  lastname: 'customer.last_name',
  email: 'customer.email',
  'name.first': 'customer.first_name',
};
const agentFields: Readonly<Record<string, MacroVariable>> = {
  name: 'agent.name',
  fullname: 'agent.name',
  firstname: 'agent.name',
  'name.first': 'agent.name',
  signature: 'store.signature',
};
/** Of the newest order in Gorgias' integration with a shop. */
const orderFields: Readonly<Record<string, MacroVariable>> = {
  name: 'order.number',
  ordernumber: 'order.number',
  totalprice: 'order.total',
  createdat: 'order.date',
  fulfillmentstatus: 'order.status',
  trackingnumber: 'fulfilment.tracking_number',
  'trackingnumbers[0]': 'fulfilment.tracking_number',
  trackingurl: 'fulfilment.tracking_link',
  'trackingurls[0]': 'fulfilment.tracking_link',
  trackingcompany: 'fulfilment.carrier',
};

function variableOf(path: string, dialect: MacroDialect): MacroVariable | undefined {
  const { customer, agent, store } = people[dialect];
  if (store.test(path)) return 'store.name';
  if (dialect === 'zendesk' && path === 'ticket.requester') return 'customer.name';
  const [, order = ''] =
    (dialect === 'gorgias' ? /\.integrations(?:\.shopify|\[\w+\])\.orders\[0\]\.(.+)$/.exec(path) : null) ?? [];
  if (order !== '') return orderFields[order.replace(/^fulfillments\[(?:0|-1)\]\./, '')];
  const [, customerField = ''] = customer.exec(path) ?? [];
  const [, agentField = ''] = agent.exec(path) ?? [];
  return customerFields[customerField] ?? agentFields[agentField];
}

const longestLabel = 60;

/** What the agent is asked: the placeholder's own words, or for a mere blank the words before it. */
function labelOf(found: string, before: string, blanks: Map<string, number>): string {
  const words = found
    .replace(/\|.*$/su, '')
    .replace(/[\s{}[\]<>%$|_.:【】〔〕［］]+/gu, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .trim();
  const isBlank = words === '' || /^(?:X+|[○〇●◯△]+)$/iu.test(words);
  if (!isBlank) return cut(words, longestLabel);
  const line = before.split('\n').at(-1) ?? '';
  const whole = [...line.replace(/[{}[\]|\s]+/gu, ' ').trimEnd()];
  const tail = whole.slice(-24).join('');
  // Not from within a word.
  const around = whole.length > 24 ? tail.replace(/^\S{0,20}\s/u, '') : tail;
  const label = `${around} …`.trim();
  const count = (blanks.get(label) ?? 0) + 1;
  blanks.set(label, count);
  return count === 1 ? label : `${label} (${count})`;
}

function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : text;
}
