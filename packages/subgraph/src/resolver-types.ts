/**
 * The resolvers of a type whose objects are domain objects: generated types do not notice a field that the domain object
 * lacks and nobody resolves; with this such a field must have a resolver.
 * @example export const userResolvers: ResolversFor<UserResolvers, GeneratedUser, User> = { … }
 */
export type ResolversFor<Resolvers, Generated, Model> = Resolvers &
  Required<Pick<Resolvers, Exclude<keyof Generated, keyof Model | '__typename'> & keyof Resolvers>>;

/** An entity of another subgraph, as one refers to it. */
export interface EntityReference {
  readonly id: string;
}
