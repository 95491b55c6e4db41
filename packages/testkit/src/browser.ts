/** A raw answer of the graph: a test looks at data and errors alike. */
export interface BrowserAnswer<T> {
  readonly status: number;
  readonly data: T | null;
  readonly errors: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

/** Where a visit led. */
export interface Visit {
  readonly status: number;
  readonly location: string | null;
  readonly body: string;
  readonly headers: Headers;
}

/** What a person has in front of them: cookies are kept from answer to answer, as a browser keeps them. */
export class Browser {
  readonly #url: string;
  readonly #cookies = new Map<string, string>();
  readonly #otherCookies = new Map<string, Map<string, string>>();
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

  /** Goes to an address on this server or another, with the cookies of that server, and follows nothing. */
  async visit(address: string, form?: Readonly<Record<string, string>>): Promise<Visit> {
    const url = new URL(address, this.#url);
    const elsewhere = url.origin !== new URL(this.#url).origin;
    const jar = elsewhere ? this.#jarOf(url.host) : this.#cookies;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { 'user-agent': 'test browser', ...(cookie && { cookie }) },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const each of response.headers.getSetCookie()) this.#keep(each, jar);
    const to = response.headers.get('location');
    return {
      status: response.status,
      location: to === null ? null : new URL(to, url).href,
      body: await response.text(),
      headers: response.headers,
    };
  }

  #jarOf(host: string): Map<string, string> {
    const jar = this.#otherCookies.get(host) ?? new Map<string, string>();
    this.#otherCookies.set(host, jar);
    return jar;
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

  #keep(setCookie: string, jar = this.#cookies): void {
    if (jar === this.#cookies) this.setCookies.push(setCookie);
    const [pair = ''] = setCookie.split(';', 1);
    const [name = '', value = ''] = pair.split('=', 2);
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  }
}
