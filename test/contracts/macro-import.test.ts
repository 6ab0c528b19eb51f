import { describe, expect, test } from 'vitest';
import type { MacroDialect } from '#core/macros/foreign-placeholders.ts';
import { importMacros } from '#core/macros/import-macros.ts';
import type { Inbox } from '#shared/model/inbox.ts';
import { doubleDesk } from '#test/support/doubles/double-desk.ts';
import { systems } from './systems.ts';

const never = new AbortController().signal;

/** The same macro as each system's agents write it. */
const written: Record<MacroDialect, string> = {
  zendesk: 'Hi {{ticket.requester.first_name}}, case {{ticket.id}} waits for [order number]. {{current_user.name}}',
  gorgias: 'Hi {{ticket.customer.firstname}}, case {{ticket.id}} waits for [order number]. {{current_user.name}}',
  freshdesk: 'Hi {{ticket.requester.firstname}}, case {{ticket.id}} waits for [order number]. {{ticket.agent.name}}',
  chatwoot: 'Hi {{contact.first_name}}, case {{conversation.id}} waits for [order number]. {{agent.name}}',
  libredesk:
    'Hi {{ .Contact.FirstName }}, case {{ .Conversation.ReferenceNumber }} waits for [order number]. {{ .Author.FullName }}',
};

describe.each(systems)('%s', (_name, start) => {
  test('bug: its macros come without their variables, or say nothing of what was not understood', async () => {
    const { desk, double, connector, end } = await doubleDesk(start);
    try {
      const kind = double.name.toLowerCase() as MacroDialect;
      double.addMacro({ title: 'Waiting', text: written[kind], files: ['sizes.pdf'] });
      double.addMacro({ title: 'Rule', text: 'Hi {% if x %}you{% endif %}' });
      const inboxes = { ...desk.deps.inboxes, get: () => ({ ...desk.inbox, settings: { kind } }) as Inbox };
      const deps = { ...desk.deps, inboxes, connectorOf: async () => connector };
      const input = { inboxId: desk.inbox.id, withPrivate: false, isDryRun: false };
      const rows = await importMacros(deps, input, never);
      expect(rows.map(({ title, result, reason }) => [title, result, reason])).toEqual([
        ['Waiting', 'added', null],
        ['Rule', 'refused', 'logic'],
      ]);
      expect(rows[0]?.mapped.map(({ to }) => to)).toEqual(['customer.first_name', 'agent.name']);
      expect(rows[0]?.asked.map(({ label }) => label)).toEqual([expect.any(String), 'order number']);
      // Lists of the other systems tell nothing of files.
      const isTold = double.name === 'freshdesk' || double.name === 'gorgias';
      expect(rows[0]?.filesLeftOut).toEqual(isTold ? ['sizes.pdf'] : []);
      const [macro] = desk.deps.macros.list();
      expect(macro?.content.body).toMatch(
        /^Hi \{\{customer\.first_name\}\}, case \{\{ask: [^{}]+\}\} waits for \{\{ask: order number\}\}\. \{\{agent\.name\}\}$/,
      );
      expect((await importMacros(deps, input, never))[0]?.result).toBe('unchanged');
    } finally {
      await end();
    }
  });
});
