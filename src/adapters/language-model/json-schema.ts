import { z } from 'zod';

export type JsonSchema = { readonly [key: string]: unknown };

/** The JSON schema of a shape, as providers want it: what zod checks besides is checked when the answer has come. */
export function jsonSchemaOf(shape: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { unrepresentable: 'any', reused: 'inline' });
  return schema;
}

/** Whether every object names all its fields as required and allows no others: what OpenAI's strict mode asks for. */
export function isStrict(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.every(isStrict);
  if (typeof schema !== 'object' || schema === null) return true;
  const { type, properties, required, additionalProperties } = schema as JsonSchema;
  if (type === 'object') {
    const names = Object.keys((properties as JsonSchema | undefined) ?? {});
    const isClosed = additionalProperties === false && names.every((name) => (required as string[])?.includes(name));
    if (!isClosed) return false;
  }
  return Object.values(schema).every(isStrict);
}
