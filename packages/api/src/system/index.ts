/** What other parts may use of accounts. */
export { mintToken } from './mint-token.ts';
export { printSetUpLink } from './set-up.ts';
export { hashPassword } from './password.ts';
