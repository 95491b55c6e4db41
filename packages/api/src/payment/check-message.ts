import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { compareDecimal, decimal, type PainVersion, type PaymentOrder, sumDecimal, toPaymentText } from '@kontor/core';
import type { XmlDocument, XmlElement, XmlNode } from 'libxml2-wasm';
import { workspaceRoot } from '../env.ts';

const schemaFolder = path.join(workspaceRoot, 'packages/api/data/pain');

/** One payment as it stands in a message. */
export interface ReadOrder extends PaymentOrder {
  readonly debtorIban: string;
  readonly executionOn: string;
}

/** A message as a bank reads it. */
export interface ReadMessage {
  readonly messageId: string;
  readonly count: number;
  readonly controlSum: string;
  readonly orders: readonly ReadOrder[];
}

/** Loaded with the first message: it brings 16 MB of memory of its own, which no other request needs. */
const library = () => import('libxml2-wasm');

/** Throws where a message is not as the schema of its version says, with what is wrong. */
async function validate(document: XmlDocument, version: PainVersion): Promise<void> {
  const { XmlDocument, XsdValidator } = await library();
  const schema = XmlDocument.fromBuffer(await readFile(path.join(schemaFolder, `${version}.xsd`)));
  try {
    const validator = XsdValidator.fromDoc(schema);
    try {
      validator.validate(document);
    } finally {
      validator.dispose();
    }
  } finally {
    schema.dispose();
  }
}

/** The text at a path below a node, of elements of any namespace; empty where there is none. */
function at(node: XmlNode, ...names: readonly string[]): string {
  const steps = names.map((name) => `*[local-name()='${name}']`).join('/');
  return node.get(`./${steps}`)?.content ?? '';
}

/** What a path that ends in `*` finds is an element, or there is none. */
const isElement = (node: XmlNode | null): node is XmlElement => node !== null;

const all = (node: XmlNode, name: string): readonly XmlElement[] =>
  node.find(`./*[local-name()='${name}']`).filter(isElement);

function orderOf(transfer: XmlElement, debtorIban: string, executionOn: string): ReadOrder {
  const amount = transfer.get("./*[local-name()='Amt']/*[local-name()='InstdAmt']");
  if (!isElement(amount)) throw new Error('a payment of the message has no amount');
  const bank = ['CdtrAgt', 'FinInstnId'] as const;
  return {
    endToEndId: at(transfer, 'PmtId', 'EndToEndId'),
    payeeName: at(transfer, 'Cdtr', 'Nm'),
    iban: at(transfer, 'CdtrAcct', 'Id', 'IBAN'),
    bic: at(transfer, ...bank, 'BICFI') || at(transfer, ...bank, 'BIC') || null,
    amount: decimal(amount.content),
    currencyCode: amount.attr('Ccy')?.value ?? '',
    remittance: at(transfer, 'RmtInf', 'Ustrd'),
    debtorIban,
    executionOn,
  };
}

function readDocument(document: XmlDocument): ReadMessage {
  const [message] = all(document.root, 'CstmrCdtTrfInitn');
  if (!message) throw new Error('the message holds no credit transfer initiation');
  const orders = all(message, 'PmtInf').flatMap((group) => {
    const executionOn = at(group, 'ReqdExctnDt', 'Dt') || at(group, 'ReqdExctnDt');
    const debtorIban = at(group, 'DbtrAcct', 'Id', 'IBAN');
    return all(group, 'CdtTrfTxInf').map((transfer) => orderOf(transfer, debtorIban, executionOn));
  });
  return {
    messageId: at(message, 'GrpHdr', 'MsgId'),
    count: Number(at(message, 'GrpHdr', 'NbOfTxs')),
    controlSum: at(message, 'GrpHdr', 'CtrlSum'),
    orders,
  };
}

/** Validates a message against the schema of its version, and reads it. Throws where it is not valid. */
export async function readValid(xml: string, version: PainVersion): Promise<ReadMessage> {
  const { XmlDocument } = await library();
  const document = XmlDocument.fromString(xml);
  try {
    await validate(document, version);
    return readDocument(document);
  } finally {
    document.dispose();
  }
}

const sameOrder = (read: ReadOrder, asked: PaymentOrder): boolean =>
  read.payeeName === toPaymentText(asked.payeeName) &&
  read.iban === asked.iban &&
  read.bic === asked.bic &&
  compareDecimal(read.amount, asked.amount) === 0 &&
  read.currencyCode === asked.currencyCode &&
  read.remittance === toPaymentText(asked.remittance);

/**
 * Throws unless a message is valid, and says, payment by payment and in sum, what was asked for: what a program wrote
 * wrongly must not reach a bank.
 */
export async function requireFaithful(
  xml: string,
  asked: { readonly version: PainVersion; readonly debtorIban: string; readonly executionOn: string } & {
    readonly orders: readonly PaymentOrder[];
  },
): Promise<void> {
  const read = await readValid(xml, asked.version);
  const byReference = new Map(read.orders.map((order) => [order.endToEndId, order]));
  const isWhole =
    read.count === asked.orders.length &&
    read.orders.length === asked.orders.length &&
    byReference.size === asked.orders.length &&
    compareDecimal(decimal(read.controlSum), sumDecimal(asked.orders.map(({ amount }) => amount))) === 0;
  if (!isWhole) throw new Error('the message has another number or sum of payments than the batch');
  for (const order of asked.orders) {
    const found = byReference.get(order.endToEndId);
    const isSame =
      found &&
      sameOrder(found, order) &&
      found.debtorIban === asked.debtorIban &&
      found.executionOn === asked.executionOn;
    if (!isSame) throw new Error(`the message says something else of payment ${order.endToEndId}`);
  }
}
