const DASHED = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const ID = /^([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})$/i;

/** The one spelling of an id: dashed, in lower case. What is not an id stays as it is. */
export function dashedId(id: string): string {
  if (DASHED.test(id)) return id;
  return ID.test(id) ? id.replace(ID, "$1-$2-$3-$4-$5").toLowerCase() : id;
}
