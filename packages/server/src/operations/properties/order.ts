/**
 * The order of properties in answers: short ids before long ones, then by bytes. That is how PostgreSQL keeps the
 * keys of `jsonb`, and it is why the title, whose id has one letter more than others, comes last.
 */
export function byId({ id: one }: { id: string }, { id: other }: { id: string }): number {
  if (one.length !== other.length) return one.length - other.length;
  return one < other ? -1 : Number(one > other);
}
