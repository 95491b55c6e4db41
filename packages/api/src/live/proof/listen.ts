/** One event as a client is told it, or the code of an error. */
export interface Told {
  readonly kind: string;
  readonly entity: string | null;
  readonly id: string | null;
  readonly version: number | null;
}

export interface ListenOptions {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly entities: readonly string[];
  readonly secondsBack?: number;
}

const subscription = `subscription ($entities: [String!]!, $secondsBack: Int!) {
  changed(entities: $entities, secondsBack: $secondsBack) { kind entity id version } }`;

const patienceMilliseconds = 20_000;

/** A stream of changes as a client reads it: server-sent events out of the body of a POST. */
export class Listening {
  readonly status: number;
  readonly headers: Headers;
  /** All events so far, in their order. */
  readonly events: Told[] = [];
  /** Codes of the errors that came as events, or in place of a stream. */
  readonly codes: string[] = [];
  /** Comments, which keep the connection alive. */
  comments = 0;
  /** How it ended: completed by the server, or broken. */
  readonly ended: Promise<'complete' | 'broken'>;
  readonly #abort: AbortController;
  #changed: (() => void)[] = [];

  private constructor(response: Response, abort: AbortController) {
    this.status = response.status;
    this.headers = response.headers;
    this.#abort = abort;
    this.ended = this.#read(response).catch((): 'broken' => 'broken');
    void this.ended.then(() => this.#tell());
  }

  static async open({ url, headers, entities, secondsBack = 0 }: ListenOptions): Promise<Listening> {
    const abort = new AbortController();
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
      body: JSON.stringify({ query: subscription, variables: { entities, secondsBack } }),
      signal: abort.signal,
    });
    return new Listening(response, abort);
  }

  async #read(response: Response): Promise<'complete' | 'broken'> {
    let rest = '';
    let isComplete = false;
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      rest += decoder.decode(chunk, { stream: true });
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) isComplete = this.#take(block) || isComplete;
      this.#tell();
    }
    if (rest.startsWith('{')) this.#takeResult(rest);
    return isComplete ? 'complete' : 'broken';
  }

  #take(block: string): boolean {
    if (block.startsWith(':')) this.comments += 1;
    const data = /^data: ?(.+)$/m.exec(block)?.[1];
    if (data) this.#takeResult(data);
    return /^event: complete$/m.test(block);
  }

  #takeResult(text: string): void {
    const { data, errors = [] } = JSON.parse(text) as {
      data?: { changed?: Told } | null;
      errors?: { extensions: { code: string } }[];
    };
    if (data?.changed) this.events.push(data.changed);
    this.codes.push(...errors.map(({ extensions }) => extensions.code));
  }

  #tell(): void {
    for (const changed of this.#changed.splice(0)) changed();
  }

  /** Waits until something holds of what was told; fails where it does not come about. */
  async until(holds: (told: this) => boolean): Promise<void> {
    const end = Date.now() + patienceMilliseconds;
    while (!holds(this)) {
      const left = end - Date.now();
      if (left <= 0) throw new Error(`It was not told; ${JSON.stringify([this.events, this.codes])} was.`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#changed.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  /** Takes the events that were told so far, as `KIND Entity id`, and forgets them. */
  take(): string[] {
    return this.events.splice(0).map(({ kind, entity, id }) => [kind, entity, id].filter(Boolean).join(' '));
  }

  /** Goes away. */
  close(): void {
    this.#abort.abort();
  }
}
