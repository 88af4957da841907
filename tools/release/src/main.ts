import { statSync } from "node:fs";
import { join } from "node:path";
import { packAll } from "./pack.ts";
import { ROOT } from "./packages.ts";

// Called by `pnpm release`, when the versions are raised and everything is built.
const destination = join(ROOT, "release");
for (const { path } of await packAll(destination)) {
  console.log(`${(statSync(path).size / 1e6).toFixed(2).padStart(6)} MB  ${path.slice(ROOT.length + 1)}`);
}
console.log("\nPublish them with `npm publish <file> --access public`, then `changeset git-tag`.");
