import { localTime } from '@deskbell/clerk';
import type { Business } from '../../apps/server/bookings/business.ts';
import { createBackOfficePlaybook } from '../../apps/server/desks/backoffice/playbook/create-back-office-playbook.ts';
import { createFrontDeskPlaybook } from '../../apps/server/desks/frontdesk/playbook/create-front-desk-playbook.ts';
import type { DeskName } from './ask.ts';
import { NOW, TIME_ZONE } from './moment.ts';

/**
 * What the clerk takes the first message of a conversation for, in the names of its playbooks: at the
 * front desk its goals ('price', 'policy:cancellation'), at the back office the topic of each question
 * ('tasks'), the name of what it says without one ('greeting'), or 'which'.
 */
export function createReadIntent(
  business: Business,
): (desk: DeskName, message: string) => string[] {
  const now = localTime(NOW, TIME_ZONE);
  const frontDesk = createFrontDeskPlaybook({ business });
  const backOffice = createBackOfficePlaybook();

  return (desk, message) => {
    if (desk === 'front-desk') {
      const memory = frontDesk.remember(now);
      frontDesk.hear(memory, message, now);
      return [...memory.heard.goals];
    }
    const memory = backOffice.remember(now);
    backOffice.hear(memory, message, now);
    return memory.heard.goals.map((goal) => {
      if (goal.kind === 'query') return goal.query.topic;
      return goal.kind === 'say' ? goal.what : 'which';
    });
  };
}
