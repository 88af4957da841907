const BEARER = /^Bearer\s+(\S+)$/i;
const BASIC = /^Basic +([A-Za-z0-9+/=]+)$/i;

/**
 * The token of an `Authorization` header.
 *
 * @param allowBasic Whether HTTP Basic with the token as user name is taken too, as the early preview did.
 */
export function tokenOf(header: string | undefined, allowBasic: boolean): string | undefined {
  const bearer = BEARER.exec(header ?? "")?.[1];
  if (bearer !== undefined || !allowBasic) return bearer;
  const basic = BASIC.exec(header ?? "")?.[1];
  if (basic === undefined) return undefined;
  const [user = ""] = Buffer.from(basic, "base64").toString("utf8").split(":");
  return user === "" ? undefined : user;
}
