import SchemaBuilder from '@pothos/core';
import PrismaPlugin from '@pothos/plugin-prisma';
import type { Context } from './context.ts';
import type PrismaTypes from './generated/pothos.ts';
import { getDatamodel } from './generated/pothos.ts';
import { PrismaClient } from './generated/prisma/client.ts';

/** The types that plain Pothos fields are checked against. */
export interface SchemaTypes {
  Context: Context;
  PrismaTypes: PrismaTypes;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
    Decimal: { Input: string; Output: string };
    JSON: { Input: unknown; Output: unknown };
  };
}

/** The builder of the whole schema: `entity()` and `command()` use it, and so may any file of a domain. */
export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [PrismaPlugin],
  defaultFieldNullability: false,
  prisma: {
    dmmf: getDatamodel(),
    exposeDescriptions: true,
    // Types come from the model; nothing is ever read through this client, so it has no connection.
    client: PrismaClient.prototype,
  },
});

builder.queryType({ description: 'What can be asked.' });
builder.mutationType({ description: 'What can be done.' });
builder.subscriptionType({ description: 'What can be listened to, over server-sent events.' });
