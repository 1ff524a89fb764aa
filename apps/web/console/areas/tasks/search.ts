/** What the address of this area may hold beside what every place has. */
export type TasksSearch = Record<never, never>;

export const readTasksSearch = (_search: Record<string, unknown>): TasksSearch => ({});
