import { mkdirSync, writeFileSync } from 'node:fs';
import { schemaText } from '#adapters/sqlite/schema-text.ts';

/* Writes docs/schema.sql, for reading; the migrations are what makes a database. */
mkdirSync(new URL('../docs/', import.meta.url), { recursive: true });
writeFileSync(new URL('../docs/schema.sql', import.meta.url), schemaText());
