import type { Config } from '../config.ts';
import { DEMO_DOMAIN, demoStaffNames } from '../operations/demo/demo-mail.ts';
import type { OperationsSettings } from '../operations/settings.ts';

/** The back office's settings; with the demonstration its business's mail counts as staff's too. */
export function operationsSettings(config: Config): OperationsSettings {
  const ownDomains = config.ownDomains.filter((own) => !own.includes('@'));
  return {
    timezone: config.businessTimeZone,
    publicUrl: config.publicUrl,
    ownDomains: config.seedDemo ? [...ownDomains, DEMO_DOMAIN] : ownDomains,
    ownAddresses: config.ownDomains.filter((own) => own.includes('@')),
    staffNames:
      config.seedDemo && config.staffNames.length === 0 ? demoStaffNames : config.staffNames,
    allowedSenders: config.allowedSenders,
    blockedSenders: config.blockedSenders,
    reviewBelowConfidence: config.reviewBelowConfidence,
    notifications: { email: config.notifyByEmail, webhook: config.notifyByWebhook },
  };
}
