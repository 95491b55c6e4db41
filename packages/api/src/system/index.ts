/** What other parts may use of accounts. */
export { mintToken } from './mint-token.ts';
export { hashPassword } from './password.ts';
export { printSetUpLink } from './set-up.ts';
