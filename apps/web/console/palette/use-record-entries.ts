import { useNavigate } from '@tanstack/react-router';
import { sayKind, shortId } from '../peek/record-words.ts';
import { usePeek } from '../peek/use-peek.ts';
import type { PaletteEntry } from './palette-entry.ts';
import type { FoundRecords } from './use-found-records.ts';

/** What was found, as lines; mails and executions open their pages, the others the drawer. */
export function useRecordEntries(found: FoundRecords): readonly PaletteEntry[] {
  const navigate = useNavigate();
  const peek = usePeek();
  const openEmail = (id: string) => void navigate({ to: '/emails/$id', params: { id } });
  const openExecution = (id: string) => void navigate({ to: '/executions/$id', params: { id } });
  const openTask = (id: string) => peek.open({ kind: 'task', id });

  return [
    ...found.byId.map(
      ({ kind, id, title }): PaletteEntry => ({
        id: `id-${kind}-${id}`,
        group: 'Record',
        icon: kind === 'email' ? 'email' : kind === 'task' ? 'task' : 'execution',
        title: title === '' ? '(no subject)' : title,
        hint: `${sayKind(kind)} ${shortId(id)}`,
        run: () => {
          if (kind === 'email') openEmail(id);
          else if (kind === 'execution') openExecution(id);
          else peek.open({ kind, id });
        },
      }),
    ),
    ...found.emails.map(
      ({ id, subject, sender }): PaletteEntry => ({
        id: `email-${id}`,
        group: 'Emails',
        icon: 'email',
        title: subject === '' ? '(no subject)' : subject,
        hint: sender,
        run: () => openEmail(id),
      }),
    ),
    ...found.executions.map(
      ({ id, metadata, status }): PaletteEntry => ({
        id: `execution-${id}`,
        group: 'Executions',
        icon: 'execution',
        title: metadata.subject === '' ? '(no subject)' : metadata.subject,
        hint: `${status} · ${metadata.sender}`,
        run: () => openExecution(id),
      }),
    ),
    ...found.tasks.map(
      ({ id, title, assignee }): PaletteEntry => ({
        id: `task-${id}`,
        group: 'Tasks',
        icon: 'task',
        title,
        ...(assignee !== null && { hint: assignee }),
        run: () => openTask(id),
      }),
    ),
  ];
}
