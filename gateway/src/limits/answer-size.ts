/**
 * Approximate size of a value as JSON in bytes: one byte per UTF-16 code unit of text, a few for other values.
 * @param enough stops counting above this value; the result then slightly exceeds it
 */
export function answerSize(value: unknown, enough: number): number {
  let size = 0;
  const toMeasure: unknown[] = [value];
  while (toMeasure.length > 0 && size <= enough) {
    const next = toMeasure.pop();
    if (typeof next === 'string') size += next.length + 3;
    else if (typeof next !== 'object' || next === null) size += 5;
    else if (Array.isArray(next)) {
      size += 2 + next.length;
      for (const item of next) toMeasure.push(item);
    } else {
      size += 2;
      for (const [key, member] of Object.entries(next)) {
        size += key.length + 4;
        toMeasure.push(member);
      }
    }
  }
  return size;
}
