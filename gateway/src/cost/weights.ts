/** Cost of an object, or of a null in its place, unless `@cost` overrides it. */
export const objectWeight = 1;

/** Cost of a scalar or enum value. Apollo's formula uses 0, so a thousand aliases of one field would be free. */
export const leafWeight = 0.1;

/** Cost of a page in addition to its items: each page needs its own statements, however many are requested together. */
export const pageWeight = 50;

/** Cost of each root field of a mutation in addition to its value. */
export const mutationWeight = 10;

/** Introspection is answered from memory, without a database, so its values cost less. */
export const introspectionFactor = 0.4;
