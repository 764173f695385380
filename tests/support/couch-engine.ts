/**
 * Guards in QuickJS, one of the two engines CouchDB 3.5 runs them in, called as its query server calls them: the text becomes a function
 * in a sandbox with a few names, the arguments come as JSON, and only `{"forbidden": …}` or `{"unauthorized": …}` is a refusal. Whatever
 * else is thrown is a fault of the guard.
 */
import variant from '@jitl/quickjs-wasmfile-release-sync';
import { newQuickJSWASMModuleFromVariant, type QuickJSContext } from 'quickjs-emscripten-core';
import type { CompileGuard } from '#central/embedded-server/guarded-writes.ts';

/** What `couchjs` allows itself. */
const MEMORY = 64 * 1024 * 1024;

/** The names a design document's functions find besides the language's own. */
const sandbox = `
  globalThis.log = function () {};
  globalThis.toJSON = JSON.stringify;
  globalThis.isArray = function (value) { return Object.prototype.toString.call(value) === '[object Array]'; };
  globalThis.sum = globalThis.emit = globalThis.provides = globalThis.registerType = function () {};
  globalThis.start = globalThis.send = globalThis.getRow = globalThis.require = function () {};
`;

const run = `(function (guard) {
  return function (line) {
    var args = JSON.parse(line);
    try {
      guard.apply({ _id: '_design/guard' }, args);
      return '1';
    } catch (error) {
      if (error.name && error.stack) throw error;
      return JSON.stringify(error);
    }
  };
})`;

export async function couchEngine(): Promise<CompileGuard> {
  const quickJs = await newQuickJSWASMModuleFromVariant(variant);
  const runtime = quickJs.newRuntime();
  runtime.setMemoryLimit(MEMORY);
  return (source) => {
    if (!source.startsWith('function (') || !source.endsWith('}')) throw new Error('CouchDB reads an expression: function (…) { … }');
    // As `couchjs` opens its sandbox: Eval, JSON, RegExp, Map, Set and Date, no promises, typed arrays, proxies or big integers.
    const context = runtime.newContext({
      intrinsics: {
        BaseObjects: true,
        Date: true,
        Eval: true,
        RegExp: true,
        JSON: true,
        MapSet: true,
        StringNormalize: false,
        Promise: false,
      },
    });
    evaluate(context, sandbox);
    const wrap = evaluate(context, run);
    const call = context.unwrapResult(context.callFunction(wrap, context.undefined, evaluate(context, `(${source})`)));
    return (...args) => {
      const line = context.newString(JSON.stringify(args.map((arg) => arg ?? null)));
      const result = context.callFunction(call, context.undefined, line);
      line.dispose();
      const said: unknown = JSON.parse(context.getString(context.unwrapResult(result)));
      // eslint-disable-next-line no-throw-literal -- what CouchDB's query server hands on
      if (said !== 1) throw said;
    };
  };
}

function evaluate(context: QuickJSContext, code: string) {
  return context.unwrapResult(context.evalCode(code));
}
