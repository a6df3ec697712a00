/** An LRU cache of computed results, bounded by their number or total weight. */
export class BoundedCache<Key, Value> {
  readonly #entries = new Map<Key, { readonly value: Value; readonly weight: number }>();
  readonly #limit: number;
  #weight = 0;

  /** @param limit on the total weight of the entries; without weights, on their number */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The cached value, or the computed one, which is then cached; errors of `compute` are not. */
  get(key: Key, compute: () => Value, weight = 1): Value {
    const known = this.#use(key);
    if (known) return known.value;
    const value = compute();
    this.#entries.set(key, { value, weight });
    this.#weight += weight;
    this.#forgetOldest();
    return value;
  }

  /** The cached value. */
  find(key: Key): Value | undefined {
    return this.#use(key)?.value;
  }

  #use(key: Key) {
    const known = this.#entries.get(key);
    if (known === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, known);
    return known;
  }

  #forgetOldest(): void {
    for (const [key, { weight }] of this.#entries) {
      if (this.#weight <= this.#limit) return;
      this.#entries.delete(key);
      this.#weight -= weight;
    }
  }
}
