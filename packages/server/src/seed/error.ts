/** What is wrong with a seed, and where: `workspaces[0].objects[2].parent: …`. */
export class SeedError extends Error {
  override name = "SeedError";
  readonly path: string;

  constructor(path: string, message: string) {
    super(path === "" ? message : `${path}: ${message}`);
    this.path = path;
  }
}
