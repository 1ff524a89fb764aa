/** 'failed' is told by an `error` event, 'interrupted' found out after the process was gone. */
export type TurnState = 'running' | 'done' | 'failed' | 'interrupted';
