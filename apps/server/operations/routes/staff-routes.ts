export { idParams, notFound, readId } from '../../platform/http/record-id.ts';
export { withSchemas } from '../../platform/http/with-schemas.ts';
export { admitStaff, type StaffGate } from '../../platform/sign-in/admit-staff.ts';
