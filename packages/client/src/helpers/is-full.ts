// Where the API answers with an object or only with its id, a guard tells them apart. The types of every version fit:
// what is narrowed is the type that comes in.

/** Something of the API that may be full or partial. */
type Answered = { object: string };

/**
 * Whether a page came with its properties, and not only with its id.
 *
 * @param object a page, or what may be another object, as in the results of a search
 */
export function isFullPage<T extends Answered>(
  object: T,
): object is Extract<T, { object: "page"; url: string }> {
  return object.object === "page" && "url" in object;
}

/** Whether a block came with its content, and not only with its id. */
export function isFullBlock<T extends Answered>(
  object: T,
): object is Extract<T, { object: "block"; type: string }> {
  return object.object === "block" && "type" in object;
}

/** Whether a database came with its title, and not only with its id. */
export function isFullDatabase<T extends Answered>(
  object: T,
): object is Extract<T, { object: "database"; url: string }> {
  return object.object === "database" && "url" in object;
}

/** Whether a data source came with its properties, and not only with its id. */
export function isFullDataSource<T extends Answered>(
  object: T,
): object is Extract<T, { object: "data_source"; url: string }> {
  return object.object === "data_source" && "url" in object;
}

/** Whether a page or a data source is full: what a search or a query answers with. */
export function isFullPageOrDataSource<T extends Answered>(
  object: T,
): object is Extract<T, { object: "page" | "data_source"; url: string }> {
  return isFullPage(object) || isFullDataSource(object);
}

/** Whether a view came with its settings, and not only with its id and type. */
export function isFullView<T extends Answered>(
  object: T,
): object is Extract<T, { object: "view"; name: string }> {
  return object.object === "view" && "name" in object;
}

/** Whether a user came with a type, and not only with an id, as without the capability to read users. */
export function isFullUser<T extends Answered>(
  object: T,
): object is Extract<T, { object: "user"; type: string }> {
  return object.object === "user" && "type" in object;
}

/** Whether a comment came with its text, and not only with its id, as without the capability to read comments. */
export function isFullComment<T extends Answered>(
  object: T,
): object is Extract<T, { object: "comment"; discussion_id: string }> {
  return object.object === "comment" && "discussion_id" in object;
}
