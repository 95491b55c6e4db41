/** 400 devices of the shipped models, in every state of a device's life, each brought there by its commands. */
import { importDeviceModels, shippedDeviceModels } from '../devices/index.ts';
import type { CommandName } from '../policy/index.ts';
import type { Viewer } from '../viewer.ts';
import { addDays, at, type Day } from './calendar.ts';
import type { Member } from './cast.ts';
import type { FoundedCompany } from './organisation-story.ts';
import { playerOf, type Story } from './people-story.ts';

/** How a device gets to where it is; what is left of the number of devices is in use. */
const lives = {
  ordered: 12,
  received: 10,
  stocked: 68,
  reserved: 8,
  awaiting: 14,
  lent: 8,
  repaired: 9,
  due: 6,
  quarantined: 10,
  lost: 4,
  stolen: 3,
  retired: 10,
  sold: 8,
  donated: 5,
  destroyed: 6,
  writtenOff: 3,
} as const;

type Life = keyof typeof lives | 'used' | 'left';

/** What people have on or under their desk, here or at home; everything else stands in a rack and has a custodian in IT. */
const personal = /^(PowerEdge T|Apple TV|ISR[ -]?11|Meraki MR|SG3|Catalyst 1000-8|FPR1010|Firepower 1010)|8T-2G|DMPU/i;
const deskMostly = 0.75;

interface Model {
  readonly id: string;
  readonly name: string;
  readonly isPersonal: boolean;
}

interface Plan {
  readonly tag: string;
  readonly life: Life;
  readonly model: Model;
  readonly company: FoundedCompany;
  /** Who gets it, where somebody does. */
  readonly holder: Member;
  readonly orderedOn: Day;
}

export async function importModels({ stage, staff }: Pick<Story, 'stage' | 'staff'>): Promise<readonly Model[]> {
  await importDeviceModels(stage.app, staff['it'] as Viewer, { folder: shippedDeviceModels });
  const models = await stage.tx.deviceModel.findMany({ orderBy: [{ manufacturer: { name: 'asc' } }, { name: 'asc' }] });
  return models.map(({ id, name }) => ({ id, name, isPersonal: personal.test(name) }));
}

/** The days of a device: it is ordered, arrives, is priced and labelled, and then lives its life. */
class DeviceTale {
  readonly #story: Story;
  readonly #plan: Plan;
  #id = '';
  #day: Day;

  constructor(story: Story, plan: Plan) {
    this.#story = story;
    this.#plan = plan;
    this.#day = plan.orderedOn;
  }

  /** One command, some days after the one before, and never in the future. */
  #then(days: number, name: CommandName, input: Readonly<Record<string, unknown>> = {}, byHolder = false): this {
    const { schedule, stage, staff, today } = this.#story;
    const later = addDays(this.#day, days);
    this.#day = later < today ? later : addDays(today, -1);
    const moment = at(this.#day, 16 + this.#step());
    schedule.on(moment, () => {
      const actor = byHolder ? playerOf(this.#story, this.#plan.holder).viewer : (staff['it'] as Viewer);
      return stage.act(actor, moment, name, { deviceId: this.#id, ...input });
    });
    return this;
  }

  #steps = 0;
  /** Minutes within the hour, so that what happens on one day keeps its order. */
  #step(): number {
    this.#steps += 1;
    return this.#steps / 60;
  }

  #handOut(name: CommandName, days: number, extra: Readonly<Record<string, unknown>> = {}): this {
    const { schedule, stage, staff, today } = this.#story;
    const { holder } = this.#plan;
    const later = [addDays(this.#day, days), addDays(holder.startOn, 1)].sort()[1] as Day;
    this.#day = later < today ? later : addDays(today, -1);
    const moment = at(this.#day, 16 + this.#step());
    schedule.on(moment, () =>
      stage.act(staff['it'] as Viewer, moment, name, {
        deviceId: this.#id,
        employeeId: playerOf(this.#story, holder).employeeId,
        ...extra,
      }),
    );
    return this;
  }

  order(): this {
    const { schedule, stage, staff, chance } = this.#story;
    const { company, model, tag, orderedOn } = this.#plan;
    const serialNumber = `${tag.slice(0, 2)}${chance.digits(8)}`;
    const placed = { companyId: company.id, deviceModelId: model.id, assetTag: tag, serialNumber };
    const store = { siteId: company.siteIds[0], roomId: company.storeId };
    const warrantyUntilOn = addDays(orderedOn, 3 * 365);
    schedule.on(at(orderedOn, 15), async () => {
      this.#id = await stage.make(staff['it'] as Viewer, 'Device', { ...placed, ...store, warrantyUntilOn });
    });
    return this;
  }

  arrive(): this {
    return this.#then(9, 'receiveDevice');
  }

  stock(): this {
    this.#price();
    return this.#then(1, 'stockDevice');
  }

  /** Accounting knows what it cost. */
  #price(): void {
    const { schedule, stage, staff, chance } = this.#story;
    const { company, model, orderedOn } = this.#plan;
    const thousands = { SE: 1, HU: 36, GB: 0.075 }[company.plan.code];
    const cost = Math.round((model.isPersonal ? chance.between(2, 18) : chance.between(12, 140)) * 1000 * thousands);
    const purchaseCurrencyCode = company.plan.currency;
    schedule.on(at(this.#day, 16 + this.#step()), async () => {
      const { version } = await stage.tx.device.findUniqueOrThrow({ where: { id: this.#id } });
      const purchase = { purchasedOn: orderedOn, purchaseCost: String(cost), purchaseCurrencyCode };
      await stage.change(staff['accounting'] as Viewer, 'Device', this.#id, version, purchase);
    });
  }

  /** Whoever leaves is asked for it by the end of the employment; of those who have left, some have yet to send it. */
  #comeBack(proof: { readonly wipeProof: string }): void {
    const { ends } = this.#plan.holder;
    const { today, chance } = this.#story;
    if (!ends || addDays(ends.endOn, 20) > today || chance.next() < 0.25) return;
    this.#day = ends.endOn;
    this.#then(chance.between(1, 6), 'returnDevice', { note: 'Sent by parcel' });
    this.#then(1, 'wipeDevice', proof).#then(1, 'inspectDevice').#then(1, 'releaseFromQuarantine');
  }

  live(): void {
    const { chance, today } = this.#story;
    const { life, holder, tag } = this.#plan;
    const use = () =>
      this.#handOut('checkOutDevice', 2, { note: 'With power cable' }).#then(1, 'acceptDevice', {}, true);
    const proof = { wipeProof: `Wipe certificate ${tag}` };
    const retire = () => this.#then(200, 'retireDevice', { reason: 'Too old for updates' });
    const dispose = (disposal: string) =>
      retire().#then(20, 'disposeOfDevice', { disposal, ...proof, reason: 'Contract with the recycler' });
    if (life === 'ordered') return void this.order();
    if (life === 'received') return void this.order().arrive();
    this.order().arrive().stock();
    switch (life) {
      case 'used':
        use();
        break;
      case 'stocked':
        break;
      case 'left':
        use();
        this.#comeBack(proof);
        break;
      case 'reserved':
        this.#handOut('reserveDevice', 20, { note: `For ${holder.firstName}` });
        break;
      case 'awaiting':
        this.#handOut('checkOutDevice', 700);
        break;
      case 'lent':
        this.#handOut('lendDevice', 700, { dueOn: addDays(today, chance.between(7, 60)) });
        break;
      case 'repaired':
        use().#then(chance.between(20, 200), 'sendDeviceToRepair', { note: 'The fan is loud' });
        break;
      case 'due':
        use().#then(700, 'callInDevice', { dueOn: addDays(today, chance.between(3, 20)) });
        break;
      case 'quarantined':
        use().#then(chance.between(30, 200), 'returnDevice', { note: 'A scratch on the lid' });
        if (chance.next() < 0.5) this.#then(1, 'wipeDevice', proof);
        break;
      case 'lost':
      case 'writtenOff':
        use().#then(chance.between(20, 200), 'reportDeviceLost', { reason: 'Left on a train' }, true);
        if (life === 'writtenOff') this.#then(60, 'writeOffDevice', { reason: 'Not found within two months' });
        break;
      case 'stolen':
        use().#then(chance.between(20, 200), 'reportDeviceStolen', { reason: 'Taken from a parked car' }, true);
        break;
      case 'retired':
        retire();
        break;
      default:
        dispose(life.toUpperCase());
    }
  }
}

/** Every kind of life as often as planned, spread over the companies. */
function livesOf(total: number, { chance }: Story): Life[] {
  const special = Object.entries(lives).flatMap(([life, count]) => Array<Life>(count).fill(life as Life));
  return chance.shuffled([...special, ...Array<Life>(total - special.length).fill('used')]);
}

/** People who are there until the end, those who can sign in first, so that each of them has something. */
function holdersOf({ today }: Story, cast: readonly Member[], company: FoundedCompany): readonly Member[] {
  const there = cast.filter(
    (each) => each.company === company.plan && each.ends === null && each.startOn < addDays(today, -4),
  );
  return [...there.filter(({ login }) => login !== null), ...there.filter(({ login }) => login === null)];
}

const custodians: Readonly<Record<string, string>> = { SE: 'IT', HU: 'FEJ', GB: 'SUP' };

type Fixed = Pick<Plan, 'life' | 'holder' | 'orderedOn'>;

/** Everybody who left had something, and each employee who can sign in has something to accept. */
function fixedFor({ opensOn }: Story, cast: readonly Member[], { plan }: FoundedCompany): readonly Fixed[] {
  const own = cast.filter(({ company }) => company === plan);
  const left = own.filter(({ ends }) => ends !== null);
  const accepting = own.filter(({ login }) => login === 'employee' || login === 'employee2');
  return [
    ...accepting.map((holder): Fixed => ({ life: 'awaiting', holder, orderedOn: addDays(opensOn, 650) })),
    ...left.map((holder): Fixed => {
      const first = holder.startOn < opensOn ? opensOn : holder.startOn;
      return { life: 'left', holder, orderedOn: addDays(first, 5) };
    }),
  ];
}

/** Writes the lives of all devices into the schedule. */
export function planDevices(story: Story, cast: readonly Member[], models: readonly Model[]): void {
  const { chance, companies, opensOn } = story;
  const [desk, rack] = [models.filter((each) => each.isPersonal), models.filter((each) => !each.isPersonal)];
  const fixed = new Map(companies.map((company) => [company, fixedFor(story, cast, company)]));
  const total = companies.reduce((sum, company) => sum + company.plan.devices - (fixed.get(company)?.length ?? 0), 0);
  const ways = livesOf(total, story);
  for (const company of companies) {
    const holders = holdersOf(story, cast, company);
    const keepers = holders.filter(({ department }) => department.code === custodians[company.plan.code]);
    for (let number = 0; number < company.plan.devices; number += 1) {
      const known = fixed.get(company)?.[number];
      const life = known?.life ?? ways.pop() ?? 'used';
      const model = chance.pick(known || chance.next() < deskMostly ? desk : rack);
      const holder =
        known?.holder ?? (model.isPersonal ? (holders[number % holders.length] as Member) : chance.pick(keepers));
      const age = life === 'ordered' || life === 'received' ? chance.between(700, 712) : chance.between(10, 480);
      const tag = `${company.plan.code}-${String(number + 1).padStart(4, '0')}`;
      const orderedOn = known?.orderedOn ?? addDays(opensOn, age);
      new DeviceTale(story, { tag, life, model, company, holder, orderedOn }).live();
    }
  }
}
