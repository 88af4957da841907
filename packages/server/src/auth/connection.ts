/** What a connection may do, in the words of `x-notion-capabilities`. */
export const capabilities = [
  "read_content",
  "update_content",
  "insert_content",
  "read_comments",
  "insert_comments",
  "read_user_information",
  "read_user_email",
] as const;
export type Capability = (typeof capabilities)[number];

/** Who calls: a bot in one workspace, with what it may do. */
export interface Connection {
  /** The id of the connection, which is that of its bot user. */
  id: string;
  workspaceId: string;
  name: string;
  type: "internal" | "public";
  /** The person that authorised a public connection; `me` in filters. */
  ownerId: string | null;
  capabilities: ReadonlySet<Capability>;
  /** `all`: sees the whole workspace. `shared`: what is shared with it, and what lies below. */
  contentAccess: "all" | "shared";
}
