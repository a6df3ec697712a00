import type { FieldNode, GraphQLCompositeType } from 'graphql';

/** A field as it is selected on objects of one type. */
export interface SelectedField {
  /** Its name in the client's answer. */
  readonly responseName: string;
  /** Its name in what is planned; no other field at the same place of the answer has it. */
  readonly plannedName: string;
  readonly node: FieldNode;
  /**
   * `typename`: answered from the object's type. `introspection`: passed through whole. `field`: anything else, with what
   * is selected below it, or null for a leaf.
   */
  readonly kind: 'typename' | 'introspection' | 'field';
  readonly below: Selection | null;
}

/** What is selected at one place of an answer, for each type that an object there may have. */
export interface Selection {
  readonly type: GraphQLCompositeType;
  /** Whether branches for several types meet here, so that the order of the answer depends on the object's type. */
  readonly isBranched: boolean;
  readonly byType: ReadonlyMap<string, readonly SelectedField[]>;
  /** Every field by its planned name; a name stands for the same selection whatever the object's type. */
  readonly byPlannedName: ReadonlyMap<string, SelectedField>;
}
