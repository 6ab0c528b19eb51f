import { z } from 'zod';
import { Id, Instant, Language } from './basics.ts';
import { Channel } from './conversation.ts';
import { OrderStatus } from './order.ts';
import { ReplyFile, mostFiles } from './reply-file.ts';

/** What a macro can have filled in by the desk. Each has one type, so that every language writes it its own way. */
export const macroVariableTypes = {
  'customer.name': 'text',
  'customer.first_name': 'text',
  'customer.last_name': 'text',
  /** The name as the store's form of address has it. */
  'customer.greeting_name': 'text',
  'customer.email': 'text',
  'order.number': 'text',
  'order.status': 'status',
  'order.total': 'money',
  'order.date': 'date',
  'order.items': 'items',
  'fulfilment.carrier': 'text',
  'fulfilment.tracking_number': 'text',
  'fulfilment.tracking_link': 'text',
  'fulfilment.expected_date': 'date',
  'store.name': 'text',
  'store.closing': 'text',
  'store.signature': 'text',
  'agent.name': 'text',
} as const;

export type MacroVariable = keyof typeof macroVariableTypes;
export const macroVariables = Object.keys(macroVariableTypes) as readonly MacroVariable[];
export const MacroVariable = z.enum(macroVariables);

/** What only the agent knows: asked when the macro is used. Answers to a date are `YYYY-MM-DD`. */
export const MacroAsk = z.object({
  label: z.string().min(1),
  type: z.enum(['text', 'number', 'date', 'choice']),
  /** Of a choice; else none. */
  choices: z.array(z.string()),
});
export type MacroAsk = z.infer<typeof MacroAsk>;

/** What a person enters of a macro. */
export const MacroContent = z.object({
  name: z.string().trim().min(1).max(120),
  /** A few letters that find it first; empty: its name does. */
  shortcut: z.string().trim().max(40).regex(/^\S*$/u),
  /** Plain text with `{{variables}}`: see `parseTemplate`. */
  body: z.string().trim().min(1).max(20_000),
  /** Stores it is offered in; none: every store. */
  storeIds: z.array(Id),
  /** Whom it is for, in the owner's words; empty: everybody. */
  team: z.string().trim().max(60),
  /** Channels it is offered on; none: all. */
  channels: z.array(Channel),
  /** The language it is written in; `und`: offered whatever the customer speaks. */
  language: Language,
  /** Attached to the reply it is put into, in order. */
  files: z.array(ReplyFile).max(mostFiles).default([]),
});
export type MacroContent = z.infer<typeof MacroContent>;

/** Where a macro was imported from, with what it said there. */
export const MacroOrigin = z.object({ inboxId: Id, remoteId: z.string(), title: z.string(), body: z.string() });
export type MacroOrigin = z.infer<typeof MacroOrigin>;

/** Replies that were sent with it; `edited`: what it says was changed before. */
export const MacroUsage = z.object({
  uses: z.number().int().nonnegative(),
  edited: z.number().int().nonnegative(),
  lastUsedAt: Instant.nullable(),
});
export type MacroUsage = z.infer<typeof MacroUsage>;

/** A reply kept ready. It changes by versions; the newest counts. */
export const Macro = z.object({
  id: Id,
  versionId: Id,
  version: z.number().int().positive(),
  state: z.enum(['active', 'retired']),
  content: MacroContent,
  origin: MacroOrigin.nullable(),
  changedBy: z.string(),
  createdAt: Instant,
  updatedAt: Instant,
  usage: MacroUsage,
});
export type Macro = z.infer<typeof Macro>;

/** At most this many stand one after the other. */
export const mostStacked = 8;

/** A macro as it was put into a reply. */
export const MacroPart = z.object({ macroId: Id, versionId: Id, text: z.string().max(100_000) });
export type MacroPart = z.infer<typeof MacroPart>;

/** Macros filled in for one conversation, as they would stand in its reply. */
export const FilledMacros = z.object({
  /** What the desk did not know stands in it as a gap. */
  text: z.string(),
  /** What each of them says in it, in order: to know it again in what is sent. */
  parts: z.array(MacroPart),
  /** What they carry, each once: attached when they are put in. */
  files: z.array(ReplyFile),
  /** Everything they ask the agent, each once. */
  asks: z.array(MacroAsk),
  /** Variables that have no value here. */
  missing: z.array(MacroVariable),
  /** Where they tell of an order; null where they do not. */
  order: z
    .object({
      /** The one they tell of; null where nobody can say which. */
      number: z.string().nullable(),
      /** The customer's own, newest first. */
      own: z.array(z.object({ number: z.string(), status: OrderStatus, placedAt: Instant })),
      readAt: Instant.nullable(),
      /** The shop could not be asked again. */
      isOld: z.boolean(),
      /** The customer's address was typed by whoever writes: it proves nothing. */
      isClaimed: z.boolean(),
      /** Others may read the reply: nothing of an order is filled in. */
      isPublic: z.boolean(),
    })
    .nullable(),
});
export type FilledMacros = z.infer<typeof FilledMacros>;

/** What became of one macro of a helpdesk. `kept`: a person has changed or retired ours since. */
export const MacroImportRow = z.object({
  title: z.string(),
  result: z.enum(['added', 'updated', 'unchanged', 'kept', 'refused']),
  /** `logic`: it decides by itself what it says; `private`: one agent keeps it for themselves. */
  reason: z.enum(['logic', 'broken', 'private', 'empty', 'too_long', 'unreadable_characters']).nullable(),
  /** Placeholders that the desk fills in, as they stood there. */
  mapped: z.array(z.object({ from: z.string(), to: MacroVariable })),
  /** Placeholders that it does not know: the agent is asked for them. */
  asked: z.array(z.object({ from: z.string(), label: z.string() })),
  /** Names of files that it carries there: they are left out, for a person to attach. */
  filesLeftOut: z.array(z.string()),
});
export type MacroImportRow = z.infer<typeof MacroImportRow>;
