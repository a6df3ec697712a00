/**
 * The resolvers of a type whose objects are domain objects: the generated types do not detect a field that the domain
 * object lacks and no resolver provides; with this type such a field must have a resolver.
 * @example export const userResolvers: ResolversFor<UserResolvers, GeneratedUser, User> = { … }
 */
export type ResolversFor<Resolvers, Generated, Model> = Resolvers &
  Required<Pick<Resolvers, Exclude<keyof Generated, keyof Model | '__typename'> & keyof Resolvers>>;

/** A reference to an entity of another subgraph. */
export interface EntityReference {
  readonly id: string;
}
