/** A typed client of Kontor's graph for other people's programs, in Node and in browsers. */
export type { Change, ChangesOptions } from './changes.ts';
export {
  type AnswerExtensions,
  type Client,
  type ClientOptions,
  createClient,
  type RequestOptions,
  type SdkWrapper,
} from './client.ts';
export type { Document, TypedDocument } from './document.ts';
export { assertDone, type UserError, UserErrors } from './errors.ts';
export { type ExportedFile, ExportFailed, type ExportOptions, exportFile } from './exports.ts';
/** The types of the operations, their inputs and their answers, as generated from the graph. */
export type * from './generated/sdk.ts';
export { type GraphError, KontorError, type KontorErrorCode } from './kontor-error.ts';
export { type Page, pages } from './pages.ts';
export type { RetryOptions } from './retry.ts';
export { type SessionClient, type SignedInUser, sessionClient, signIn } from './sign-in.ts';
