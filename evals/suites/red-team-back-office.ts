import { createRedTeamSuite } from '../red-team/create-red-team-suite.ts';

export const suite = createRedTeamSuite('back-office');
