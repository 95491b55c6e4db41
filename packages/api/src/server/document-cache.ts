const documentsAtMost = 1_000;
const charactersAtMost = 20_000;

/**
 * Parsed documents by their text, the ones used last. Programs send the same few again and again; a long one is parsed
 * each time, so that nobody can fill the memory with them.
 */
export class DocumentCache<T> {
  readonly #documents = new Map<string, T>();
  readonly #most: number;

  constructor(most = documentsAtMost) {
    this.#most = most;
  }

  get(text: string): T | undefined {
    const found = this.#documents.get(text);
    if (found === undefined) return undefined;
    this.#documents.delete(text);
    this.#documents.set(text, found);
    return found;
  }

  set(text: string, document: T): void {
    if (this.#most === 0 || text.length > charactersAtMost) return;
    this.#documents.set(text, document);
    if (this.#documents.size <= this.#most) return;
    for (const oldest of this.#documents.keys()) {
      this.#documents.delete(oldest);
      return;
    }
  }
}
