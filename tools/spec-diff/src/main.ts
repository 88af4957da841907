import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { announcedSince, versionAt } from "./announced.ts";
import { covers, largest, stepFrom } from "./change.ts";
import { changesetOf } from "./changeset.ts";
import { compare } from "./compare.ts";
import { documentsOf } from "./documents.ts";
import { commitOf, findBase, isUntouched, withSpecOf } from "./git.ts";
import { report } from "./report.ts";

const USAGE = `Usage: pnpm spec:diff [ref] [--write] [--check] [--json]

Compares every document that the tree makes with those of a git ref: by default where the branch left main, and on main
the last release. Each change with its place, the operations that it reaches, and the step that it asks for.

  --write   write the changeset of these changes, to edit
  --check   exit code 1 when there are changes and no changeset that is new since the ref announces them
  --json    print the changes as JSON
  --help    show this
`;

const ROOT = join(import.meta.dirname, "../../..");

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: Object.fromEntries(
      ["write", "check", "json", "help"].map((name) => [name, { type: "boolean" as const }]),
    ),
  });
  if (positionals.length > 1) throw new Error(`Unexpected argument '${positionals[1]}'.`);
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [ref] = positionals;
  const base = ref ? { commit: await commitOf(ROOT, ref), name: ref } : await findBase(ROOT);
  if ("reason" in base) {
    console.log(`The document is compared with nothing: ${base.reason}.`);
    return values.check ? 0 : 2;
  }
  const since = `${base.name} (${base.commit.slice(0, 7)})`;
  if (await isUntouched(ROOT, base.commit)) {
    console.log(values.json ? "[]" : `The document is that of ${since}.`);
    return 0;
  }
  const before = await withSpecOf(ROOT, base.commit, documentsOf);
  const after = await documentsOf(join(ROOT, "spec"));
  const comparisons = await compare(before, after);
  const step = largest(comparisons.flatMap(({ changes }) => changes.map((change) => change.step)));
  if (values.json) console.log(JSON.stringify(comparisons, null, 2));
  if (step === undefined) {
    if (!values.json) console.log(`The document says what that of ${since} says.`);
    return 0;
  }
  const needed = stepFrom(await versionAt(ROOT, base.commit), step);
  if (!values.json) console.log(`${report(comparisons)}\n\nSince ${since}: ${needed}`);
  if (values.write) {
    const path = `.changeset/spec-since-${base.commit.slice(0, 7)}.md`;
    writeFileSync(join(ROOT, path), changesetOf(comparisons, needed, [...after.keys()]));
    console.log(`Written: ${path}. Say in it what users need to know.`);
  }
  if (!values.check) return 0;
  const announced = await announcedSince(ROOT, base.commit);
  if (covers(announced, needed)) return 0;
  const said = announced ? `announces ${announced} only` : "announces them";
  console.error(`No changeset since ${since} ${said}. Write one: pnpm spec:diff --write`);
  return 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  process.exitCode = 2;
}
