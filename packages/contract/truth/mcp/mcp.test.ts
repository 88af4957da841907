import { bundledVersions, loadBundle, operationsOf } from "@notional/checker";
import { describe, expect, test } from "vitest";
import { claimsOf, declares } from "../../src/mcp/claims.ts";
import { mcpDocument, mcpVersion } from "../../src/mcp/document.ts";
import { notInOurs } from "./differences.ts";

const document = mcpDocument();
const bundles = new Map(bundledVersions().map((version) => [version, loadBundle(version)]));

const pairs = operationsOf(document).map((theirs) => {
  const version = mcpVersion(document, theirs.operationId);
  const bundle = bundles.get(version);
  if (!bundle) throw new Error(`There is no bundle of ${version}, which ${theirs.operationId} is sent with.`);
  const ours = operationsOf(bundle).find(
    ({ method, path }) => method === theirs.method && path === theirs.path,
  );
  return { theirs, bundle, ours, name: `${theirs.method} ${theirs.path}`, version };
});

test("there are operations", () => {
  expect(pairs.length).toBeGreaterThan(20);
});

test("all of them are ours too", () => {
  expect(pairs.filter(({ ours }) => !ours).map(({ name }) => name)).toEqual([]);
});

test("exceptions are of operations that there are", () => {
  const names = pairs.map(({ name }) => name);
  expect(Object.keys(notInOurs).filter((name) => !names.includes(name))).toEqual([]);
});

describe.each(pairs.filter(({ ours }) => ours))("$name at $version", ({ theirs, bundle, ours, name }) => {
  if (!ours) return;
  const listed = Object.keys(notInOurs[name] ?? {});

  test("has every parameter", () => {
    const declared = ours.parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
    const theirNames = theirs.parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
    const isParameter = (key: string) => /^(path|query|header) /.test(key);
    expect(theirNames.filter((key) => !declared.includes(key))).toEqual(listed.filter(isParameter));
  });

  test.each(["request", "response"] as const)("has every property of the %s", (side) => {
    const missing = claimsOf(document, theirs)
      .filter((claim) => claim.side === side && !declares(bundle, ours, claim))
      .map((claim) => `${side} ${claim.path.join(".")}`);
    const topmost = missing.filter((name) => !missing.some((other) => name.startsWith(`${other}.`)));
    expect(topmost.sort()).toEqual(listed.filter((key) => key.startsWith(side)).sort());
  });
});
