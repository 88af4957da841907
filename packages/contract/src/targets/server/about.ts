/**
 * What the request examples of an operation are about, where the path's own example is of something else: the value of
 * the path's parameter in the sample workspace, by the key of the example. `other` is for all that are not named.
 */
export const about: Record<string, Record<string, string>> = {
  updatePage: { other: "70c18fa6-d294-41be-873f-84a5c8026178" },
  movePage: { other: "2a7e3b51-8d4f-4c69-b2ea-3f507b9d1c23" },
  appendBlockChildren: {
    other: "2a7e3b51-8d4f-4c69-b2ea-3f507b9d1c23",
    table_row: "d627e50c-38fa-4714-ad95-ea0b2e68c706",
  },
  updateBlock: {
    other: "d627e50c-38fa-4714-ad95-ea0b2e68c702",
    check: "d627e50c-38fa-4714-ad95-ea0b2e68c703",
    table_headers: "d627e50c-38fa-4714-ad95-ea0b2e68c706",
  },
  updateDatabase: { other: "5eaf6d84-b072-4f9c-a51d-6283a6e04f56" },
  updateDataSource: {
    other: "6fb07e95-c183-40ad-b62e-7394b7f15067",
    change_options: "4d9f5c73-af61-4e8b-940c-517295df3e45",
  },
  queryDataSource: { other: "4d9f5c73-af61-4e8b-940c-517295df3e45" },
  updateComment: { other: "8d3f5a90-1b42-4c07-9e6d-5a7c1e2b3f41" },
  deleteComment: { other: "8d3f5a90-1b42-4c07-9e6d-5a7c1e2b3f41" },
};
