import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AreaHead } from '../../ui/area-head.tsx';
import { Loaded } from '../../ui/states.tsx';
import { EmailView } from './email-view.tsx';
import { emailQuery, sourcePath } from './read-emails.ts';
import { useEmailExecution } from './use-email-execution.ts';

/** One mail. `#deadline-2` in the address leads to the words of that agent's second quote. */
export function EmailPage(): ReactNode {
  const { id } = useParams({ from: '/emails/$id' });
  const target = useLocation({ select: ({ hash }) => hash });
  const query = useQuery(emailQuery(id));
  const execution = useEmailExecution(query.data);
  const subject = query.data?.subject;
  return (
    <>
      <p className="back-link">
        <Link to="/emails">All emails</Link>
      </p>
      <AreaHead title={subject === undefined ? 'Email' : subject || '(no subject)'}>
        <a className="button" href={sourcePath(id)} download={`email-${id}.eml`}>
          Download the mail
        </a>
      </AreaHead>
      <Loaded query={query} skeletonRows={12}>
        {(email) => (
          <EmailView
            key={id}
            email={email}
            execution={execution}
            {...(target !== '' && { target })}
          />
        )}
      </Loaded>
    </>
  );
}
