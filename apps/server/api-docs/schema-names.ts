import {
  actionSchema,
  agentOutputSchema,
  apiKeyListSchema,
  apiKeySchema,
  assistantHealthSchema,
  calendarLinkSchema,
  changePasswordRequestSchema,
  chatEventSchema,
  chatRequestSchema,
  clientFrameSchema,
  createdApiKeySchema,
  currentUserSchema,
  deadlineChangeSchema,
  deadlinePageSchema,
  deadlineSchema,
  emailDetailSchema,
  emailPageSchema,
  emailSchema,
  executionDecisionSchema,
  executionDetailSchema,
  executionPageSchema,
  executionSchema,
  historySchema,
  newApiKeySchema,
  newSessionSchema,
  notificationPageSchema,
  notificationSchema,
  operationalContextSchema,
  problemSchema,
  reviewDecisionRequestSchema,
  reviewPageSchema,
  reviewSchema,
  serverFrameSchema,
  sessionListSchema,
  sessionSchema,
  signInRequestSchema,
  signUpRequestSchema,
  staffChatAnswerSchema,
  staffChatEventSchema,
  staffChatRequestSchema,
  taskChangeSchema,
  taskPageSchema,
  taskSchema,
  threadSchema,
} from '@deskbell/protocol';
import { z } from 'zod';
import { acceptedEmailSchema, uploadedEmailSchema } from '../operations/intake/accepted-email.ts';
import { processEmailSchema } from '../operations/intake/process-email-request.ts';

/** The schemas that the document names; every other one stands where it is used. */
const names: Record<string, z.ZodType> = {
  Problem: problemSchema,
  ChatRequest: chatRequestSchema,
  ChatEvent: chatEventSchema,
  Thread: threadSchema,
  AssistantHealth: assistantHealthSchema,
  SignUp: signUpRequestSchema,
  SignIn: signInRequestSchema,
  ChangePassword: changePasswordRequestSchema,
  CurrentUser: currentUserSchema,
  StaffChatRequest: staffChatRequestSchema,
  StaffChatAnswer: staffChatAnswerSchema,
  StaffChatEvent: staffChatEventSchema,
  NewSession: newSessionSchema,
  Session: sessionSchema,
  SessionList: sessionListSchema,
  History: historySchema,
  OperationalContext: operationalContextSchema,
  ClientFrame: clientFrameSchema,
  ServerFrame: serverFrameSchema,
  NewApiKey: newApiKeySchema,
  ApiKey: apiKeySchema,
  CreatedApiKey: createdApiKeySchema,
  ApiKeyList: apiKeyListSchema,
  ProcessEmail: processEmailSchema,
  AcceptedEmail: acceptedEmailSchema,
  UploadedEmail: uploadedEmailSchema,
  Email: emailSchema,
  EmailDetail: emailDetailSchema,
  EmailPage: emailPageSchema,
  AgentOutput: agentOutputSchema,
  Action: actionSchema,
  Execution: executionSchema,
  ExecutionDetail: executionDetailSchema,
  ExecutionPage: executionPageSchema,
  ExecutionDecision: executionDecisionSchema,
  Review: reviewSchema,
  ReviewPage: reviewPageSchema,
  ReviewDecision: reviewDecisionRequestSchema,
  Task: taskSchema,
  TaskPage: taskPageSchema,
  TaskChange: taskChangeSchema,
  Deadline: deadlineSchema,
  DeadlinePage: deadlinePageSchema,
  DeadlineChange: deadlineChangeSchema,
  Notification: notificationSchema,
  NotificationPage: notificationPageSchema,
  CalendarLink: calendarLinkSchema,
};

/** Gives the schemas their names, for this process. A second call changes nothing. */
export function nameSchemas(): void {
  for (const [id, schema] of Object.entries(names)) {
    z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), id });
  }
}

/** How the document refers to a schema that has a name. Throws for one that has none. */
export function referenceTo(schema: z.ZodType, direction: 'input' | 'output'): { $ref: string } {
  const id = z.globalRegistry.get(schema)?.id;
  if (id === undefined) throw new Error('This schema needs a name in schema-names.ts.');
  return { $ref: `#/components/schemas/${id}${direction === 'input' ? 'Input' : ''}` };
}
