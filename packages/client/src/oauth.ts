export type { Authorization } from "./helpers/oauth.ts";
export {
  AuthorizationError,
  authorizeUrl,
  exchangeCode,
  introspectToken,
  readAuthorizationCode,
  refreshTokens,
  revokeToken,
} from "./helpers/oauth.ts";
