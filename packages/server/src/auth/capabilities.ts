import { restrictedResource } from "../errors.ts";
import type { Capability, Connection } from "./connection.ts";

/**
 * Reading e-mail addresses includes reading users.
 *
 * @throws ApiError restricted_resource when one is missing
 */
export function mustHave({ capabilities }: Connection, needed: readonly string[]): void {
  const has = (name: string): boolean =>
    capabilities.has(name as Capability) ||
    (name === "read_user_information" && capabilities.has("read_user_email"));
  if (!needed.every(has)) throw restrictedResource();
}
