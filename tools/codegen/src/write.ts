import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Writes a file so that a reader sees the old text or the new one, never a half. */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(temporary, text);
  await rename(temporary, path);
}

/** Leaves a file alone that already has the text, so that nothing that watches it runs again. */
export async function writeIfChanged(path: string, text: string): Promise<void> {
  const old = await readFile(path, "utf8").catch(() => undefined);
  if (old !== text) await writeAtomically(path, text);
}

/** Removes the files of a folder that are not named: the modules of versions that are no longer supported. */
export async function removeOthers(folder: string, names: Set<string>): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    if (entry.isFile() && !names.has(entry.name)) await rm(join(folder, entry.name));
  }
}
