import { z } from 'zod';
import { Instant } from './basics.ts';

/** How a thread stands in its helpdesk. Systems know more states; each is shown as the nearest of these. */
export const ThreadStatus = z.enum(['open', 'pending', 'solved']);
export type ThreadStatus = z.infer<typeof ThreadStatus>;

/** An agent of the helpdesk a thread can be given to. */
export const Assignee = z.object({ id: z.string(), name: z.string() });
export type Assignee = z.infer<typeof Assignee>;

/** What the helpdesk knows of a customer. */
export const HelpdeskCustomer = z.object({
  name: z.string(),
  /** Lower case; empty where there is none. */
  address: z.string(),
  phone: z.string().nullable(),
  /** Since when the helpdesk knows them. */
  since: Instant.nullable(),
  tags: z.array(z.string()),
  /** What agents wrote down about them. */
  note: z.string().nullable(),
});
export type HelpdeskCustomer = z.infer<typeof HelpdeskCustomer>;

/** A thread as its helpdesk has it now. */
export const HelpdeskThread = z.object({
  status: ThreadStatus,
  assignee: Assignee.nullable(),
  tags: z.array(z.string()),
  customer: HelpdeskCustomer.nullable(),
});
export type HelpdeskThread = z.infer<typeof HelpdeskThread>;
