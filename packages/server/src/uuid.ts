/** An id as answers have it: dashed and in lower case. Requests may leave the dashes out. */
export function dashed(id: string): string {
  const hex = id.replaceAll("-", "").toLowerCase();
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** An id as URLs have it. */
export const undashed = (id: string): string => id.replaceAll("-", "");
