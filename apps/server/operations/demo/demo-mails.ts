import type { DemoMail } from './demo-mail.ts';
import { customerMails } from './mails/customer-mails.ts';
import { hostileMails } from './mails/hostile-mails.ts';
import { staffMails } from './mails/staff-mails.ts';
import { systemMails } from './mails/system-mails.ts';
import { vendorMails } from './mails/vendor-mails.ts';

/** Thirty days of a small business's mail, in no order; see failing-mails.ts for three more. */
export const demoMails: readonly DemoMail[] = [
  ...vendorMails,
  ...staffMails,
  ...customerMails,
  ...systemMails,
  ...hostileMails,
];
