/** A raw answer of the graph: a test looks at data and errors alike. */
export interface BrowserAnswer<T> {
  readonly status: number;
  readonly data: T | null;
  readonly errors: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

/** What a person has in front of them: cookies are kept from answer to answer, as a browser keeps them. */
export class Browser {
  readonly #url: string;
  readonly #cookies = new Map<string, string>();
  /** Every `set-cookie` so far, as it was sent. */
  readonly setCookies: string[] = [];

  constructor(url: string) {
    this.#url = url;
  }

  /** Asks the graph. */
  async ask<T = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<BrowserAnswer<T>> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-kontor-csrf': '1', ...(cookie && { cookie }) },
      body: JSON.stringify({ query, variables }),
    });
    for (const each of response.headers.getSetCookie()) this.#keep(each);
    const { data = null, errors = [] } = (await response.json()) as { data?: T; errors?: BrowserAnswer<T>['errors'] };
    return { status: response.status, data, errors };
  }

  /** Signs in, and answers what it was refused for. */
  async signIn(email: string, password: string): Promise<readonly { readonly code: string }[]> {
    const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }';
    const { data, errors } = await this.ask<{ signIn: { userErrors: { code: string }[] } }>(query, {
      input: { email, password },
    });
    if (!data) throw new Error(errors.map(({ message }) => message).join(' '));
    return data.signIn.userErrors;
  }

  #keep(setCookie: string): void {
    this.setCookies.push(setCookie);
    const [pair = ''] = setCookie.split(';', 1);
    const [name = '', value = ''] = pair.split('=', 2);
    if (value === '') this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
