import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@cdktn/hcl2json';
import { z } from 'zod';

/** The arguments and blocks of a block, as JSON: a block is a list of bodies, an expression a text in `${…}`. */
export type Body = Readonly<Record<string, unknown>>;

export type Resource = { readonly kind: string; readonly name: string; readonly body: Body };

/** A Terraform configuration, all of its files together. */
export type Configuration = {
  readonly files: readonly string[];
  readonly variables: ReadonlyMap<string, Body>;
  readonly locals: ReadonlyMap<string, unknown>;
  readonly outputs: ReadonlyMap<string, Body>;
  readonly providers: readonly string[];
  readonly resources: readonly Resource[];
  /** Each file as JSON. */
  readonly bodies: readonly Body[];
};

const body = z.record(z.string(), z.unknown());
const named = z.record(z.string(), z.tuple([body])).default({});

const fileSchema = z.strictObject({
  terraform: z.array(body).default([]),
  provider: z.record(z.string(), z.array(body)).default({}),
  variable: named,
  locals: z.array(body).default([]),
  output: named,
  resource: z.record(z.string(), named).default({}),
});

type File = z.infer<typeof fileSchema>;

/** Reads the `.tf` files of a folder with HashiCorp's own parser. Rejects with its words where one is not HCL. */
export async function readTerraform(folder: string): Promise<Configuration> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.tf'));
  const texts = files.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  return readConfiguration(texts);
}

/** Reads files by name and text. */
export async function readConfiguration(
  texts: readonly { readonly name: string; readonly text: string }[],
): Promise<Configuration> {
  const parsed: File[] = [];
  for (const { name, text } of texts) parsed.push(fileSchema.parse(await parse(name, text)));
  return {
    files: texts.map(({ name }) => name),
    variables: collect(parsed, ({ variable }) => firsts(variable)),
    locals: collect(parsed, ({ locals }) => locals.flatMap((own) => Object.entries(own))),
    outputs: collect(parsed, ({ output }) => firsts(output)),
    providers: parsed.flatMap(({ provider }) => Object.keys(provider)),
    resources: parsed.flatMap(resourcesOf),
    bodies: parsed,
  };
}

const firsts = (blocks: File['variable']): (readonly [string, Body])[] =>
  Object.entries(blocks).map(([name, [first]]) => [name, first]);

function collect<T>(
  files: readonly File[],
  entriesOf: (file: File) => readonly (readonly [string, T])[],
): ReadonlyMap<string, T> {
  const entries = files.flatMap(entriesOf);
  const found = new Map(entries);
  if (found.size < entries.length) throw new Error('a name is declared twice');
  return found;
}

const resourcesOf = ({ resource }: File): readonly Resource[] =>
  Object.entries(resource).flatMap(([kind, byName]) =>
    firsts(byName).map(([name, own]) => ({ kind, name, body: own })),
  );
