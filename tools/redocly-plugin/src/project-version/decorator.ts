import type { JsonObject } from "../json.ts";
import type { Decorator } from "../visitor.ts";
import { versionsOf } from "./notion-version.ts";
import { projectVersion } from "./project-version.ts";

/**
 * `redocly bundle notion@2026-03-11`: the projection, from the command line.
 *
 * Redocly walks the tree once: on the way it moves what a `$ref` leads to into `components`, and it leaves
 * the root last. So the root's `leave` is the moment at which the bundle is complete.
 */
export const projectVersionDecorator: Decorator = ({ version }) => ({
  Root: {
    leave(root: JsonObject) {
      const projected = projectVersion(root, String(version), versionsOf(root));
      for (const key of Object.keys(root)) delete root[key];
      Object.assign(root, projected);
    },
  },
});
