import { existsSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");

/**
 * The root of the repository that this package is part of; nothing when it was installed from npm, where
 * there is no spec to edit and nothing to generate.
 */
export const workspace: string | undefined =
  existsSync(join(root, "pnpm-workspace.yaml")) && existsSync(join(root, "spec/openapi.yaml"))
    ? root
    : undefined;
