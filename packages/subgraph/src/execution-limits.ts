/**
 * Limits on the answer of one operation. The gateway estimates costs from typical list sizes; these limits apply to
 * longer lists. An outline of 2,000 lessons takes 8,000 values with ids, titles and the viewer's completions.
 */
export const executionLimits = {
  /** Items of lists, and fields of objects. */
  values: 12_000,
  /** Fields that failed; each error is searched for in the document, told and traced. */
  errors: 500,
  /** Failed fields; each error is located in the document, reported and traced. */
  bytesRead: 32 * 1024 * 1024,
  /** UTF-16 code units of all texts in total. */
  characters: 8 * 1024 * 1024,
} as const;
