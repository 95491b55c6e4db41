/** Why an identity provider lets nobody in. The console says each in the language of whoever reads. */
export type ProviderProblemCode =
  | 'PROVIDER_UNKNOWN'
  | 'PROVIDER_UNREACHABLE'
  | 'PROVIDER_REFUSED'
  | 'PROVIDER_ANSWER_NOT_VALID'
  | 'PROVIDER_MAIL_NOT_VERIFIED'
  | 'PROVIDER_ACCOUNT_UNKNOWN'
  | 'PROVIDER_ACCOUNT_PROTECTED'
  | 'PROVIDER_ACCOUNT_TAKEN';

/** An expected failure of signing in by a provider. */
export class ProviderProblem extends Error {
  override readonly name = 'ProviderProblem';
  readonly code: ProviderProblemCode;
  /** Who it was about, as far as that is known: for the audit log. */
  readonly about: string | null;

  constructor(code: ProviderProblemCode, options: ErrorOptions & { about?: string | null } = {}) {
    super(code, options);
    this.code = code;
    this.about = options.about ?? null;
  }
}
