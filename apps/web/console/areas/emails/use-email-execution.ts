import type { EmailDetail, ExecutionDetail } from '@deskbell/protocol';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { executionQuery } from '../executions/read-executions.ts';

/**
 * What became of a mail; undefined until it is read. When it ends, the mail is read again: only then
 * has it text and files.
 */
export function useEmailExecution(email: EmailDetail | undefined): ExecutionDetail | undefined {
  const client = useQueryClient();
  const id = email?.execution?.id;
  const { data } = useQuery({ ...executionQuery(id ?? ''), enabled: id !== undefined });
  const status = data?.status;
  const emailId = email?.id;
  const before = useRef(status);
  useEffect(() => {
    const isNews = before.current !== undefined && before.current !== status;
    before.current = status;
    if (isNews && emailId !== undefined) {
      void client.invalidateQueries({ queryKey: ['email', emailId] });
    }
  }, [client, emailId, status]);
  return data;
}
