/** The id of a property, decoded. The API writes it encoded in some places and not in others. */
export function decodeId(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
