/** What an object, or a null in its place, costs unless `@cost` says otherwise. */
export const objectWeight = 1;

/** What a scalar or an enum value costs. Apollo's formula has 0, by which a thousand aliases of one field would be free. */
export const leafWeight = 0.1;

/** What a page costs beside its items: each is read by statements of its own, however many are asked for at once. */
export const pageWeight = 50;

/** What each root field of a mutation costs beside its value. */
export const mutationWeight = 10;

/** Introspection is answered from memory, without a database: its values cost less than others. */
export const introspectionFactor = 0.4;
