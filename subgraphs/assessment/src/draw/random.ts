/** A source of pseudo-random numbers that always gives the same sequence for the same seed. */
export interface Random {
  /** The next integer, each of `0 … 2³²−1` equally likely. */
  nextUint32(): number;
  /** The next integer of `0 … bound−1`, each exactly equally likely. `bound` is an integer of 1 to 2³². */
  below(bound: number): number;
}

const TWO_TO_32 = 2 ** 32;
const WARM_UP_ROUNDS = 15;

/**
 * A generator for shuffles and draws, not for secrets: sfc32, "small fast counter" of Chris Doty-Humphrey
 * (PractRand, 2010; public domain), with its 128 bits of state set from {@link hash128} of the seed.
 */
export function createRandom(seed: string): Random {
  let [a, b, c, counter] = hash128(seed);

  const nextUint32 = (): number => {
    const result = (a + b + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + result) >>> 0;
    return result;
  };

  // Rejection sampling: the last incomplete run of `bound` values would favour small ones.
  const below = (bound: number): number => {
    const limit = TWO_TO_32 - (TWO_TO_32 % bound);
    let value = nextUint32();
    while (value >= limit) value = nextUint32();
    return value % bound;
  };

  for (let round = 0; round < WARM_UP_ROUNDS; round++) nextUint32();
  return { nextUint32, below };
}

/** Derives a seed for a part: 32 hexadecimal digits, distinct for each `part`. */
export function deriveSeed(seed: string, part: string): string {
  return hash128(`${seed.length}:${seed}/${part}`)
    .map((word) => word.toString(16).padStart(8, '0'))
    .join('');
}

/**
 * Four 32-bit words from the UTF-16 code units of a text: cyrb128 of bryc (github.com/bryc/code, public domain),
 * which mixes with MurmurHash3's multiplications. Well distributed, not cryptographic.
 */
export function hash128(text: string): [number, number, number, number] {
  let h1 = 1779033703;
  let h2 = 3144134277;
  let h3 = 1013904242;
  let h4 = 2773480762;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    h1 = h2 ^ Math.imul(h1 ^ unit, 597399067);
    h2 = h3 ^ Math.imul(h2 ^ unit, 2869860233);
    h3 = h4 ^ Math.imul(h3 ^ unit, 951274213);
    h4 = h1 ^ Math.imul(h4 ^ unit, 2716044179);
  }
  h1 = Math.imul(h3 ^ (h1 >>> 18), 597399067);
  h2 = Math.imul(h4 ^ (h2 >>> 22), 2869860233);
  h3 = Math.imul(h1 ^ (h3 >>> 17), 951274213);
  h4 = Math.imul(h2 ^ (h4 >>> 19), 2716044179);
  h1 ^= h2 ^ h3 ^ h4;
  return [h1 >>> 0, (h2 ^ h1) >>> 0, (h3 ^ h1) >>> 0, (h4 ^ h1) >>> 0];
}
