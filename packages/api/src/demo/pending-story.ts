/** What waits for somebody when the demo opens: pay to approve, addresses, accounts and tax data to decide on. */
import type { Viewer } from '../viewer.ts';
import { addDays, at, type Day, firstOfMonth } from './calendar.ts';
import type { Member } from './cast.ts';
import { ibanOf } from './identity.ts';
import { type PayEnd, planPay, playerOf, type Story } from './people-story.ts';

const openPayAtMost = 6;
const homeChangesAtMost = 6;
const taxChangesAtMost = 4;

function wantsMore(story: Story, member: Member, end: PayEnd): void {
  const { today, chance, stage } = story;
  const startOn = firstOfMonth(today, 1);
  planPay(
    story,
    member,
    addDays(today, -chance.between(4, 6)),
    startOn,
    async () => {
      const { employeeId: id } = playerOf(story, member);
      const { salary, position } = await stage.tx.employee.findUniqueOrThrow({
        where: { id },
        include: { position: true },
      });
      const { payStep } = member.country;
      const wanted = Math.round((Number(salary) * 1.04) / payStep) * payStep;
      return { amount: Math.min(wanted, Number(position?.payMaximum ?? wanted)), reason: 'New responsibilities' };
    },
    end,
  );
}

function moves(story: Story, member: Member, isApproved: boolean): void {
  const { stage, schedule, staff, today, chance } = story;
  const day = addDays(today, -chance.between(2, 9));
  const [city, postalCode] = chance.pick(member.country.towns);
  const street = `${chance.pick(member.country.streets)} ${chance.between(1, 60)}`;
  schedule.on(at(day, 14), async () => {
    const { viewer, personId } = playerOf(story, member);
    await stage.act(viewer, at(day, 14), 'proposeHomeChange', {
      personId,
      street,
      postalCode,
      city,
      note: 'We have moved',
    });
    if (!isApproved) return;
    const { id: homeChangeId } = await stage.tx.homeChange.findFirstOrThrow({
      where: { personId, status: 'PROPOSED' },
    });
    await stage.act(staff['hr'] as Viewer, at(day, 16), 'approveHomeChange', { homeChangeId });
  });
}

function declares(story: Story, member: Member, isApproved: boolean): void {
  const { stage, schedule, staff, today, chance } = story;
  const day = addDays(today, -chance.between(2, 9));
  schedule.on(at(day, 14), async () => {
    const { viewer, employeeId } = playerOf(story, member);
    await stage.act(viewer, at(day, 14), 'proposeTaxChange', { employeeId, taxDependants: 4, note: 'A new child' });
    if (!isApproved) return;
    const { id: taxChangeId } = await stage.tx.taxChange.findFirstOrThrow({
      where: { employeeId, status: 'PROPOSED' },
    });
    await stage.act(staff['payroll'] as Viewer, at(day, 16), 'approveTaxChange', { taxChangeId });
  });
}

function changesBank(story: Story, member: Member, isApprovedOnce: boolean): void {
  const { stage, schedule, staff, today, chance } = story;
  const day: Day = addDays(today, -chance.between(1, 3));
  const iban = ibanOf(member.company.code, chance);
  schedule.on(at(day, 14), async () => {
    const { viewer, personId } = playerOf(story, member);
    await stage.act(viewer, at(day, 14), 'proposeBankChange', { personId, iban, note: 'I have changed banks' });
    if (!isApprovedOnce) return;
    const { id: bankChangeId } = await stage.tx.bankChange.findFirstOrThrow({
      where: { personId, status: 'PROPOSED' },
    });
    await stage.act(staff['payroll'] as Viewer, at(day, 16), 'approveBankChange', { bankChangeId });
  });
}

/** Somebody who has been there for a while and stays: for the demo's own logins something waits too. */
export function planPending(story: Story, cast: readonly Member[]): void {
  const settled = (member: Member) => member.ends === null && member.startOn < addDays(story.opensOn, 500);
  const others = story.chance.shuffled(
    cast.filter((each) => settled(each) && each.login === null && each.seat.level === 'staff'),
  );
  const own = cast.filter(({ login }) => login === 'employee' || login === 'employee2');
  const next = () => others.pop() as Member;
  for (let count = 0; count < openPayAtMost; count += 1) wantsMore(story, next(), 'open');
  wantsMore(story, own[0] as Member, 'open');
  wantsMore(story, next(), 'rejected');
  for (let count = 0; count < homeChangesAtMost; count += 1)
    moves(story, count === 0 ? (own[0] as Member) : next(), count > 3);
  for (let count = 0; count < taxChangesAtMost; count += 1)
    declares(story, count === 0 ? (own[1] as Member) : next(), count > 2);
  for (const isApprovedOnce of [false, true]) changesBank(story, next(), isApprovedOnce);
}
