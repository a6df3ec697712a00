import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { User as UserModel } from '../account/account.ts';
import type { AuthenticationEventConnection as AuthenticationEventConnectionModel } from '../audit/audit.resolvers.ts';
import type { AuthenticationEvent as AuthenticationEventModel } from '../audit/audit.ts';
import type { Session as SessionModel } from '../session/session.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A position in a list or a feed. Opaque: pass it back unchanged. */
  Cursor: { input: string; output: string; }
  /** A UTC timestamp in RFC 3339 format: `2026-01-31T09:30:00.000Z`. */
  DateTime: { input: Date; output: Date; }
  /** A decimal number as a string, such as `"7.50"`; never a binary float. */
  Decimal: { input: string; output: string; }
  /** An e-mail address. */
  EmailAddress: { input: string; output: string; }
  /** An integer from -(2^53 - 1) to 2^53 - 1, which every client can represent exactly; `Int` has only 32 bits. */
  SafeInt: { input: number; output: number; }
  _FieldSet: { input: string; output: string; }
};

/** Someone else changed the account since you read it. Nothing was changed. */
export type AccountConflict = Error & {
  readonly __typename?: 'AccountConflict';
  /** The current account. */
  readonly current: User;
  /** Human-readable explanation. */
  readonly message: Scalars['String']['output'];
  /** The role you requested. */
  readonly yours: Role;
};

/** An entry of the sign-in audit log. Kept forever; visible to administrators. */
export type AuthenticationEvent = {
  readonly __typename?: 'AuthenticationEvent';
  /** When it happened. */
  readonly at: Scalars['DateTime']['output'];
  /** Opaque; increases over time. */
  readonly id: Scalars['ID']['output'];
  /** What happened. */
  readonly kind: AuthenticationEventKind;
  /** Id of the request that caused it, as in the logs. */
  readonly requestId: Scalars['String']['output'];
  /** The account; null if the address belongs to none. */
  readonly user: Maybe<User>;
};

/** A page of a list. */
export type AuthenticationEventConnection = {
  readonly __typename?: 'AuthenticationEventConnection';
  /** The nodes, each with its cursor. */
  readonly edges: ReadonlyArray<AuthenticationEventEdge>;
  /** The items on this page. */
  readonly nodes: ReadonlyArray<AuthenticationEvent>;
  /** The page's position in the whole list. */
  readonly pageInfo: PageInfo;
  /** Number of events in the whole list. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An item of the list and its cursor. */
export type AuthenticationEventEdge = {
  readonly __typename?: 'AuthenticationEventEdge';
  /** Pass it as `after` to continue from here. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The item. */
  readonly node: AuthenticationEvent;
};

/** The kinds of sign-in events. */
export type AuthenticationEventKind =
  /** A user signed out. */
  | 'LOGGED_OUT'
  /** The address or the password was wrong. */
  | 'LOGIN_FAILED'
  /** Refused before the password was checked, after too many failures. */
  | 'LOGIN_REFUSED'
  /** A user signed in. */
  | 'LOGIN_SUCCEEDED'
  /** A refresh token was reused; all sessions derived from it were ended. */
  | 'REFRESH_TOKEN_REUSED'
  /** An account was created. */
  | 'REGISTERED'
  /** An administrator changed the user's role. */
  | 'ROLE_CHANGED'
  /** A refresh token was exchanged for a new session. */
  | 'SESSION_REFRESHED';

/** Input of `changeRole`. */
export type ChangeRoleInput = {
  /** The version that the change is based on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The new role. */
  readonly role: Role;
  /** The user whose role changes. */
  readonly userId: Scalars['ID']['input'];
};

/** Result of `changeRole`. */
export type ChangeRoleResult = AccountConflict | ChangeRoleSuccess | LastAdministrator;

/** `changeRole` succeeded. */
export type ChangeRoleSuccess = {
  readonly __typename?: 'ChangeRoleSuccess';
  /** The updated account. */
  readonly user: User;
};

/** An account with this address already exists: sign in instead. */
export type EmailTaken = Error & {
  readonly __typename?: 'EmailTaken';
  /** Human-readable explanation. */
  readonly message: Scalars['String']['output'];
};

/** An expected failure of a mutation. Each failure has its own type, with the data needed to handle it. */
export type Error = {
  /** Human-readable: what is wrong, and what would be accepted. */
  readonly message: Scalars['String']['output'];
};

/** The address or the password is wrong; the answer does not say which. */
export type InvalidCredentials = Error & {
  readonly __typename?: 'InvalidCredentials';
  /** Human-readable explanation. */
  readonly message: Scalars['String']['output'];
};

/** The value of an argument is invalid. Nothing was changed. */
export type InvalidInput = Error & {
  readonly __typename?: 'InvalidInput';
  /** Path of the argument: `sections.0.drawCount`. */
  readonly field: Scalars['String']['output'];
  /** Human-readable: what is wrong, and what would be accepted. */
  readonly message: Scalars['String']['output'];
};

/** The installation would have no administrator left: make someone else an administrator first. Nothing was changed. */
export type LastAdministrator = Error & {
  readonly __typename?: 'LastAdministrator';
  /** Human-readable explanation. */
  readonly message: Scalars['String']['output'];
};

/** Input of `login`. */
export type LoginInput = {
  /** The token returned by an earlier sign-in on this device. With it, failed sign-ins elsewhere do not lock out this device. Null or omitted on a new device. */
  readonly deviceToken?: InputMaybe<Scalars['String']['input']>;
  /** The address of the account; case-insensitive. */
  readonly email: Scalars['EmailAddress']['input'];
  /** Never logged. */
  readonly password: Scalars['String']['input'];
};

/** Result of `login`. */
export type LoginResult = InvalidCredentials | LoginSuccess | TooManyAttempts;

/** `login` succeeded. */
export type LoginSuccess = {
  readonly __typename?: 'LoginSuccess';
  /** A secret that identifies this device. Keep it on the device, even after signing out, and pass it with later sign-ins. */
  readonly deviceToken: Scalars['String']['output'];
  /** The new session. */
  readonly session: Session;
};

/** Input of `logout`. */
export type LogoutInput = {
  /** The refresh token of the session to end. */
  readonly refreshToken: Scalars['String']['input'];
};

/** The session has ended. */
export type LogoutSuccess = {
  readonly __typename?: 'LogoutSuccess';
  /** Human-readable confirmation. Access tokens already issued stay valid until they expire, at most 15 minutes. */
  readonly message: Scalars['String']['output'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Changes a user's role. Access tokens issued earlier are refused shortly afterwards; refreshing the session returns one with the new rights. */
  readonly changeRole: ChangeRoleResult;
  /** Signs in with e-mail address and password. */
  readonly login: LoginResult;
  /** Ends the session of the refresh token. The result is the same if there was none. */
  readonly logout: LogoutSuccess;
  /** Exchanges a refresh token for a new session. */
  readonly refreshSession: RefreshSessionResult;
  /** Creates an account and signs in. */
  readonly register: RegisterResult;
};


export type MutationChangeRoleArgs = {
  input: ChangeRoleInput;
};


export type MutationLoginArgs = {
  input: LoginInput;
};


export type MutationLogoutArgs = {
  input: LogoutInput;
};


export type MutationRefreshSessionArgs = {
  input: RefreshSessionInput;
};


export type MutationRegisterArgs = {
  input: RegisterInput;
};

/** The position of a connection's page in the whole list. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Pass it as `after` to get the next page; null on an empty page. */
  readonly endCursor: Maybe<Scalars['Cursor']['output']>;
  /** Whether more items follow this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
};

export type Query = {
  readonly __typename?: 'Query';
  /** The sign-in audit log, newest first; with `userId`, only that account's entries. */
  readonly authenticationEvents: AuthenticationEventConnection;
  /** The signed-in user. Without a token the operation is refused. Null if an external issuer's token has no e-mail address and there is no account yet. */
  readonly me: Maybe<User>;
  /** A user; null if there is none. */
  readonly user: Maybe<User>;
};


export type QueryAuthenticationEventsArgs = {
  after: InputMaybe<Scalars['Cursor']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  userId: InputMaybe<Scalars['ID']['input']>;
};


export type QueryUserArgs = {
  id: Scalars['ID']['input'];
};

/** Input of `refreshSession`. */
export type RefreshSessionInput = {
  /** The device token returned at sign-in. Required to reuse a refresh token within 30 seconds, as two tabs do or after a lost response. */
  readonly deviceToken?: InputMaybe<Scalars['String']['input']>;
  /** The value of `Session.refreshToken`. */
  readonly refreshToken: Scalars['String']['input'];
};

/** Result of `refreshSession`. */
export type RefreshSessionResult = RefreshSessionSuccess | SessionEnded;

/** `refreshSession` succeeded. */
export type RefreshSessionSuccess = {
  readonly __typename?: 'RefreshSessionSuccess';
  /** The next session. */
  readonly session: Session;
};

/** Input of `register`. */
export type RegisterInput = {
  /** The address to sign in with; case-insensitive. */
  readonly email: Scalars['EmailAddress']['input'];
  /** 1 to 100 characters, not only white space. */
  readonly name: Scalars['String']['input'];
  /** 12 to 200 characters. */
  readonly password: Scalars['String']['input'];
  /** Default STUDENT. The installation configures which roles are open to self-registration; ADMIN never is. */
  readonly role?: InputMaybe<Role>;
};

/** Result of `register`. */
export type RegisterResult = EmailTaken | InvalidInput | RegisterSuccess | RoleNotOpen;

/** `register` succeeded. */
export type RegisterSuccess = {
  readonly __typename?: 'RegisterSuccess';
  /** A secret that identifies this device. Keep it on the device, even after signing out, and pass it with later sign-ins. */
  readonly deviceToken: Scalars['String']['output'];
  /** The session of the new account. */
  readonly session: Session;
};

/** A user's general rights; rights on single objects depend on the object. */
export type Role =
  /** Administers the installation. */
  | 'ADMIN'
  /** Writes and teaches courses, and takes them. */
  | 'INSTRUCTOR'
  /** Takes courses. */
  | 'STUDENT';

/** This role is not open to self-registration: ask an administrator. */
export type RoleNotOpen = Error & {
  readonly __typename?: 'RoleNotOpen';
  /** Human-readable explanation. */
  readonly message: Scalars['String']['output'];
  /** The roles open to self-registration. */
  readonly openRoles: ReadonlyArray<Role>;
};

/** The tokens of a signed-in user. Returned only to the client that signs in. */
export type Session = {
  readonly __typename?: 'Session';
  /** Send it as `Authorization: Bearer …`. A JWT, valid for 15 minutes. */
  readonly accessToken: Scalars['String']['output'];
  /** Refresh the session before this time. */
  readonly accessTokenExpiresAt: Scalars['DateTime']['output'];
  /**
   * Exchange it once for the next session. The same device may reuse it for 30 seconds, as long as the session it returned
   * has not been refreshed, to allow for two tabs or a lost response. Any other reuse ends every session derived from it.
   */
  readonly refreshToken: Scalars['String']['output'];
  /** Thirty days after it was issued. */
  readonly refreshTokenExpiresAt: Scalars['DateTime']['output'];
  /** The signed-in user; query `me` with the access token for details. */
  readonly userId: Scalars['ID']['output'];
};

/** The refresh token is unknown, expired, used before, or its session was ended: sign in again. */
export type SessionEnded = Error & {
  readonly __typename?: 'SessionEnded';
  /** Human-readable explanation. */
  readonly message: Scalars['String']['output'];
};

/** Too many failed sign-ins for this account or from this network address. The password was not checked. */
export type TooManyAttempts = Error & {
  readonly __typename?: 'TooManyAttempts';
  /** Human-readable explanation. */
  readonly message: Scalars['String']['output'];
  /** When the next attempt is allowed. */
  readonly retryAt: Scalars['DateTime']['output'];
};

/** A user with an account. */
export type User = {
  readonly __typename?: 'User';
  /** When the account was created. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Visible to the user and to administrators; null for others. */
  readonly email: Maybe<Scalars['EmailAddress']['output']>;
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
  /** Display name, as entered by the user. Visible to all signed-in users. */
  readonly name: Scalars['String']['output'];
  /** The user's general rights. */
  readonly role: Role;
  /** Incremented by every change of the account. */
  readonly version: Scalars['Int']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  ChangeRoleResult:
    | ( Omit<AccountConflict, 'current'> & { current: _RefType['User'] } & { __typename: 'AccountConflict' } )
    | ( Omit<ChangeRoleSuccess, 'user'> & { user: _RefType['User'] } & { __typename: 'ChangeRoleSuccess' } )
    | ( LastAdministrator & { __typename: 'LastAdministrator' } )
  ;
  LoginResult:
    | ( InvalidCredentials & { __typename: 'InvalidCredentials' } )
    | ( Omit<LoginSuccess, 'session'> & { session: _RefType['Session'] } & { __typename: 'LoginSuccess' } )
    | ( TooManyAttempts & { __typename: 'TooManyAttempts' } )
  ;
  RefreshSessionResult:
    | ( Omit<RefreshSessionSuccess, 'session'> & { session: _RefType['Session'] } & { __typename: 'RefreshSessionSuccess' } )
    | ( SessionEnded & { __typename: 'SessionEnded' } )
  ;
  RegisterResult:
    | ( EmailTaken & { __typename: 'EmailTaken' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<RegisterSuccess, 'session'> & { session: _RefType['Session'] } & { __typename: 'RegisterSuccess' } )
    | ( RoleNotOpen & { __typename: 'RoleNotOpen' } )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Error:
    | ( Omit<AccountConflict, 'current'> & { current: _RefType['User'] } )
    | ( EmailTaken )
    | ( InvalidCredentials )
    | ( InvalidInput )
    | ( LastAdministrator )
    | ( RoleNotOpen )
    | ( SessionEnded )
    | ( TooManyAttempts )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccountConflict: ResolverTypeWrapper<Omit<AccountConflict, 'current'> & { current: ResolversTypes['User'] }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AuthenticationEvent: ResolverTypeWrapper<AuthenticationEventModel>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AuthenticationEventConnection: ResolverTypeWrapper<AuthenticationEventConnectionModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AuthenticationEventEdge: ResolverTypeWrapper<Omit<AuthenticationEventEdge, 'node'> & { node: ResolversTypes['AuthenticationEvent'] }>;
  AuthenticationEventKind: AuthenticationEventKind;
  ChangeRoleInput: ChangeRoleInput;
  ChangeRoleResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ChangeRoleResult']>;
  ChangeRoleSuccess: ResolverTypeWrapper<Omit<ChangeRoleSuccess, 'user'> & { user: ResolversTypes['User'] }>;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  EmailTaken: ResolverTypeWrapper<EmailTaken>;
  Error: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Error']>;
  InvalidCredentials: ResolverTypeWrapper<InvalidCredentials>;
  InvalidInput: ResolverTypeWrapper<InvalidInput>;
  LastAdministrator: ResolverTypeWrapper<LastAdministrator>;
  LoginInput: LoginInput;
  LoginResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LoginResult']>;
  LoginSuccess: ResolverTypeWrapper<Omit<LoginSuccess, 'session'> & { session: ResolversTypes['Session'] }>;
  LogoutInput: LogoutInput;
  LogoutSuccess: ResolverTypeWrapper<LogoutSuccess>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RefreshSessionResult']>;
  RefreshSessionSuccess: ResolverTypeWrapper<Omit<RefreshSessionSuccess, 'session'> & { session: ResolversTypes['Session'] }>;
  RegisterInput: RegisterInput;
  RegisterResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RegisterResult']>;
  RegisterSuccess: ResolverTypeWrapper<Omit<RegisterSuccess, 'session'> & { session: ResolversTypes['Session'] }>;
  Role: Role;
  RoleNotOpen: ResolverTypeWrapper<RoleNotOpen>;
  SafeInt: ResolverTypeWrapper<Scalars['SafeInt']['output']>;
  Session: ResolverTypeWrapper<SessionModel>;
  SessionEnded: ResolverTypeWrapper<SessionEnded>;
  TooManyAttempts: ResolverTypeWrapper<TooManyAttempts>;
  User: ResolverTypeWrapper<UserModel>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccountConflict: Omit<AccountConflict, 'current'> & { current: ResolversParentTypes['User'] };
  String: Scalars['String']['output'];
  AuthenticationEvent: AuthenticationEventModel;
  ID: Scalars['ID']['output'];
  AuthenticationEventConnection: AuthenticationEventConnectionModel;
  Int: Scalars['Int']['output'];
  AuthenticationEventEdge: Omit<AuthenticationEventEdge, 'node'> & { node: ResolversParentTypes['AuthenticationEvent'] };
  ChangeRoleInput: ChangeRoleInput;
  ChangeRoleResult: ResolversUnionTypes<ResolversParentTypes>['ChangeRoleResult'];
  ChangeRoleSuccess: Omit<ChangeRoleSuccess, 'user'> & { user: ResolversParentTypes['User'] };
  Cursor: Scalars['Cursor']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  EmailAddress: Scalars['EmailAddress']['output'];
  EmailTaken: EmailTaken;
  Error: ResolversInterfaceTypes<ResolversParentTypes>['Error'];
  InvalidCredentials: InvalidCredentials;
  InvalidInput: InvalidInput;
  LastAdministrator: LastAdministrator;
  LoginInput: LoginInput;
  LoginResult: ResolversUnionTypes<ResolversParentTypes>['LoginResult'];
  LoginSuccess: Omit<LoginSuccess, 'session'> & { session: ResolversParentTypes['Session'] };
  LogoutInput: LogoutInput;
  LogoutSuccess: LogoutSuccess;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Query: Record<PropertyKey, never>;
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionResult: ResolversUnionTypes<ResolversParentTypes>['RefreshSessionResult'];
  RefreshSessionSuccess: Omit<RefreshSessionSuccess, 'session'> & { session: ResolversParentTypes['Session'] };
  RegisterInput: RegisterInput;
  RegisterResult: ResolversUnionTypes<ResolversParentTypes>['RegisterResult'];
  RegisterSuccess: Omit<RegisterSuccess, 'session'> & { session: ResolversParentTypes['Session'] };
  RoleNotOpen: RoleNotOpen;
  SafeInt: Scalars['SafeInt']['output'];
  Session: SessionModel;
  SessionEnded: SessionEnded;
  TooManyAttempts: TooManyAttempts;
  User: UserModel;
};

export type AccountConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccountConflict'] = ResolversParentTypes['AccountConflict']> = {
  current?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  yours?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AuthenticationEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthenticationEvent'] = ResolversParentTypes['AuthenticationEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AuthenticationEventKind'], ParentType, ContextType>;
  requestId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type AuthenticationEventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthenticationEventConnection'] = ResolversParentTypes['AuthenticationEventConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AuthenticationEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AuthenticationEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuthenticationEventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthenticationEventEdge'] = ResolversParentTypes['AuthenticationEventEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuthenticationEvent'], ParentType, ContextType>;
};

export type ChangeRoleResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeRoleResult'] = ResolversParentTypes['ChangeRoleResult']> = {
  __resolveType: TypeResolveFn<'AccountConflict' | 'ChangeRoleSuccess' | 'LastAdministrator', ParentType, ContextType>;
};

export type ChangeRoleSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeRoleSuccess'] = ResolversParentTypes['ChangeRoleSuccess']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface CursorScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cursor'], any> {
  name: 'Cursor';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export type EmailTakenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailTaken'] = ResolversParentTypes['EmailTaken']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Error'] = ResolversParentTypes['Error']> = {
  __resolveType: TypeResolveFn<'AccountConflict' | 'EmailTaken' | 'InvalidCredentials' | 'InvalidInput' | 'LastAdministrator' | 'RoleNotOpen' | 'SessionEnded' | 'TooManyAttempts', ParentType, ContextType>;
};

export type InvalidCredentialsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidCredentials'] = ResolversParentTypes['InvalidCredentials']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidInputResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInput'] = ResolversParentTypes['InvalidInput']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LastAdministratorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LastAdministrator'] = ResolversParentTypes['LastAdministrator']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LoginResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoginResult'] = ResolversParentTypes['LoginResult']> = {
  __resolveType: TypeResolveFn<'InvalidCredentials' | 'LoginSuccess' | 'TooManyAttempts', ParentType, ContextType>;
};

export type LoginSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoginSuccess'] = ResolversParentTypes['LoginSuccess']> = {
  deviceToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LogoutSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogoutSuccess'] = ResolversParentTypes['LogoutSuccess']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  changeRole?: Resolver<ResolversTypes['ChangeRoleResult'], ParentType, ContextType, RequireFields<MutationChangeRoleArgs, 'input'>>;
  login?: Resolver<ResolversTypes['LoginResult'], ParentType, ContextType, RequireFields<MutationLoginArgs, 'input'>>;
  logout?: Resolver<ResolversTypes['LogoutSuccess'], ParentType, ContextType, RequireFields<MutationLogoutArgs, 'input'>>;
  refreshSession?: Resolver<ResolversTypes['RefreshSessionResult'], ParentType, ContextType, RequireFields<MutationRefreshSessionArgs, 'input'>>;
  register?: Resolver<ResolversTypes['RegisterResult'], ParentType, ContextType, RequireFields<MutationRegisterArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  authenticationEvents?: Resolver<ResolversTypes['AuthenticationEventConnection'], ParentType, ContextType, Partial<QueryAuthenticationEventsArgs>>;
  me?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'id'>>;
};

export type RefreshSessionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefreshSessionResult'] = ResolversParentTypes['RefreshSessionResult']> = {
  __resolveType: TypeResolveFn<'RefreshSessionSuccess' | 'SessionEnded', ParentType, ContextType>;
};

export type RefreshSessionSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefreshSessionSuccess'] = ResolversParentTypes['RefreshSessionSuccess']> = {
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RegisterResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterResult'] = ResolversParentTypes['RegisterResult']> = {
  __resolveType: TypeResolveFn<'EmailTaken' | 'InvalidInput' | 'RegisterSuccess' | 'RoleNotOpen', ParentType, ContextType>;
};

export type RegisterSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterSuccess'] = ResolversParentTypes['RegisterSuccess']> = {
  deviceToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RoleNotOpenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RoleNotOpen'] = ResolversParentTypes['RoleNotOpen']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  openRoles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface SafeIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SafeInt'], any> {
  name: 'SafeInt';
}

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accessTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refreshTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SessionEndedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionEnded'] = ResolversParentTypes['SessionEnded']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TooManyAttemptsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TooManyAttempts'] = ResolversParentTypes['TooManyAttempts']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AccountConflict?: AccountConflictResolvers<ContextType>;
  AuthenticationEvent?: AuthenticationEventResolvers<ContextType>;
  AuthenticationEventConnection?: AuthenticationEventConnectionResolvers<ContextType>;
  AuthenticationEventEdge?: AuthenticationEventEdgeResolvers<ContextType>;
  ChangeRoleResult?: ChangeRoleResultResolvers<ContextType>;
  ChangeRoleSuccess?: ChangeRoleSuccessResolvers<ContextType>;
  Cursor?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  EmailAddress?: GraphQLScalarType;
  EmailTaken?: EmailTakenResolvers<ContextType>;
  Error?: ErrorResolvers<ContextType>;
  InvalidCredentials?: InvalidCredentialsResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  LastAdministrator?: LastAdministratorResolvers<ContextType>;
  LoginResult?: LoginResultResolvers<ContextType>;
  LoginSuccess?: LoginSuccessResolvers<ContextType>;
  LogoutSuccess?: LogoutSuccessResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RefreshSessionResult?: RefreshSessionResultResolvers<ContextType>;
  RefreshSessionSuccess?: RefreshSessionSuccessResolvers<ContextType>;
  RegisterResult?: RegisterResultResolvers<ContextType>;
  RegisterSuccess?: RegisterSuccessResolvers<ContextType>;
  RoleNotOpen?: RoleNotOpenResolvers<ContextType>;
  SafeInt?: GraphQLScalarType;
  Session?: SessionResolvers<ContextType>;
  SessionEnded?: SessionEndedResolvers<ContextType>;
  TooManyAttempts?: TooManyAttemptsResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
};

