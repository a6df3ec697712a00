/**
 * About how many bytes a value takes as JSON: texts count a byte for each UTF-16 code unit, other values a few.
 * @param enough where counting stops: the size is then somewhat more than this
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
