import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from '../../ui/states.tsx';
import { EmailView } from './email-view.tsx';
import { emailQuery, sourcePath } from './read-emails.ts';
import { useEmailExecution } from './use-email-execution.ts';

/** What the drawer shows of a mail. */
export function EmailPeek({ id }: { id: string }): ReactNode {
  const query = useQuery(emailQuery(id));
  const execution = useEmailExecution(query.data);
  return (
    <Loaded query={query} skeletonRows={8}>
      {(email) => (
        <>
          <EmailView key={id} email={email} execution={execution} />
          <p>
            <a href={sourcePath(id)} download={`email-${id}.eml`}>
              Download the mail
            </a>
          </p>
        </>
      )}
    </Loaded>
  );
}
