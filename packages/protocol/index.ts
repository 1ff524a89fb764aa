// What travels on the wire. Any export added here is part of the contract in docs/api.md.
export {
  type ChangePasswordRequest,
  type CurrentUser,
  changePasswordRequestSchema,
  currentUserSchema,
  MAX_PASSWORD_LENGTH,
  MIN_PASSWORD_LENGTH,
  type SignInRequest,
  type SignUpRequest,
  signInRequestSchema,
  signUpRequestSchema,
} from './account.ts';
export {
  type AgentDisagreement,
  type AgentDisagreementPage,
  type AgentFigures,
  type AgentReport,
  agentDisagreementPageSchema,
  agentDisagreementQuerySchema,
  agentDisagreementSchema,
  agentFiguresSchema,
  agentReportQuerySchema,
  agentReportSchema,
} from './back-office/agent-report.ts';
export {
  type ApiKey,
  apiKeyListSchema,
  apiKeySchema,
  createdApiKeySchema,
  newApiKeySchema,
  staffRoleSchema,
} from './back-office/api-key.ts';
export {
  answerMetadataSchema,
  type History,
  type HistoryMessage,
  historyQuerySchema,
  historySchema,
  MAX_STAFF_MESSAGE_CODE_POINTS,
  newSessionSchema,
  type OperationalContextView,
  operationalContextSchema,
  type StaffChatEvent,
  sessionListSchema,
  sessionQuerySchema,
  sessionSchema,
  staffChatAnswerSchema,
  staffChatEventSchema,
  staffChatRequestSchema,
  staffDoneDataSchema,
  staffMessageSchema,
  userIdQuery,
} from './back-office/chat.ts';
export {
  type ClientFrame,
  clientFrameSchema,
  clientFrameSchemas,
  MAX_SOCKET_FRAME_BYTES,
  type ServerFrame,
  serverFrameSchema,
  socketCloseCodes,
} from './back-office/chat-socket.ts';
export {
  type Conversation,
  type ConversationDetail,
  type ConversationPage,
  type ConversationTurn,
  conversationDetailSchema,
  conversationPageSchema,
  conversationQuerySchema,
  conversationSchema,
  conversationTurnSchema,
} from './back-office/conversation.ts';
export {
  calendarLinkSchema,
  type Deadline,
  type DeadlineChange,
  deadlineChangeSchema,
  deadlinePageSchema,
  deadlineQuerySchema,
  deadlineSchema,
  MAX_DEADLINE_DAYS,
  MAX_DEADLINES_IN_RANGE,
} from './back-office/deadline.ts';
export {
  type EditableField,
  type EditableKind,
  editableFields,
} from './back-office/editable-fields.ts';
export {
  type Email,
  type EmailDetail,
  emailDetailSchema,
  emailPageSchema,
  emailQuerySchema,
  emailSchema,
} from './back-office/email.ts';
export {
  type Action,
  type AgentOutput,
  actionSchema,
  agentOutputSchema,
  type Execution,
  type ExecutionDetail,
  type ExecutionSummary,
  executionDecisionSchema,
  executionDetailSchema,
  executionPageSchema,
  executionQuerySchema,
  executionSchema,
  executionSummaryPageSchema,
  executionSummarySchema,
  type Review,
  type ReviewDecisionRequest,
  reviewDecisionRequestSchema,
  reviewPageSchema,
  reviewQuerySchema,
  reviewSchema,
} from './back-office/execution.ts';
export { createQuoteFinder, type QuotePart } from './back-office/find-quote.ts';
export { type HealthView, healthSchema, readySchema } from './back-office/health.ts';
export {
  type LiveChanges,
  type LiveEvent,
  liveChangesSchema,
  liveEventSchema,
} from './back-office/live.ts';
export {
  type Notification,
  notificationPageSchema,
  notificationQuerySchema,
  notificationSchema,
} from './back-office/notification.ts';
export {
  type AttentionItem,
  attentionItemSchema,
  type Overview,
  type OverviewTile,
  overviewSchema,
  overviewTileSchema,
} from './back-office/overview.ts';
export {
  newStaffAccountSchema,
  type StaffAccountView,
  staffAccountChangeSchema,
  staffAccountListSchema,
  staffAccountSchema,
} from './back-office/staff.ts';
export { type StaffUser, staffUserSchema } from './back-office/staff-user.ts';
export { type SystemReport, systemReportSchema } from './back-office/system-report.ts';
export {
  type Task,
  type TaskAssignees,
  type TaskChange,
  taskAssigneesSchema,
  taskChangeSchema,
  taskPageSchema,
  taskQuerySchema,
  taskSchema,
} from './back-office/task.ts';
export {
  type Vendor,
  type VendorDetail,
  type VendorPage,
  vendorDetailSchema,
  vendorPageSchema,
  vendorQuerySchema,
  vendorSchema,
} from './back-office/vendor.ts';
export {
  type Availability,
  type AvailableDay,
  availabilityQuerySchema,
  availabilitySchema,
} from './bookings/availability.ts';
export {
  type Booking,
  type BookingPage,
  bookingPageSchema,
  bookingSchema,
  bookingStatusSchema,
  type StaffBooking,
  staffBookingSchema,
} from './bookings/booking.ts';
export {
  bookingChangeSchema,
  bookingQuerySchema,
  type StaffBookingPage,
  staffBookingPageSchema,
  staffBookingQuerySchema,
} from './bookings/booking-list.ts';
export { type BookingOptions, bookingOptionsSchema } from './bookings/booking-options.ts';
export {
  type BookingAddress,
  type BookingContact,
  type BookingOrder,
  bookingContactSchema,
  bookingOrderSchema,
  MAX_CONTACT_EMAIL_CHARACTERS,
  MAX_CONTACT_NAME_CHARACTERS,
  MAX_CONTACT_PHONE_CHARACTERS,
  type NewBooking,
  newBookingSchema,
  type PickupTimeChoice,
} from './bookings/booking-order.ts';
export { type BookingPrice, bookingPriceSchema } from './bookings/booking-price.ts';
export {
  type ChatRequest,
  chatRequestSchema,
  MAX_MESSAGE_CODE_POINTS,
} from './front-desk/chat-request.ts';
export {
  type ChatEvent,
  chatEventSchema,
  type DoneReason,
  type TurnErrorCode,
  type Usage,
} from './front-desk/events.ts';
export {
  type Handoff,
  handoffSchema,
  type PrefillData,
  prefillDataSchema,
} from './front-desk/handoff.ts';
export { type AssistantHealth, assistantHealthSchema } from './front-desk/health.ts';
export {
  type ClaimedHandoff,
  claimedHandoffSchema,
  claimHandoffSchema,
  type OpenedHandoff,
  openedHandoffSchema,
  openHandoffSchema,
} from './front-desk/open-handoff.ts';
export { type AssistantProfile, assistantProfileSchema } from './front-desk/profile.ts';
export {
  type Thread,
  type ThreadMessage,
  threadMessageSchema,
  threadSchema,
} from './front-desk/thread.ts';
export { type FieldError, fieldErrorSchema, type Problem, problemSchema } from './problem.ts';
