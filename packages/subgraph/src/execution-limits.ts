/**
 * What one operation may make a subgraph answer. The gateway estimates costs by typical sizes of lists; these limits hold
 * where lists are longer than that. An outline of 2,000 lessons comes to
 * 8,000 values with ids, titles and what the viewer has completed.
 */
export const executionLimits = {
  /** Items of lists, and fields of objects. */
  values: 12_000,
  /** Fields that failed; each error is searched for in the document, told and traced. */
  errors: 500,
  /** Bytes that statements read from the database. */
  bytesRead: 32 * 1024 * 1024,
  /** UTF-16 code units of all texts together. */
  characters: 8 * 1024 * 1024,
} as const;
