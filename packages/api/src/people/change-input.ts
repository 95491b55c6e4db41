import type { Rejection } from '@kontor/core';
import type { Viewer } from '../viewer.ts';
import { input } from '../write/input.ts';
import { rejection } from './rejection.ts';

/** Texts that the commands on changes of one's own data share. */
export const changeTitles = {
  approve: { en: 'Approve', sv: 'Godkänn', de: 'Genehmigen', hu: 'Jóváhagyás', sl: 'Odobri' },
  reject: { en: 'Reject', sv: 'Avslå', de: 'Ablehnen', hu: 'Elutasítás', sl: 'Zavrni' },
  withdraw: { en: 'Withdraw', sv: 'Återta', de: 'Zurückziehen', hu: 'Visszavonás', sl: 'Umakni' },
} as const;

export const changeReason = {
  approve: input.text('Why it is approved.'),
  reject: input.text('Why it is rejected. The person reads it.'),
};

/** Faults that hold for proposing whichever change: one at a time, by an account, and of something. */
export const faultsOfProposal = (viewer: Viewer, isOpen: boolean, isEmpty: boolean): Rejection[] => [
  ...(viewer.userId === null
    ? [rejection('ACCOUNT_MISSING', 'Sign in with an account of your own to propose this.')]
    : []),
  ...(isOpen ? [rejection('PROPOSAL_OPEN', 'Withdraw the change that waits for a decision first.')] : []),
  ...(isEmpty ? [rejection('NOTHING_CHANGES', 'Give at least one new value.')] : []),
];
