import { readFileSync } from "node:fs";
let t = performance.now();
const lap = (l: string) => { const n = performance.now(); console.log(l, Math.round(n - t)); t = n; };
const { createInstance } = await import("@stoplight/prism-http");
lap("import");
const { transformOas3Operations } = await import("/work/main/node_modules/.pnpm/@stoplight+prism-http@5.16.0_supports-color@10.2.2/node_modules/@stoplight/prism-http/../http-spec/oas3/operation.js");
lap("import http-spec");
const doc = JSON.parse(readFileSync(process.argv[2]!, "utf8").replaceAll('#/components/schemas/', '#/__bundled__/'));
lap("read");
const ops = transformOas3Operations({ ...doc, jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema" }).map((o: any) => ({ ...o, __bundled__: doc.components.schemas }));
const keep = (c: any) => { if (c.schema) c.schema = { $schema: c.schema.$schema, allOf: [c.schema, { "x-a": 1 }, { "x-a": 2 }] }; };
for (const o of ops as any[]) { o.request?.body?.contents?.forEach(keep); for (const r of o.responses) r.contents?.forEach(keep); }
lap("operations " + ops.length);
const noop = () => {};
const logger: any = { info: noop, warn: noop, error: noop, debug: noop, trace: noop, fatal: noop, success: noop, child: () => logger };
const prism = createInstance({ isProxy: false, validateRequest: true, validateResponse: true, checkSecurity: true, errors: false, upstreamProxy: undefined, mock: { dynamic: false } } as any, { logger });
const call = async (method: string, path: string, body?: unknown, headers: any = {}, mock: any = {dynamic:false}, query: any = {}) => {
  const t0 = performance.now();
  const r: any = await prism.request({ method, url: { path, query }, headers: { authorization: "Bearer x", "notion-version": "2026-03-11", ...(body ? { "content-type": "application/json", "content-length": "10" } : {}), ...headers }, body } as any, ops, { isProxy: false, validateRequest: true, validateResponse: true, checkSecurity: true, errors: false, mock } as any)();
  console.log(method, path, Math.round(performance.now() - t0) + "ms", r._tag, JSON.stringify(r._tag === "Right" ? { s: r.right.output.statusCode, b: JSON.stringify(r.right.output.body)?.slice(0, 150), h: r.right.output.headers, v: r.right.validations } : r.left).slice(0, 1800));
};
(globalThis as any).call = call;(globalThis as any).ops = ops;
await import(process.argv[3]!);
console.log(process.memoryUsage().rss / 1e6);
