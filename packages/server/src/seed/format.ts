/**
 * What a server starts with: written by hand as YAML or JSON, made of a running server by `export`, or built by a
 * program. The document of the control API says what is in it, in `spec/control/components/schemas/`.
 */
export type {
  Seed,
  SeedConnection,
  SeedObject,
  SeedUser,
  SeedWorkspace,
} from "../__generated__/control/types.ts";
