import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import parse from "@changesets/parse";
import type { Step } from "./change.ts";
import { largest } from "./change.ts";
import type { Comparison } from "./compare.ts";

/** What a change of the document raises; `.changeset/config.json` keeps the two in step. */
export const PACKAGE = "@notional/spec";
const RAISED = [PACKAGE, "@notional/openapi-types"];

/**
 * A changeset in the words of users: what breaks, what is new, what is said better; and in which versions, where that is
 * not all.
 *
 * @param step what the packages are raised by
 */
export function changesetOf(
  comparisons: readonly Comparison[],
  step: Step,
  names: readonly string[],
): string {
  const texts = new Map<string, { step: Step; in: string[] }>();
  for (const { name, changes } of comparisons) {
    for (const change of changes) {
      const known = texts.get(change.text) ?? { step: change.step, in: [] };
      if (!known.in.includes(name)) known.in.push(name);
      texts.set(change.text, { step: largest([known.step, change.step]) ?? change.step, in: known.in });
    }
  }
  const versions = names.filter((name) => name !== "control");
  const bullets = (wanted: Step): string[] =>
    [...texts].flatMap(([text, { step, in: places }]) => {
      const isEverywhere = versions.every((version) => places.includes(version));
      return step === wanted
        ? [`- ${text}${isEverywhere ? "" : ` (${places.toReversed().join(", ")})`}`]
        : [];
    });
  const head = RAISED.map((name) => `"${name}": ${step}`).join("\n");
  const words = bullets("patch").length;
  const parts = [
    ["Breaking:", ...bullets("major")],
    ["New or no longer so narrow:", ...bullets("minor")],
    words > 8
      ? ["", `${words} descriptions and examples say it better.`]
      : ["In other words:", ...bullets("patch")],
  ].filter(([, first]) => first !== undefined);
  const body = parts.map(([title, ...lines]) =>
    title ? `${title}\n\n${lines.join("\n")}` : lines.join("\n"),
  );
  return `---\n${head}\n---\n\n${body.join("\n\n")}\n`;
}

/**
 * What a changeset raises the document by.
 *
 * @throws {Error} when it is none
 */
export function stepIn(text: string): Step | undefined {
  const release = parse(text).releases.find(({ name }) => name === PACKAGE);
  return release && release.type !== "none" ? release.type : undefined;
}

/** The changesets of a tree by their path in it. */
export function changesetsIn(root: string): Map<string, string> {
  const folder = join(root, ".changeset");
  const names = readdirSync(folder).filter((name) => name.endsWith(".md") && name !== "README.md");
  return new Map(names.map((name) => [`.changeset/${name}`, readFileSync(join(folder, name), "utf8")]));
}
