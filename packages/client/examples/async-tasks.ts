// Waits for work that the API does after its answer.
import { notion } from "./connect.ts";

const task_id = process.env.NOTION_TASK ?? "task_8e2f6ba1d35c4a8dab6f3071c9d42e53";
let task = await notion.asyncTasks.get({ task_id });
while (task.status === "queued" || task.status === "running") {
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  task = await notion.asyncTasks.get({ task_id });
}
console.log(task.status);
