import type { Goal, Saying } from '../memory.ts';
import type { Query } from '../query.ts';

export const say = (what: Saying): Goal[] => [{ kind: 'say', what }];
export const ask = (query: Query): Goal[] => [{ kind: 'query', query }];
