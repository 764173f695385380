import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIRST } from '#shared/documents/lifecycle.ts';
import { en } from '#shared/i18n/en.ts';
import { zhCN } from '#shared/i18n/zh-CN.ts';
import type { Gate } from '#shared/policy/gate.ts';
import { gates } from '#shared/policy/gates.ts';
import { policyDefaults } from '#shared/policy/parameters.ts';
import { roles } from '#shared/policy/roles.ts';
import { z } from 'zod';
import { methods } from './fields.ts';
import { orderClasses } from './order/module.ts';
import { orderTopics } from './order/steps.ts';
import { modules } from './registry.ts';
import { visitOutcomes } from './visit/module.ts';

type Words = { readonly [key: string]: string | Words };
const languages: [string, Words][] = [
  ['zh-CN', zhCN as unknown as Words],
  ['en', en as unknown as Words],
];

function missing(words: Words, keys: readonly string[]): string[] {
  return keys.filter((key) => {
    let at: string | Words | undefined = words;
    for (const part of key.split('.')) at = typeof at === 'object' ? at[part] : undefined;
    return typeof at !== 'string' || at === '';
  });
}

/** Statuses a document can have. */
function statusesOf(module: (typeof modules)[number]): string[] {
  return [module.lifecycle.initial, ...Object.values(module.lifecycle.steps).flatMap(({ to }) => (to === undefined ? [] : [to]))];
}

interface Node {
  properties?: Record<string, Node>;
  items?: Node;
  anyOf?: Node[];
  oneOf?: Node[];
  enum?: string[];
  const?: unknown;
}

/** Fields of a body and of its lines, with the values a choice can take. */
function fieldsOf(node: Node): { name: string; values: string[]; lines: string[] }[] {
  const variants = node.anyOf ?? node.oneOf ?? [node];
  return variants.flatMap((variant) =>
    Object.entries(variant.properties ?? {}).map(([name, field]) => ({
      name,
      values: [...(field.enum ?? []), ...(field.items?.enum ?? []), ...(typeof field.const === 'string' ? [field.const] : [])],
      lines: Object.keys(field.items?.properties ?? {}),
    })),
  );
}

const bodies = modules.map((module) => ({
  module,
  fields: fieldsOf(z.toJSONSchema(module.schema, { io: 'input', unrepresentable: 'any' }) as Node),
}));

/** Codes of refusals in the sources of the rules. */
function refusalCodes(): string[] {
  const sources = ['shared/modules', 'shared/documents', 'shared/policy'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  );
  const codes = sources.flatMap((source) => [...source.matchAll(/(?:refuse\(|\bcode: )'([A-Z]\w+)'/g)].map((match) => match[1] ?? ''));
  return [...new Set(codes)].filter((code) => code !== 'Blocked').toSorted();
}

describe.each(languages)('words in %s', (_language, words) => {
  it('name every kind, status, step and event', () => {
    const keys = modules.flatMap((module) => [
      `documents.kinds.${module.kind}`,
      `documents.events.${module.kind}.${FIRST}`,
      ...(module.editable ? [`documents.events.${module.kind}.edited`] : []),
      ...statusesOf(module).map((status) => `documents.statuses.${module.kind}.${status}`),
      ...Object.keys(module.lifecycle.steps).flatMap((step) => [
        `documents.steps.${module.kind}.${step}`,
        `documents.events.${module.kind}.${step}`,
      ]),
      ...module.columns.map((column) => `documents.columns.${column}`),
    ]);
    expect(missing(words, keys)).toEqual([]);
  });

  it('name every field of every body and every choice', () => {
    const keys = bodies.flatMap(({ module, fields }) => [
      ...fields.map(({ name }) => `documents.fields.${module.kind}.${name}`),
      ...Object.keys(module.lineFields).map((name) => `documents.lines.${module.kind}.${name}`),
      ...fields.flatMap(({ name, values }) =>
        values
          .filter((value) => value !== '')
          .map((value) => (name === 'roles' ? `documents.roles.${value}` : `documents.values.${name}.${value}`)),
      ),
    ]);
    keys.push(
      ...visitOutcomes.map((value) => `documents.values.outcome.${value}`),
      ...orderTopics.map((value) => `documents.values.topic.${value}`),
    );
    expect(keys.length).toBeGreaterThan(200);
    expect(missing(words, keys)).toEqual([]);
  });

  it('name posts, methods and order classes', () => {
    const keys = [
      ...roles.map((role) => `documents.roles.${role}`),
      ...methods.map((method) => `documents.methods.${method}`),
      ...orderClasses.map((name) => `documents.orderClasses.${name}`),
    ];
    expect(missing(words, keys)).toEqual([]);
  });

  it('explain every gate, its missing conditions and every parameter', () => {
    const conditions = Object.values(gates).flatMap((gate) => {
      const said: ReturnType<Gate['check']> = gate.check({}, gate.parameters);
      return said !== true && typeof said.missing === 'string' ? said.missing.split(',') : [];
    });
    const keys = [
      ...Object.keys(gates).flatMap((id) => ['title', 'blocked', 'wayOut'].map((part) => `gates.${id}.${part}`)),
      ...conditions.map((condition) => `gates.condition.${condition}`),
      ...Object.keys(policyDefaults).map((name) => `gates.parameters.${name}`),
    ];
    expect(missing(words, keys)).toEqual([]);
  });

  it('explain every refusal', () => {
    expect(refusalCodes().length).toBeGreaterThan(60);
    expect(
      missing(
        words,
        refusalCodes().map((code) => `refusals.${code}`),
      ),
    ).toEqual([]);
  });
});

describe('what screens know of a noun', () => {
  it.each(bodies)('$module.kind shows all its fields, and tones only for statuses it has', ({ module, fields }) => {
    expect(Object.keys(module.fields).toSorted()).toEqual([...new Set(fields.map(({ name }) => name))].toSorted());
    const known = new Set(statusesOf(module));
    expect(Object.keys(module.tones).filter((status) => !known.has(status))).toEqual([]);
    const lines = new Set(fields.flatMap(({ name, lines: columns }) => (module.fields[name] === 'lines' ? columns : [])));
    expect(Object.keys(module.lineFields).filter((name) => !lines.has(name))).toEqual([]);
  });

  it('every step starts from a status the document can reach', () => {
    for (const module of modules) {
      const known = new Set(statusesOf(module));
      for (const [name, step] of Object.entries(module.lifecycle.steps)) {
        expect({ kind: module.kind, name, unknown: step.from.filter((status) => !known.has(status)) }).toMatchObject({ unknown: [] });
      }
    }
  });
});

it('begins every status, step, event and choice in English with a capital', () => {
  const { statuses, steps, events, values } = (en as unknown as { documents: Record<'statuses' | 'steps' | 'events' | 'values', Words> })
    .documents;
  const said = [statuses, steps, events, values].flatMap((byKind) => Object.values(byKind).flatMap((words) => Object.values(words)));
  expect(said.length).toBeGreaterThan(500);
  expect(said.filter((text) => typeof text !== 'string' || !/^[A-Z0-9]/.test(text))).toEqual([]);
});
