import { execFile } from "node:child_process";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Packs a package as it would be published, and installs the tarball in an empty project.
 *
 * @param name that of the package
 * @param project a folder with nothing but what was packed before
 * @returns the folder of the package in `node_modules`
 */
export async function packInto(folder: string, name: string, project: string): Promise<string> {
  await run("pnpm", ["pack", "--pack-destination", project], { cwd: folder });
  const start = name.replace("@", "").replace("/", "-");
  const tarball = (await readdir(project)).find((file) => file.startsWith(start) && file.endsWith(".tgz"));
  if (!tarball) throw new Error(`pnpm pack made no tarball of ${folder}.`);
  const installed = join(project, "node_modules", name);
  await mkdir(installed, { recursive: true });
  await run("tar", ["-xzf", join(project, tarball), "--strip-components=1", "-C", installed]);
  return installed;
}
