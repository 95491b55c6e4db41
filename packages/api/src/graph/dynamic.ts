/**
 * Types of the graph that follow from the catalogue, told as data. Pothos infers what resolvers and arguments are from what
 * is written out by hand; here is nothing to infer from, so this is the one place that goes past its types. What comes of
 * it is checked when the schema is built, and stands in the committed SDL.
 */
import type { EnumRef, InputRef, ObjectRef, OutputRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { builder, type SchemaTypes } from '../builder.ts';
import type { Context } from '../context.ts';

type Types = PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>;

/** A row as the compiler returned it: values under the keys that the operation asked for them by. */
export type Row = Readonly<Record<string, unknown>>;

/** A type of objects, of rows unless told. */
export type Output<Parent = Row> = ObjectRef<Types, Parent>;
export type Input = InputRef<Row>;
export type Choice = EnumRef<Types, string>;

type One = string | Input | OutputRef<unknown>;
/** A scalar by its name or a type that was made; in brackets, a list of it. */
export type TypeOf = One | readonly [One];

/** A field of an input, or an argument. */
export interface InputMember {
  readonly type: TypeOf;
  readonly required?: boolean;
  readonly defaultValue?: unknown;
  readonly description: string;
}

/** A field of an object; never null unless told. */
export interface OutputMember<Parent = Row> {
  readonly type: TypeOf;
  readonly nullable?: boolean;
  readonly description: string;
  readonly args?: Readonly<Record<string, InputMember>>;
  /** Without one, the value is what the statement put under the key of the selection. */
  readonly resolve?: (parent: Parent, args: Row, context: Context, info: GraphQLResolveInfo) => unknown;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

type Members<Member> = Readonly<Record<string, Member>>;
/** Members are asked for when the schema is built: by then every type that they lead to has its name. */
interface Told<Member> {
  readonly description: string;
  readonly fields: () => Members<Member>;
}

/** Makes a field or an argument: what Pothos gives to whoever describes a type. */
interface Maker {
  field(options: object): unknown;
  arg(options: object): unknown;
}
interface Made {
  readonly description: string;
  readonly isOneOf?: boolean;
  readonly fields: (make: Maker) => Members<unknown>;
}

/** The part of Pothos' builder that is used here, for types that TypeScript does not know. */
interface OpenBuilder {
  objectRef<Parent>(name: string): { implement(options: Made): Output<Parent> };
  prismaObject(model: string, options: Made): Output;
  inputType(name: string, options: Made): Input;
  queryField(name: string, field: (make: Maker) => unknown): void;
  mutationField(name: string, field: (make: Maker) => unknown): void;
}
const open = builder as unknown as OpenBuilder;

/** The value that the statement put under the key of this selection, or a resolver under the field's name. */
function selected(row: Row, _args: unknown, _context: unknown, info: GraphQLResolveInfo): unknown {
  const key = String(info.path.key);
  return key in row ? row[key] : row[info.fieldName];
}

const each = <Member>(members: Members<Member>, make: (member: Member) => unknown): Members<unknown> =>
  Object.fromEntries(Object.entries(members).map(([name, member]) => [name, make(member)]));

const fieldOf =
  (make: Maker) =>
  <Parent>({ args = {}, ...member }: OutputMember<Parent>): unknown =>
    make.field({ resolve: selected, ...member, args: each(args, (argument) => make.arg(argument)) });

const outputOf = <Parent>({ description, fields }: Told<OutputMember<Parent>>): Made => ({
  description,
  fields: (make) => each(fields(), fieldOf(make)),
});

/** A type of objects, by default of rows that a statement answered. */
export const objectType = <Parent = Row>(name: string, told: Told<OutputMember<Parent>>): Output<Parent> =>
  open.objectRef<Parent>(name).implement(outputOf(told));

/** The type of the records of a model. */
export const modelType = (model: string, told: Told<OutputMember>): Output => open.prismaObject(model, outputOf(told));

/** An input; `isOneOf`: exactly one of its fields is given. */
export const inputObject = (
  name: string,
  { fields, ...told }: Told<InputMember> & { readonly isOneOf?: boolean },
): Input => open.inputType(name, { ...told, fields: (make) => each(fields(), (member) => make.field(member)) });

export const queryField = (name: string, field: OutputMember<unknown>): void =>
  open.queryField(name, (make) => fieldOf(make)(field));

export const mutationField = (name: string, field: OutputMember<unknown>): void =>
  open.mutationField(name, (make) => fieldOf(make)(field));
