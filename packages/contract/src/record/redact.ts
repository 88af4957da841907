/** What is a secret whatever it looks like, by the key that it is under. */
const SECRET_KEYS = /^(access_token|refresh_token|client_secret|token|verification_token|code_verifier)$/;

/** Tokens of Notion, as they begin, and the parts of a signed address that make it work. */
const TOKENS = /\b(?:ntn|nrt|secret)_[A-Za-z0-9]{10,}/g;
const SIGNATURES = /([?&]X-Amz-(?:Signature|Credential|Security-Token)=)[^&"\s]+/g;
const EMAILS = /[\w.%+-]+@[\w-]+(?:\.[\w-]+)+/g;

/**
 * Makes a function that takes tokens, signatures and e-mail addresses out of JSON. The same address is replaced by the
 * same one each time, so that a recording still tells who is who.
 */
export function createRedactor(): <T>(value: T) => T {
  const people = new Map<string, string>();
  const person = (email: string): string => {
    const known = people.get(email.toLowerCase());
    if (known) return known;
    const made = `person-${people.size + 1}@example.org`;
    people.set(email.toLowerCase(), made);
    return made;
  };
  const redact = (value: unknown, key: string): unknown => {
    if (typeof value === "string") {
      if (SECRET_KEYS.test(key)) return "redacted";
      return value.replace(TOKENS, "redacted").replace(SIGNATURES, "$1redacted").replace(EMAILS, person);
    }
    if (Array.isArray(value)) return value.map((item) => redact(item, key));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, redact(inner, name)]));
  };
  return <T>(value: T): T => redact(value, "") as T;
}
