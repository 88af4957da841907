import { relationOf } from "../../src/operations/properties/schema/relations.ts";
import type { StoredProperty } from "../../src/store/documents.ts";
import { repeated, type State } from "./state.ts";

/** What is wrong with relations: where they lead, and whether both sides say the same. */
export const brokenRelations = (state: State): string[] => [...brokenSides(state), ...brokenValues(state)];

const propertyOf = ({ sources }: State, sourceId: string, id: string): StoredProperty | undefined =>
  sources.get(sourceId)?.document.properties.find((property) => property.id === id);

function brokenSides(state: State): string[] {
  return [...state.sources.values()].flatMap(({ node, document }) =>
    document.properties.flatMap((property) => {
      if (property.type !== "relation") return [];
      const config = relationOf(property);
      if (!state.sources.has(config.data_source_id)) return [`${node.id} ${property.id} leads nowhere`];
      if (config.type === "single_property") return [];
      const other = propertyOf(state, config.data_source_id, config.synced_property_id);
      const back = other?.type === "relation" ? relationOf(other) : undefined;
      const isMutual =
        back?.type === "dual_property" &&
        back.data_source_id === node.id &&
        back.synced_property_id === property.id;
      return isMutual ? [] : [`${node.id} ${property.id} has no other side`];
    }),
  );
}

function brokenValues(state: State): string[] {
  const { nodes, relations } = state;
  const all = relations.map(
    ({ page_id, property_id, target_id }) => `${page_id} ${property_id} ${target_id}`,
  );
  const known = new Set(all);
  return [
    ...repeated(all).map((value) => `twice ${value}`),
    ...relations.flatMap(({ page_id, property_id, target_id, page_seq }) => {
      const value = `${page_id} ${property_id} ${target_id}`;
      if (Number(nodes.get(page_id)?.seq) !== Number(page_seq)) return [`of another page: ${value}`];
      const property = propertyOf(state, nodes.get(page_id)?.parent_id ?? "", property_id);
      if (property?.type !== "relation") return [`a value of no relation: ${value}`];
      const config = relationOf(property);
      if (nodes.get(target_id)?.parent_id !== config.data_source_id) return [`not where it leads: ${value}`];
      const mirrored =
        config.type === "single_property" ||
        known.has(`${target_id} ${config.synced_property_id} ${page_id}`);
      return mirrored ? [] : [`not on the other side: ${value}`];
    }),
  ];
}
