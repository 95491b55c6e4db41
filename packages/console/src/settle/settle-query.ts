/** An item that is open, with where it comes from. */
export interface OpenItem {
  readonly id: string;
  readonly postingOn: string;
  readonly dueOn: string | null;
  readonly currencyCode: string;
  /** Above zero for a debit. */
  readonly remaining: string;
  readonly account: { readonly code: string; readonly name: string; readonly company: { readonly id: string } } | null;
  readonly line: {
    /** Units of the company's currency for one of the item's. */
    readonly rate: string;
    readonly text: string | null;
    readonly entry: {
      readonly id: string;
      readonly number: number;
      readonly text: string | null;
      readonly reference: string | null;
      readonly journal: { readonly code: string } | null;
    } | null;
  } | null;
}

export const OPEN_ITEMS = `query PartyOpenItems($party: ID!) {
  openItems(first: 100, orderBy: [{ dueOn: { direction: ASC } }, { postingOn: { direction: ASC } }],
    where: { party: { is: { id: { eq: $party } } }, remaining: { ne: "0" } }) {
    nodes { id postingOn dueOn currencyCode remaining account { code name company { id } }
      line { rate text entry { id number text reference journal { code } } } }
  }
}`;

export const PARTY_OF_ITEM = `query PartyOfOpenItem($id: ID!) { it: openItem(id: $id) { id party { id } } }`;

export const ALLOCATE = `mutation SettleItems($input: AllocateItemsInput!) {
  allocateItems(input: $input) { allocation { id } userErrors { __typename code message path } }
}`;
